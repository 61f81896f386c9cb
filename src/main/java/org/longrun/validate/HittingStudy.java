package org.longrun.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.SimulationPlan;
import org.longrun.numerics.Point;
import org.longrun.simulate.ExactChain;
import org.longrun.simulate.HittingSample;
import org.longrun.simulate.HittingTimes;
import org.longrun.simulate.Neighbourhood;
import org.longrun.simulate.Splitting;
import org.longrun.simulate.Workers;

/**
 * The hitting times of a landscape by every method that can reach them: direct simulation up to J/η
 * = 12, splitting above it and at smaller step sizes of its own, the exact chain on a line or where
 * a grid in the plane is affordable.
 */
final class HittingStudy {
  static final double HOPELESS = 12;
  private static final double[] SPLITTING_AT = {14, 18, 22, 26};
  private static final double[] EXACT_AT = {13, 17, 21, 25};
  private static final int PATHS = 200;
  private static final int FEW_RUNS = 8;
  private static final int RUNS = 32;

  private final Sgd sgd;
  private final Prediction prediction;
  private final Effort effort;
  private final Workers workers;
  private final SimulationPlan plan;
  private final Neighbourhood target;
  private final EyringKramers means;
  private double spent;

  HittingStudy(Sgd sgd, Prediction prediction, Effort effort, Workers workers) {
    this.sgd = sgd;
    this.prediction = prediction;
    this.effort = effort;
    this.workers = workers;
    this.plan = sgd.landscape().simulation();
    this.target =
        Neighbourhood.union(
            "Q",
            prediction.target().stream()
                .map(i -> neighbourhood(prediction, i, plan.radius()))
                .toList());
    this.means = EyringKramers.of(sgd, prediction);
  }

  /** The neighbourhood of a component. */
  static Neighbourhood neighbourhood(Prediction prediction, int component, double radius) {
    var k = prediction.components().get(component);
    return new Neighbourhood(k.id(), k.points(), radius);
  }

  /** All hitting times, by start, method and falling step size. */
  List<HittingTime> run() {
    List<HittingTime> times = new ArrayList<>();
    if (!prediction.starts().isEmpty()) {
      direct(times);
      splitting(times);
      exact(times);
    }
    times.sort(
        Comparator.<HittingTime>comparingInt(t -> prediction.starts().indexOf(t.start()))
            .thenComparing(HittingTime::method)
            .thenComparing(Comparator.comparingDouble(HittingTime::stepSize).reversed()));
    return times;
  }

  private double exponent(int start) {
    return prediction.startExponents().get(start);
  }

  private boolean hopeless(int start, double stepSize) {
    double j = exponent(start);
    return j < Double.POSITIVE_INFINITY && j / stepSize > HOPELESS;
  }

  private List<Double> falling() {
    return sgd.landscape().stepSizes().stream().sorted(Comparator.reverseOrder()).toList();
  }

  private void direct(List<HittingTime> times) {
    HittingTimes simulation = HittingTimes.of(sgd, target, plan.seed());
    int starts = prediction.starts().size();
    int left = starts * sgd.landscape().stepSizes().size();
    double budget = effort.hitting();
    for (double stepSize : falling()) {
      for (int s = 0; s < starts; s++) {
        if (!hopeless(s, stepSize)) {
          Point start = prediction.starts().get(s);
          HittingTimes.Run run = new HittingTimes.Run(start, stepSize, plan.steps());
          HittingSample sample = simulation.within(run, plan.replicas(), budget / left, workers);
          budget -= sample.iterations();
          spent += sample.iterations();
          times.add(row(s, stepSize, sample));
        }
        left--;
      }
    }
  }

  private HittingTime row(int start, double stepSize, HittingSample sample) {
    boolean hit = sample.hits() > 0;
    Double mean = hit ? (Double) sample.mean() : null;
    Double median = known(sample.quantile(0.5));
    Double first = known(sample.quantile(0.25));
    Double third = known(sample.quantile(0.75));
    return new HittingTime(
        stepSize,
        prediction.starts().get(start),
        Method.DIRECT,
        mean,
        hit ? (Double) sample.standardError() : null,
        hit && sample.mean() > 0 ? List.of(sample.lower(), sample.upper()) : List.of(),
        median,
        first == null || third == null ? null : List.of(first, third),
        known(sample.restrictedMean()),
        sample.replicas(),
        sample.censored(),
        sample.diverged(),
        known(exponent(start)),
        predictedMean(start, stepSize),
        ratio(mean, predictedMean(start, stepSize)));
  }

  private static @Nullable Double known(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }

  private @Nullable Double predictedMean(int start, double stepSize) {
    OptionalDouble mean = means.mean(exponent(start), stepSize);
    return mean.isPresent() ? (Double) mean.getAsDouble() : null;
  }

  private static @Nullable Double ratio(@Nullable Double mean, @Nullable Double predicted) {
    return mean == null || predicted == null ? null : (Double) (mean / predicted);
  }

  private void splitting(List<HittingTime> times) {
    List<Neighbourhood> wells =
        prediction.minima().stream()
            .filter(i -> !prediction.target().contains(i))
            .map(i -> neighbourhood(prediction, i, plan.radius()))
            .toList();
    if (wells.isEmpty()) {
      return;
    }
    Splitting splitting = Splitting.of(sgd, target, wells, plan.seed());
    TreeSet<Double> stepSizes = further(SPLITTING_AT);
    double share = effort.splitting() / Math.max(1, stepSizes.size());
    for (double stepSize : stepSizes.descendingSet()) {
      List<Integer> far = far(stepSize);
      List<Point> starts = far.stream().map(prediction.starts()::get).toList();
      estimates(splitting, stepSize, starts, share)
          .ifPresent(
              all -> {
                for (int k = 0; k < far.size(); k++) {
                  times.add(row(far.get(k), stepSize, all.get(k)));
                }
              });
    }
  }

  /** How many iterations were made, about. */
  double spent() {
    return spent;
  }

  /** The starts that direct simulation does not reach at this step size. */
  private List<Integer> far(double stepSize) {
    List<Integer> far = new ArrayList<>();
    for (int s = 0; s < prediction.starts().size(); s++) {
      if (hopeless(s, stepSize)) {
        far.add(s);
      }
    }
    return far;
  }

  /** The file's step sizes that are hopeless for some start, and the largest exponent's own. */
  private TreeSet<Double> further(double[] at) {
    TreeSet<Double> stepSizes = new TreeSet<>();
    for (double stepSize : sgd.landscape().stepSizes()) {
      if (!far(stepSize).isEmpty()) {
        stepSizes.add(stepSize);
      }
    }
    double largest =
        prediction.startExponents().stream()
            .filter(j -> j > 0 && j < Double.POSITIVE_INFINITY)
            .max(Comparator.naturalOrder())
            .orElse(0.0);
    for (double ratio : at) {
      if (largest > 0 && !sgd.landscape().stepSizes().isEmpty()) {
        stepSizes.add(largest / ratio);
      }
    }
    return stepSizes;
  }

  private Optional<List<Splitting.Estimate>> estimates(
      Splitting splitting, double stepSize, List<Point> starts, double share) {
    Optional<List<Splitting.Estimate>> few =
        splitting.meanTimes(
            stepSize, starts, new Splitting.Effort(PATHS, FEW_RUNS, plan.steps()), workers);
    few.ifPresent(all -> spent += all.get(0).iterations());
    if (few.isEmpty() || few.get().get(0).iterations() * RUNS / FEW_RUNS > share) {
      return few;
    }
    return splitting.meanTimes(
        stepSize, starts, new Splitting.Effort(PATHS, RUNS, plan.steps()), workers);
  }

  private HittingTime row(int start, double stepSize, Splitting.Estimate estimate) {
    double relative = estimate.standardError() / estimate.mean();
    boolean found = Double.isFinite(estimate.mean()) && estimate.complete();
    Double mean = found ? (Double) estimate.mean() : null;
    double width = Math.exp(1.96 * relative);
    return plain(
        start,
        stepSize,
        Method.SPLITTING,
        mean,
        found ? (Double) estimate.standardError() : null,
        found ? List.of(estimate.mean() / width, estimate.mean() * width) : List.of(),
        estimate.runs());
  }

  private HittingTime plain(
      int start,
      double stepSize,
      Method method,
      @Nullable Double mean,
      @Nullable Double error,
      List<Double> interval,
      int replicas) {
    return new HittingTime(
        stepSize,
        prediction.starts().get(start),
        method,
        mean,
        error,
        interval,
        null,
        null,
        null,
        replicas,
        0,
        0,
        known(exponent(start)),
        predictedMean(start, stepSize),
        ratio(mean, predictedMean(start, stepSize)));
  }

  private void exact(List<HittingTime> times) {
    TreeSet<Double> stepSizes = new TreeSet<>(sgd.landscape().stepSizes());
    if (sgd.landscape().dimension() == 1) {
      stepSizes.addAll(further(EXACT_AT));
    }
    double level = prediction.level(sgd.landscape().objective());
    for (double stepSize : stepSizes.descendingSet()) {
      ExactChain.of(sgd, stepSize, level)
          .meanHittingTimes(target, prediction.starts())
          .ifPresent(
              all -> {
                for (int s = 0; s < all.length; s++) {
                  Double mean = known(all[s]);
                  times.add(plain(s, stepSize, Method.EXACT, mean, 0.0, List.of(), 0));
                }
              });
    }
  }
}
