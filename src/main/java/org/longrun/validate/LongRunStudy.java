package org.longrun.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;
import org.longrun.simulate.Bins;
import org.longrun.simulate.ExactChain;
import org.longrun.simulate.LongRun;
import org.longrun.simulate.Neighbourhood;
import org.longrun.simulate.Sight;
import org.longrun.simulate.Workers;

/**
 * The invariant measure at every step size beside the stationary density and the energies, the
 * histograms, and the induced chain beside the costs.
 */
final class LongRunStudy {
  private static final int MOST_COMPONENTS = 40;
  private static final int MOST_HISTOGRAMS = 4;
  private static final int MOST_MARGINALS = 6;
  private static final int BINS_ON_A_LINE = 120;
  private static final int BINS_IN_THE_PLANE = 60;

  private final Sgd sgd;
  private final Landscape landscape;
  private final Prediction prediction;
  private final List<Integer> seen;
  private final List<Integer> minima;
  private final Attractors attractors;
  private final List<Bins> bins;

  LongRunStudy(Sgd sgd, CriticalSet critical, Prediction prediction) {
    this.sgd = sgd;
    this.landscape = sgd.landscape();
    this.prediction = prediction;
    this.minima = prediction.minima();
    this.seen = seen(prediction, minima);
    this.attractors = Attractors.of(landscape, critical, minima);
    this.bins = bins(landscape);
  }

  private static List<Integer> seen(Prediction prediction, List<Integer> minima) {
    int n = prediction.components().size();
    return n > MOST_COMPONENTS
        ? minima.subList(0, Math.min(minima.size(), MOST_COMPONENTS))
        : IntStream.range(0, n).boxed().toList();
  }

  private static List<Bins> bins(Landscape landscape) {
    if (landscape.dimension() == 2) {
      return List.of(Bins.of(landscape.domain(), BINS_IN_THE_PLANE, 0, 1));
    }
    List<Bins> marginals = new ArrayList<>();
    for (int k = 0; k < Math.min(landscape.dimension(), MOST_MARGINALS); k++) {
      marginals.add(Bins.of(landscape.domain(), BINS_ON_A_LINE, k));
    }
    return marginals;
  }

  /** What the long runs show. */
  record Findings(
      List<Occupation> occupation,
      List<Histogram> histograms,
      List<ChainMove> chain,
      List<String> warnings) {}

  /** Runs all step sizes, of which each gets an equal part of the iterations. */
  Findings run(double iterations, Workers workers) {
    Findings all =
        new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (minima.isEmpty()) {
      return all;
    }
    List<Neighbourhood> neighbourhoods =
        seen.stream()
            .map(i -> HittingStudy.neighbourhood(prediction, i, landscape.simulation().radius()))
            .toList();
    Sight sight = new Sight(neighbourhoods, attractors, minima.size(), bins);
    List<Point> starts =
        minima.stream().map(i -> prediction.components().get(i).representative()).toList();
    List<Double> stepSizes = landscape.stepSizes();
    for (int e = 0; e < stepSizes.size(); e++) {
      double share = iterations / stepSizes.size();
      LongRun run = LongRun.of(sgd, stepSizes.get(e), starts, sight, share, workers);
      StepSize at = new StepSize(stepSizes.get(e), neighbourhoods);
      all.occupation().addAll(at.occupation(run));
      if (isShown(e, stepSizes.size())) {
        all.histograms().addAll(at.histograms(run));
      }
      all.chain().addAll(chain(stepSizes.get(e), run));
      if (run.diverged() > 0) {
        all.warnings()
            .add(
                "long run at step size "
                    + stepSizes.get(e)
                    + ": diverged and was put back "
                    + run.diverged()
                    + " times");
      }
    }
    return all;
  }

  /** Of many step sizes the histograms of some, evenly spread, are enough. */
  static boolean isShown(int index, int count) {
    if (count <= MOST_HISTOGRAMS) {
      return true;
    }
    for (int shown = 0; shown < MOST_HISTOGRAMS; shown++) {
      if (index == Math.round(shown * (count - 1.0) / (MOST_HISTOGRAMS - 1))) {
        return true;
      }
    }
    return false;
  }

  private List<ChainMove> chain(double stepSize, LongRun run) {
    List<ChainMove> moves = new ArrayList<>();
    for (int from = 0; from < seen.size(); from++) {
      long all = 0;
      for (int to = 0; to < seen.size(); to++) {
        all += run.moves(from, to);
      }
      for (int to = 0; to < seen.size(); to++) {
        long count = run.moves(from, to);
        if (count > 0) {
          moves.add(move(stepSize, seen.get(from), seen.get(to), count, all));
        }
      }
    }
    return moves;
  }

  private ChainMove move(double stepSize, int from, int to, long count, long all) {
    double probability = (double) count / all;
    Double cost =
        from == to
            ? (Double) 0.0
            : prediction.costs().stream()
                .filter(c -> c.from() == from && c.to() == to)
                .map(Prediction.Cost::cost)
                .findFirst()
                .orElse(null);
    return new ChainMove(
        stepSize,
        Method.DIRECT,
        prediction.components().get(from).id(),
        prediction.components().get(to).id(),
        count,
        probability,
        Math.sqrt(probability * (1 - probability) / all),
        Math.max(0, -stepSize * Math.log(probability)),
        cost);
  }

  /** The predictions at one step size. */
  private final class StepSize {
    private final double stepSize;
    private final List<Neighbourhood> neighbourhoods;
    private final Optional<StationaryDensity> density;
    private final Optional<Masses> masses;

    StepSize(double stepSize, List<Neighbourhood> neighbourhoods) {
      this.stepSize = stepSize;
      this.neighbourhoods = neighbourhoods;
      this.density = StationaryDensity.of(sgd, stepSize);
      this.masses = density.flatMap(d -> Masses.of(landscape, d));
    }

    List<Occupation> occupation(LongRun run) {
      List<CriticalComponent> components = seen.stream().map(prediction.components()::get).toList();
      double radius = landscape.simulation().radius();
      Optional<List<Double>> predicted = masses.map(m -> m.near(components, radius));
      Optional<double[]> exact =
          landscape.dimension() == 1
              ? ExactChain.of(sgd, stepSize, 0).occupation(neighbourhoods)
              : Optional.empty();
      BasinComparison basins =
          new BasinComparison(prediction, minima, stepSize, factors(), run.basins());
      List<LongRun.Fraction> fractions = run.occupation();
      List<Occupation> rows = new ArrayList<>();
      for (int k = 0; k < seen.size(); k++) {
        double fraction = fractions.get(k).value();
        double error = fractions.get(k).standardError();
        int which = k;
        rows.add(
            new Occupation(
                stepSize,
                components.get(k).id(),
                fraction,
                error,
                fraction * (1 - fraction) / (error * error),
                predicted.map(p -> p.get(which)).orElse(null),
                exact.map(x -> x[which]).orElse(null),
                basins.of(minima.indexOf(seen.get(k)))));
      }
      return rows;
    }

    /**
     * log of (mass of the basin)/exp(−E_i/η) for every minimum, up to a common constant: the factor
     * of second order. The iterates' own spread, wider than the diffusion's by 1/√(1 − ηλ/2) in
     * each direction, is in it.
     */
    private BasinComparison.Prefactors factors() {
      if (density.isEmpty()) {
        return new BasinComparison.Prefactors(new double[minima.size()], 1 + noiseRatio(), 0);
      }
      StationaryDensity p = density.get();
      double[] log = new double[minima.size()];
      double[] mass =
          masses.isPresent() ? masses.get().of(attractors, minima.size()) : new double[0];
      for (int m = 0; m < log.length; m++) {
        CriticalComponent minimum = prediction.components().get(minima.get(m));
        double[] x = minimum.representative().toArray();
        for (double eigenvalue : minimum.hessianEigenvalues()) {
          log[m] -= Math.log(Math.max(1e-3, 1 - stepSize * eigenvalue / 2)) / 2;
          log[m] -= mass.length == 0 ? Math.log(Math.max(1e-300, eigenvalue)) / 2 : 0;
        }
        log[m] +=
            mass.length == 0
                ? p.log(x) - p.leading(x)
                : Math.log(mass[m]) + masses.get().logTotal() - p.leading(x);
      }
      return new BasinComparison.Prefactors(log, stiffness() / 4, stiffness());
    }

    /** What the finite step adds beyond quadratic wells is of the order of ηλ. */
    private double stiffness() {
      return stepSize
          * minima.stream()
              .flatMap(i -> prediction.components().get(i).hessianEigenvalues().stream())
              .mapToDouble(Double::doubleValue)
              .max()
              .orElse(0);
    }

    /** The prefactor follows the noise at the minima, of which it has a power up to the first. */
    private double noiseRatio() {
      double[] sigma = new double[landscape.dimension() * landscape.dimension()];
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      for (int i : minima) {
        sgd.noise().at(prediction.components().get(i).representative().toArray()).covariance(sigma);
        double trace = 0;
        for (int k = 0; k < landscape.dimension(); k++) {
          trace += sigma[k * landscape.dimension() + k];
        }
        least = Math.min(least, trace);
        most = Math.max(most, trace);
      }
      double ratio = Math.log(most / least);
      return Double.isFinite(ratio) ? ratio : 0;
    }

    List<Histogram> histograms(LongRun run) {
      List<Histogram> histograms = new ArrayList<>();
      for (int h = 0; h < bins.size(); h++) {
        Bins cells = bins.get(h);
        double[] density = run.histogram(h);
        double unit = run.counted() * cells.volume();
        for (int c = 0; c < density.length; c++) {
          density[c] /= unit;
        }
        List<List<Double>> predicted =
            masses.map(m -> rows(cells, perVolume(m.of(cells), cells))).orElse(null);
        List<String> axes = cells.axes().stream().map(landscape.variables()::get).toList();
        List<List<Double>> edges = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
          edges.add(cells.edges(a));
        }
        histograms.add(new Histogram(stepSize, axes, edges, rows(cells, density), predicted));
      }
      return histograms;
    }

    private double[] perVolume(double[] mass, Bins cells) {
      for (int c = 0; c < mass.length; c++) {
        mass[c] /= cells.volume();
      }
      return mass;
    }

    private List<List<Double>> rows(Bins cells, double[] flat) {
      List<List<Double>> rows = new ArrayList<>();
      for (int from = 0; from < flat.length; from += cells.perAxis()) {
        rows.add(Arrays.stream(flat, from, from + cells.perAxis()).boxed().toList());
      }
      return rows;
    }
  }
}
