package org.longrun.action;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.GaussKronrod;
import org.longrun.numerics.LimitedMemoryBfgs;
import org.longrun.numerics.Point;

/**
 * The least path near a given one, by the Ritz method: the discrete action is minimised on a
 * cascade of meshes, each started from the path before, until the re-integrated action changes less
 * than the tolerance (action methods, section 3).
 */
final class EdgeSolver {
  private static final int MEMORY = 30;
  private static final int SAMPLE = 65;
  private static final double BROKEN = 1e-3;
  private static final double NEGLIGIBLE = 1e-11;
  private static final double EXPLOITED = 1e-6;
  private static final int DENSEST = 4;
  private static final int STRONG = 2400;
  private static final int[] ITERATIONS = {40, 60, 100};
  private static final int[][] CASCADE = {
    {1, 4}, {1, 8}, {1, 12}, {1, 16}, {1, 24}, {1, 32}, {2, 32}, {4, 32}
  };

  private final Hamiltonian hamiltonian;
  private final double tolerance;

  EdgeSolver(Hamiltonian hamiltonian, double tolerance) {
    this.hamiltonian = hamiltonian;
    this.tolerance = tolerance;
  }

  /**
   * A path with its action.
   *
   * @param curve the path
   * @param level the mesh of the cascade that it was found on
   * @param density how dense its quadrature points were
   * @param action Ŝ, re-integrated
   * @param discrete S_n
   * @param change how much Ŝ changed from the mesh before; +∞ on the first
   * @param error the estimated error of Ŝ as an approximation of the local infimum
   * @param residual the largest |H|
   * @param evaluations gradient evaluations up to here
   * @param converged whether the error is within the tolerance
   * @param obstacle where the path is impossible; null if it is not
   */
  record Solution(
      PathCurve curve,
      int level,
      int density,
      double action,
      double discrete,
      double change,
      double error,
      double residual,
      long evaluations,
      boolean converged,
      double @Nullable [] obstacle) {
    /** Whether the discrete action exploits a place where the path is not smooth. */
    boolean isBroken() {
      return !(Math.abs(discrete - action) <= BROKEN * action);
    }

    /**
     * The density for the next mesh. Where quadrature and re-integration disagree the search
     * exploits the quadrature's error: its points are doubled, and stay so.
     */
    int nextDensity() {
      boolean exploited = level > 0 && Math.abs(discrete - action) > EXPLOITED * action;
      return exploited ? Math.min(2 * density, DENSEST) : density;
    }

    /** The same with the evaluations of earlier work added. */
    Solution after(long earlier) {
      return new Solution(
          curve,
          level,
          density,
          action,
          discrete,
          change,
          error,
          residual,
          evaluations + earlier,
          converged,
          obstacle);
    }

    /** The same, but not converged, with another error. */
    Solution unconverged(double otherError) {
      return new Solution(
          curve,
          level,
          density,
          action,
          discrete,
          change,
          otherError,
          residual,
          evaluations,
          false,
          null);
    }

    /** The path with its certificate. */
    LeastPath path(String start, long evaluationsTotal) {
      return new LeastPath(
          Math.max(0, action),
          error,
          converged,
          curve.sample(SAMPLE),
          residual,
          evaluations,
          evaluationsTotal,
          start,
          obstacle == null ? null : Point.of(obstacle));
    }
  }

  /** The path on the first meshes, up to the given level: enough to tell whether it matters. */
  Solution screen(Curve start, int level) {
    return screen(step(start, null), level);
  }

  /** Goes on with a screened path up to the given level. */
  Solution screen(Solution screened, int level) {
    Solution solution = screened;
    while (solution.level() < level && proceeds(solution)) {
      solution = step(solution.curve(), solution);
    }
    return solution;
  }

  /**
   * Goes on with a screened path until it has converged, the meshes end, or it is no longer worth
   * it.
   */
  Solution refine(Solution screened, Predicate<Solution> worthwhile) {
    Solution solution = screened;
    while (solution.level() + 1 < CASCADE.length
        && proceeds(solution)
        && worthwhile.test(solution)) {
      Solution next = step(solution.curve(), solution);
      if (!(next.action() < Double.POSITIVE_INFINITY)) {
        // Possible at every point looked at so far, but not at those of the finer mesh.
        return solution.after(next.evaluations() - solution.evaluations());
      }
      solution = next;
    }
    return solution;
  }

  /** The least path near a given one on the mesh of one level alone. */
  Solution single(Curve start, int level) {
    return step(start, null, level);
  }

  /**
   * Whether a path costs next to nothing beside its reversal. Then it runs along a line of the
   * gradient flow, its infimum is 0, and no error relative to the cost says anything.
   */
  boolean isFlowLine(Solution solution) {
    if (solution.converged() || !(solution.action() < Double.POSITIVE_INFINITY)) {
      return false;
    }
    double back =
        new Reintegration(hamiltonian).integrate(solution.curve().reversed(), BROKEN, 0).value();
    return back < Double.POSITIVE_INFINITY && solution.action() <= NEGLIGIBLE * back;
  }

  private boolean proceeds(Solution solution) {
    return !solution.converged() && solution.action() < Double.POSITIVE_INFINITY;
  }

  private Solution step(Curve start, @Nullable Solution before) {
    return step(start, before, before == null ? 0 : before.level() + 1);
  }

  private Solution step(Curve start, @Nullable Solution before, int level) {
    if (hamiltonian.dimension() == 1) {
      return onlyWay(start);
    }
    int density = before == null ? 1 : before.nextDensity();
    PathMesh mesh = new PathMesh(CASCADE[level][0], CASCADE[level][1], density);
    ActionFunctional action = new ActionFunctional(hamiltonian, mesh, start);
    double[] interior = action.interior();
    action.evaluate(interior, new double[interior.length]);
    LimitedMemoryBfgs.Preconditioner preconditioner = preconditioner(action);
    LimitedMemoryBfgs.Result result =
        new LimitedMemoryBfgs(MEMORY, ITERATIONS[Math.min(level, 2)], extent(action))
            .minimise(action, preconditioner, interior, stop(level, before));
    return judge(action, result, level, before);
  }

  /** On a line all paths between two points are one path at different speeds. */
  private Solution onlyWay(Curve start) {
    double[] from = new double[1];
    double[] to = new double[1];
    start.point(0, from);
    start.point(1, to);
    PathMesh mesh = new PathMesh(1, 1, 1);
    PathCurve curve = new PathCurve(mesh, 1, new double[] {from[0], to[0]});
    Reintegration reintegration = new Reintegration(hamiltonian);
    GaussKronrod.Result integral = reintegration.integrate(curve, tolerance / 100, 0);
    double action = finite(integral.value());
    return new Solution(
        curve,
        CASCADE.length - 1,
        1,
        action,
        action,
        0,
        integral.error(),
        reintegration.residual(),
        integral.evaluations(),
        !(integral.error() > tolerance * action),
        reintegration.obstacle());
  }

  /** An action that is not a number counts as impossible. */
  private static double finite(double action) {
    return Double.isNaN(action) ? Double.POSITIVE_INFINITY : action;
  }

  private LimitedMemoryBfgs.Preconditioner preconditioner(ActionFunctional action) {
    if ((action.mesh().nodes() - 2) * hamiltonian.dimension() <= STRONG) {
      StrongPreconditioner strong = new StrongPreconditioner(action, hamiltonian);
      if (strong.isUsable()) {
        return strong;
      }
    }
    return new CheapPreconditioner(action, hamiltonian);
  }

  private LimitedMemoryBfgs.Stop stop(int level, @Nullable Solution before) {
    double relative = level == 0 ? 1e-4 : tolerance / 100;
    return new LimitedMemoryBfgs.Stop(relative, 0);
  }

  private static double extent(ActionFunctional action) {
    double[] interior = action.interior();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double coordinate : interior) {
      low = Math.min(low, coordinate);
      high = Math.max(high, coordinate);
    }
    return 0.3 * (high - low) + 1e-12;
  }

  /** What is left of the last change, if the changes go on to shrink as they did. */
  private static double shrinkage(double change, @Nullable Solution before) {
    if (before == null || !(before.change() < Double.POSITIVE_INFINITY)) {
      return 1;
    }
    double ratio = change / before.change();
    return Math.min(1, Math.max(0.1, ratio / (1 - Math.min(ratio, 0.9))));
  }

  private Solution judge(
      ActionFunctional functional,
      LimitedMemoryBfgs.Result result,
      int level,
      @Nullable Solution before) {
    PathCurve curve = functional.curve(result.x());
    Reintegration reintegration = new Reintegration(hamiltonian);
    double accuracy = level < 1 ? 1e-4 : tolerance / 10;
    GaussKronrod.Result integral = reintegration.integrate(curve, accuracy, 0);
    double action = finite(integral.value());
    double change = before == null ? Double.POSITIVE_INFINITY : Math.abs(before.action() - action);
    double error = change * shrinkage(change, before) + integral.error() + result.expected();
    boolean converged = level >= 1 && result.converged() && error <= tolerance * action;
    long evaluations =
        functional.evaluations()
            + integral.evaluations()
            + (before == null ? 0 : before.evaluations());
    return new Solution(
        curve,
        level,
        functional.mesh().density(),
        action,
        result.value(),
        change,
        error,
        reintegration.residual(),
        evaluations,
        converged,
        reintegration.obstacle());
  }
}
