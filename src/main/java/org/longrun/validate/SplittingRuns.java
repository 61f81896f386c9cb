package org.longrun.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.SimulationPlan;
import org.longrun.numerics.Point;
import org.longrun.simulate.Neighbourhood;
import org.longrun.simulate.Splitting;
import org.longrun.simulate.Workers;

/**
 * Splitting at the step sizes that direct runs do not reach: the file's, and those with J/η = 14 …
 * 36 for the largest J, three times as far as direct runs go.
 *
 * <p>Two runs at the largest step size tell what a run costs; at others it grows as 1/η² (longer
 * paths, more levels). From the largest on, as many step sizes as the budget has room for get the
 * same number of runs, at least {@value #LEAST_RUNS}.
 */
final class SplittingRuns {
  private static final double[] OWN = {14, 20, 27, 36};
  private static final int PATHS = 200;
  private static final int PILOT_RUNS = 2;
  private static final int LEAST_RUNS = 8;
  private static final int MOST_RUNS = 64;

  private final Prediction prediction;
  private final SimulationPlan plan;
  private final DirectRuns direct;
  private final List<Double> stepSizes;
  private final List<Integer> wells;
  private final @Nullable Splitting splitting;
  private final List<HittingTime> times = new ArrayList<>();
  private final List<ChainMove> moves = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private double spent;

  /**
   * The splitting of a landscape.
   *
   * @param sgd what runs
   * @param prediction the starts, the wells, the costs
   * @param target Q
   * @param direct which step sizes need no splitting
   */
  SplittingRuns(Sgd sgd, Prediction prediction, Neighbourhood target, DirectRuns direct) {
    this.prediction = prediction;
    this.plan = sgd.landscape().simulation();
    this.direct = direct;
    this.stepSizes = sgd.landscape().stepSizes();
    this.wells =
        prediction.minima().stream().filter(i -> !prediction.target().contains(i)).toList();
    List<Neighbourhood> around =
        wells.stream().map(i -> HittingStudy.neighbourhood(prediction, i, plan.radius())).toList();
    this.splitting =
        wells.isEmpty() || far().isEmpty() ? null : Splitting.of(sgd, target, around, plan.seed());
  }

  /** Runs the step sizes with about so many iterations. */
  void run(double budget, HittingRows rows, Workers workers) {
    if (splitting == null) {
      return;
    }
    List<Double> all = List.copyOf(far().descendingSet());
    Optional<Splitting.Result> pilot = at(splitting, all.get(0), PILOT_RUNS, workers);
    if (pilot.isEmpty()) {
      warnings.add("no splitting: more than 8 wells, or one that holds no iterates");
      return;
    }
    double price = pilot.get().iterations() / PILOT_RUNS * all.get(0) * all.get(0);
    double square = 0;
    int affordable = 0;
    for (double stepSize : all) {
      double more = square + price / (stepSize * stepSize);
      if (LEAST_RUNS * more <= budget) {
        square = more;
        affordable++;
      }
    }
    if (affordable < all.size()) {
      String without = all.subList(affordable, all.size()).toString();
      warnings.add("no splitting at " + without + ", the budget is too small (simulation-budget)");
    }
    int runs = (int) Math.min(MOST_RUNS, budget / square);
    for (double stepSize : all.subList(0, affordable)) {
      at(splitting, stepSize, runs, workers).ifPresent(found -> gather(stepSize, found, rows));
    }
  }

  private Optional<Splitting.Result> at(
      Splitting runs, double stepSize, int count, Workers workers) {
    List<Point> starts = hopeless(stepSize).stream().map(prediction.starts()::get).toList();
    Optional<Splitting.Result> found =
        runs.run(stepSize, starts, new Splitting.Effort(PATHS, count, plan.steps()), workers);
    found.ifPresent(result -> spent += result.iterations());
    return found;
  }

  private void gather(double stepSize, Splitting.Result found, HittingRows rows) {
    List<Integer> starts = hopeless(stepSize);
    for (int k = 0; k < starts.size(); k++) {
      times.add(rows.of(starts.get(k), stepSize, found.times().get(k)));
    }
    if (wells.size() > 1) {
      found.jumps().forEach(jump -> moves.add(move(stepSize, jump)));
    }
  }

  private ChainMove move(double stepSize, Splitting.Jump jump) {
    int from = wells.get(jump.from());
    boolean arrives = jump.to() == wells.size();
    return new ChainMove(
        stepSize,
        Method.SPLITTING,
        component(from),
        arrives ? prediction.targetName() : component(wells.get(jump.to())),
        0,
        jump.probability(),
        jump.standardError(),
        Math.max(0, -stepSize * Math.log(jump.probability())),
        new Hops(prediction).exponent(from, arrives ? Hops.TARGET : wells.get(jump.to())));
  }

  private String component(int i) {
    return prediction.components().get(i).id();
  }

  List<HittingTime> times() {
    return times;
  }

  List<ChainMove> moves() {
    return moves;
  }

  List<String> warnings() {
    return warnings;
  }

  /** Iterations made, about. */
  double spent() {
    return spent;
  }

  /** The starts that direct runs do not reach at this step size. */
  private List<Integer> hopeless(double stepSize) {
    List<Integer> far = new ArrayList<>();
    for (int s = 0; s < prediction.starts().size(); s++) {
      double exponent = prediction.startExponents().get(s);
      if (exponent < Double.POSITIVE_INFINITY && direct.isHopeless(s, stepSize)) {
        far.add(s);
      }
    }
    return far;
  }

  /** The file's step sizes that are hopeless for some start, and the largest exponent's own. */
  private TreeSet<Double> far() {
    TreeSet<Double> all = HittingStudy.ownStepSizes(prediction, OWN);
    all.addAll(stepSizes);
    all.removeIf(stepSize -> hopeless(stepSize).isEmpty());
    return all;
  }
}
