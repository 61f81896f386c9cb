package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.dynamics.RelaxedHamiltonian;
import org.longrun.numerics.Point;

/**
 * Finds possible paths where no start of the search is one, as in many dimensions under noise of
 * bounded support: the least path with a little Gaussian noise added is followed as that noise
 * falls tenfold from step to step. Its cost rises to B, so that it also tells where there is none.
 *
 * <p>With ε the added variance and δ_k the rises of the cost from one ε to the next, a cost whose
 * last rise is at most half the one before has the limit B; one that rises more grows without
 * bound: like 1/ε where a path must cross a place that the noise cannot, like log 1/ε where the
 * noise vanishes in proportion to the distance from a set that the dynamics never leave. A limit
 * that is not known to half of itself is none.
 */
final class Relaxation {
  /** ε as parts of the mean variance along the first path. */
  private static final double[] PARTS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};

  /** The mesh of the cascade for each ε: the less noise, the less a path may stray. */
  private static final int[] LEVELS = {1, 1, 1, 2, 2};

  private static final double TOLERANCE = 1e-4;
  private static final double CLOSE = 1.5;
  private static final double SHRINKS = 0.5;
  private static final double SOARS = 5;
  private static final double UNSETTLED = 0.5;
  private static final double RESOLVED = 0.2;
  private static final int SAMPLE = 64;

  private final Hamiltonian hamiltonian;
  private final EdgeSolver solver;

  Relaxation(Hamiltonian hamiltonian, EdgeSolver solver) {
    this.hamiltonian = hamiltonian;
    this.solver = solver;
  }

  /**
   * What came of it.
   *
   * @param start the name of the start curve
   * @param solution a path that is possible, or the limit of relaxed ones; null if there is none
   * @param possible whether the solution is a possible path
   * @param blockage why there is none; null if there is one, or if the chain is known to cost less
   * @param evaluations gradient evaluations of it all
   */
  record Outcome(
      String start,
      @Nullable EdgeSolution solution,
      boolean possible,
      @Nullable Blockage blockage,
      long evaluations) {}

  /** The path of the most noise, and the scales of the noise along it. */
  private record First(String name, EdgeSolution solution, VarianceAlong variance) {}

  /**
   * Follows the least relaxed path.
   *
   * @param starts where to begin
   * @param hopeless the cost from which on a path is not wanted
   * @param spent whether so many evaluations are all that may be made
   */
  Outcome follow(List<StartCurves.Start> starts, double hopeless, LongPredicate spent) {
    long evaluations = 0;
    First best = null;
    for (StartCurves.Start start : starts) {
      if (best != null && spent.test(evaluations)) {
        break;
      }
      VarianceAlong variance = VarianceAlong.of(hamiltonian, start.curve());
      EdgeSolution first = relaxed(PARTS[0] * variance.mean()).screen(start.curve(), 0);
      evaluations += first.evaluations();
      boolean better = best == null || first.action() < best.solution().action();
      if (better && first.action() < Double.POSITIVE_INFINITY) {
        best = new First(start.name(), first, variance);
      }
    }
    return best == null
        ? new Outcome("", null, false, null, evaluations)
        : descend(best, hopeless, evaluations, spent);
  }

  private Outcome descend(First first, double hopeless, long before, LongPredicate spent) {
    long evaluations = before;
    List<Double> costs = new ArrayList<>();
    EdgeSolution path = first.solution();
    Told told = new Told(path, 0);
    boolean plain = PARTS[0] * first.variance().mean() < first.variance().least();
    for (int k = 0; k < PARTS.length && !soars(costs, first); k++) {
      if (spent.test(evaluations)) {
        return new Outcome(first.name(), null, false, null, evaluations);
      }
      EdgeSolver relaxed = relaxed(PARTS[k] * first.variance().mean());
      // Where soaring costs tell that the way is barred they need not be exact.
      double useful = plain ? SOARS * path.action() : Double.POSITIVE_INFINITY;
      boolean known = plain && k == 0;
      EdgeSolution next = known ? path : relaxed.single(path.curve(), LEVELS[k], useful);
      if (k == PARTS.length - 1) {
        int finest = LEVELS[k];
        next = relaxed.refine(next, s -> s.level() <= finest, UnaryOperator.identity());
      }
      evaluations += known ? 0 : next.evaluations();
      if (!(next.action() < Double.POSITIVE_INFINITY)) {
        break;
      }
      path = next;
      told = isSettled(path) ? new Told(path, k) : told;
      costs.add(path.action());
      if (path.action() > hopeless) {
        return new Outcome(first.name(), null, false, null, evaluations);
      }
      double strict = strictly(path.curve());
      if (strict <= CLOSE * path.action()
          || k == PARTS.length - 1 && strict < Double.POSITIVE_INFINITY) {
        EdgeSolution possible = solver.single(path.curve(), path.level());
        evaluations += possible.evaluations();
        if (possible.action() < Double.POSITIVE_INFINITY) {
          return new Outcome(first.name(), possible, true, null, evaluations);
        }
      }
    }
    Outcome limit = limit(first, path, costs, evaluations);
    return limit.solution() != null ? limit : blocked(first, told, costs, evaluations);
  }

  /**
   * Whether the cost rises like 1/ε although ε is less than any variance of the noise itself along
   * the first path: the way is barred, not merely narrow.
   */
  private static boolean soars(List<Double> costs, First first) {
    int n = costs.size();
    return n >= 3
        && PARTS[n - 3] * first.variance().mean() < first.variance().least()
        && rise(costs, 1) > (SOARS - 1) * costs.get(n - 2)
        && rise(costs, 2) > (SOARS - 1) * costs.get(n - 3);
  }

  /** By how much the cost rose, so many steps before the end. */
  private static double rise(List<Double> costs, int back) {
    int n = costs.size();
    return n <= back ? Double.NaN : costs.get(n - back) - costs.get(n - back - 1);
  }

  /**
   * The limit, if the cost settles. Least costs rise as ε falls: where they fell the search has
   * come to a better path, and how far the last ones lie apart tells how little is known.
   */
  private Outcome limit(First first, EdgeSolution last, List<Double> costs, long evaluations) {
    double rise = rise(costs, 1);
    double before = rise(costs, 2);
    boolean falls = Math.min(rise, before) < -TOLERANCE * last.action();
    boolean shrinks = rise <= Math.max(SHRINKS * before, TOLERANCE * last.action());
    double spread = falls ? Math.abs(rise) + Math.abs(before) : Math.max(0, rise);
    double error = spread + last.error();
    if (error <= UNSETTLED * last.action() && (falls || shrinks)) {
      return new Outcome(first.name(), last.unconverged(error), false, null, evaluations);
    }
    return new Outcome(first.name(), null, false, null, evaluations);
  }

  /**
   * Where the way is barred, by the last path that its mesh resolves: the less noise, the more the
   * search jumps over the barrier between the quadrature points.
   */
  private Outcome blocked(First first, Told told, List<Double> costs, long evaluations) {
    double variance = PARTS[told.step()] * first.variance().mean();
    Point point = hardest(told.path().curve(), variance);
    boolean known = told.step() == costs.size() - 1 || soars(costs, first);
    Blockage blockage = new Blockage(point, known ? costs : List.of());
    return new Outcome(first.name(), null, false, blockage, evaluations);
  }

  /** A path that its mesh resolves, and its place in the list of ε. */
  private record Told(EdgeSolution path, int step) {}

  private static boolean isSettled(EdgeSolution path) {
    return Math.abs(path.discrete() - path.action()) <= RESOLVED * path.action();
  }

  private EdgeSolver relaxed(double variance) {
    return new EdgeSolver(new RelaxedHamiltonian(hamiltonian, variance), TOLERANCE);
  }

  private double strictly(PathCurve curve) {
    double action = new Reintegration(hamiltonian).integrate(curve, TOLERANCE).value();
    return Double.isNaN(action) ? Double.POSITIVE_INFINITY : action;
  }

  /** Where the added noise has most to do: ε‖p‖²/λ, its share in the action, is greatest. */
  private Point hardest(PathCurve curve, double variance) {
    int d = hamiltonian.dimension();
    Hamiltonian relaxed = new RelaxedHamiltonian(hamiltonian, variance);
    OnShellLagrangian lagrangian = new OnShellLagrangian(d);
    double[] x = new double[d];
    double[] v = new double[d];
    double[] p = new double[d];
    double[] worst = new double[d];
    double most = -1;
    for (int k = 1; k < SAMPLE; k++) {
      curve.evaluate((double) k / SAMPLE, x, v);
      p[0] = Double.NaN;
      lagrangian.evaluate(relaxed.at(x), v, p);
      double square = 0;
      for (double component : p) {
        square += component * component;
      }
      if (square / lagrangian.multiplier() > most) {
        most = square / lagrangian.multiplier();
        worst = x.clone();
      }
    }
    return Point.of(worst);
  }
}
