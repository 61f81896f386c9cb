package org.longrun.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.longrun.dynamics.Sgd;
import org.longrun.simulate.ExactChain;
import org.longrun.simulate.Neighbourhood;
import org.longrun.simulate.Workers;

/**
 * The hitting times of a landscape by every method that can reach them: {@link DirectRuns} up to
 * J/η = 12, {@link SplittingRuns} beyond, the exact chain on a line or where a grid in the plane is
 * affordable.
 */
final class HittingStudy {
  private static final double[] EXACT_AT = {13, 17, 21, 25};

  private final Sgd sgd;
  private final Prediction prediction;
  private final Neighbourhood target;
  private final HittingRows rows;

  HittingStudy(Sgd sgd, Prediction prediction) {
    this.sgd = sgd;
    this.prediction = prediction;
    double radius = sgd.landscape().simulation().radius();
    this.target =
        Neighbourhood.union(
            "Q",
            prediction.target().stream().map(i -> neighbourhood(prediction, i, radius)).toList());
    this.rows = new HittingRows(sgd, prediction);
  }

  /**
   * What the runs show.
   *
   * @param times by start, method and falling step size
   * @param moves from well to well, by splitting
   * @param warnings what was left out
   * @param spent iterations made, about
   */
  record Findings(
      List<HittingTime> times, List<ChainMove> moves, List<String> warnings, double spent) {}

  /** The neighbourhood of a component. */
  static Neighbourhood neighbourhood(Prediction prediction, int component, double radius) {
    var k = prediction.components().get(component);
    return new Neighbourhood(k.id(), k.points(), radius);
  }

  /** The step sizes at which the largest finite exponent has these ratios J/η. */
  static TreeSet<Double> ownStepSizes(Prediction prediction, double[] ratios) {
    double largest =
        prediction.startExponents().stream()
            .filter(j -> j > 0 && j < Double.POSITIVE_INFINITY)
            .max(Comparator.naturalOrder())
            .orElse(0.0);
    TreeSet<Double> stepSizes = new TreeSet<>();
    for (double ratio : ratios) {
      if (largest > 0) {
        stepSizes.add(largest / ratio);
      }
    }
    return stepSizes;
  }

  /** Runs every method. */
  Findings run(Effort effort, Workers workers) {
    if (prediction.starts().isEmpty()) {
      return new Findings(List.of(), List.of(), List.of(), 0);
    }
    DirectRuns direct = new DirectRuns(sgd, prediction, target, effort.hitting());
    List<HittingTime> times = new ArrayList<>(direct.run(rows, workers));
    SplittingRuns splitting = new SplittingRuns(sgd, prediction, target, direct);
    splitting.run(effort.splitting(), rows, workers);
    times.addAll(splitting.times());
    times.addAll(exact());
    times.sort(
        Comparator.<HittingTime>comparingInt(t -> prediction.starts().indexOf(t.start()))
            .thenComparing(HittingTime::method)
            .thenComparing(Comparator.comparingDouble(HittingTime::stepSize).reversed()));
    List<String> warnings = new ArrayList<>(direct.warnings());
    warnings.addAll(splitting.warnings());
    return new Findings(times, splitting.moves(), warnings, direct.spent() + splitting.spent());
  }

  private List<HittingTime> exact() {
    List<HittingTime> times = new ArrayList<>();
    TreeSet<Double> stepSizes = new TreeSet<>(sgd.landscape().stepSizes());
    if (sgd.landscape().dimension() == 1) {
      stepSizes.addAll(ownStepSizes(prediction, EXACT_AT));
    }
    double level = prediction.level(sgd.landscape().objective());
    for (double stepSize : stepSizes.descendingSet()) {
      ExactChain.of(sgd, stepSize, level)
          .meanHittingTimes(target, prediction.starts())
          .ifPresent(
              all -> {
                for (int s = 0; s < all.length; s++) {
                  times.add(rows.of(s, stepSize, all[s]));
                }
              });
    }
    return times;
  }
}
