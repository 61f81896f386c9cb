package org.longrun.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.SimulationPlan;
import org.longrun.simulate.HittingSample;
import org.longrun.simulate.HittingTimes;
import org.longrun.simulate.Neighbourhood;
import org.longrun.simulate.Workers;

/**
 * Direct runs of all starts at all step sizes with J/η ≤ 12: some of each, from whose cost the
 * {@link Allocation} of the others follows.
 */
final class DirectRuns {
  /** J/η beyond which direct simulation is hopeless. */
  static final double HOPELESS = 12;

  private static final double[] OWN = {6, 7.5, 9};
  private static final int PILOT = HittingTimes.PIECE;

  private final Prediction prediction;
  private final SimulationPlan plan;
  private final List<Double> stepSizes;
  private final HittingTimes simulation;
  private final double budget;
  private double spent;

  /**
   * The direct runs of a landscape.
   *
   * @param sgd what runs
   * @param prediction the starts and their exponents
   * @param target Q
   * @param budget iterations in all
   */
  DirectRuns(Sgd sgd, Prediction prediction, Neighbourhood target, double budget) {
    this.prediction = prediction;
    this.plan = sgd.landscape().simulation();
    this.stepSizes = sgd.landscape().stepSizes();
    this.simulation = HittingTimes.of(sgd, target, plan.seed());
    this.budget = budget;
  }

  private record Place(int start, double stepSize) {}

  /** Runs them all. */
  List<HittingTime> run(HittingRows rows, Workers workers) {
    List<Place> places = places();
    List<HittingTimes.Batch> pilots = new ArrayList<>();
    int pilot = Math.min(PILOT, plan.replicas());
    for (Place place : places) {
      pilots.add(batch(place, 0, pilot));
    }
    List<HittingSample> samples = new ArrayList<>(simulation.samples(pilots, workers));
    List<HittingTimes.Batch> others = others(places, samples);
    List<HittingSample> more = simulation.samples(others, workers);
    List<HittingTime> times = new ArrayList<>();
    for (int k = 0; k < places.size(); k++) {
      HittingSample all = samples.get(k).and(more.get(k));
      spent += all.iterations();
      times.add(rows.of(places.get(k).start(), places.get(k).stepSize(), all));
    }
    return times;
  }

  /** The step sizes of the file that were left out although J/η allows them. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int s = 0; s < prediction.starts().size(); s++) {
      double j = prediction.startExponents().get(s);
      for (double stepSize : stepSizes) {
        if (isHopeless(s, stepSize) && !(j < Double.POSITIVE_INFINITY && j / stepSize > HOPELESS)) {
          warnings.add(
              "step size "
                  + stepSize
                  + ": no direct runs from "
                  + prediction.starts().get(s)
                  + ", the budget is too small (simulation-budget, or --full)");
        }
      }
    }
    return warnings;
  }

  /** Iterations made. */
  double spent() {
    return spent;
  }

  private HittingTimes.Batch batch(Place place, int first, int replicas) {
    var run =
        new HittingTimes.Run(
            prediction.starts().get(place.start()), place.stepSize(), plan.steps());
    return new HittingTimes.Batch(run, first, replicas);
  }

  private List<HittingTimes.Batch> others(List<Place> places, List<HittingSample> samples) {
    List<Allocation.Point> points = new ArrayList<>();
    int[] made = new int[places.size()];
    double left = budget;
    for (int k = 0; k < made.length; k++) {
      Place place = places.get(k);
      made[k] = samples.get(k).replicas();
      double cost = Math.max(1, samples.get(k).iterations() / made[k]);
      left -= samples.get(k).iterations();
      double exponent = prediction.startExponents().get(place.start());
      points.add(new Allocation.Point(place.start(), 1 / place.stepSize(), exponent, cost));
    }
    int[] replicas = Allocation.of(points, made, plan.replicas(), PILOT, left);
    List<HittingTimes.Batch> batches = new ArrayList<>();
    for (int k = 0; k < made.length; k++) {
      batches.add(batch(places.get(k), made[k], replicas[k] - made[k]));
    }
    return batches;
  }

  /** True if direct runs don't reach the target, or not with this budget. */
  boolean isHopeless(int start, double stepSize) {
    double j = prediction.startExponents().get(start);
    return j < Double.POSITIVE_INFINITY && j / stepSize > HOPELESS
        || PILOT * expected(start, stepSize) > budget / prediction.starts().size();
  }

  /** About how many iterations a replica makes: exp(J/η)/η, but no more than allowed. */
  private double expected(int start, double stepSize) {
    double exponent = prediction.startExponents().get(start);
    return Math.min(plan.steps(), Math.exp(exponent / stepSize) / stepSize);
  }

  /** The dearest first: by falling J/η. */
  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int s = 0; s < prediction.starts().size(); s++) {
      for (double stepSize : stepSizes(s)) {
        if (!isHopeless(s, stepSize)) {
          places.add(new Place(s, stepSize));
        }
      }
    }
    places.sort(
        Comparator.<Place>comparingDouble(p -> -expected(p.start(), p.stepSize()))
            .thenComparingDouble(Place::stepSize));
    return places;
  }

  /** The file's step sizes; with fewer than two that tell a slope, some of the start's own too. */
  private TreeSet<Double> stepSizes(int start) {
    TreeSet<Double> all = new TreeSet<>(stepSizes);
    double j = prediction.startExponents().get(start);
    long telling =
        stepSizes.stream().filter(e -> j / e >= ArrheniusFit.FAR && !isHopeless(start, e)).count();
    if (j > 0 && j < Double.POSITIVE_INFINITY && telling < 2) {
      for (double ratio : OWN) {
        all.add(j / ratio);
      }
    }
    return all;
  }
}
