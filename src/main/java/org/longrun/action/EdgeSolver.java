package org.longrun.action;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.GaussKronrod;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The least path near a given one, by the Ritz method: the discrete action is minimised on a
 * cascade of meshes, each started from the path before, until the next mesh promises less than the
 * tolerance (action methods, section 3). What is reported is the action of the final path,
 * re-integrated.
 */
final class EdgeSolver {
  private static final double COARSE = 1e-3;
  private static final double NEGLIGIBLE = 1e-11;
  private static final int DENSEST = 2;

  /** How much more than the path before a path may cost that is on its way to the minimum. */
  private static final double WORSE = 1.01;

  /** The relative accuracy of actions that are only compared, on the first meshes. */
  private static final double[] ROUGH = {1e-4, 1e-6};

  private final Hamiltonian hamiltonian;
  private final double tolerance;
  private final MeshSearch search;
  private final int last;

  EdgeSolver(Hamiltonian hamiltonian, double tolerance) {
    this(hamiltonian, tolerance, hamiltonian.dimension() <= StrongPreconditioner.FEW, false);
  }

  private EdgeSolver(Hamiltonian hamiltonian, double tolerance, boolean newton, boolean thorough) {
    this.hamiltonian = hamiltonian;
    this.tolerance = tolerance;
    this.search = new MeshSearch(tolerance, newton, thorough);
    this.last = Cascade.last(newton);
  }

  /**
   * A solver that takes Newton's steps in any number of variables, and as many as it needs: for
   * stiff noise, where nothing less gets there.
   */
  static EdgeSolver thorough(Hamiltonian hamiltonian, double tolerance) {
    return new EdgeSolver(hamiltonian, tolerance, true, true);
  }

  Hamiltonian hamiltonian() {
    return hamiltonian;
  }

  double tolerance() {
    return tolerance;
  }

  /** The path on the first meshes, up to the given level: enough to tell whether it matters. */
  EdgeSolution screen(Curve start, int level) {
    if (hamiltonian.dimension() == 1) {
      return OnlyWay.along(start, hamiltonian, tolerance);
    }
    return screen(single(start, 0), level);
  }

  /** Goes on with a screened path up to the given level. */
  EdgeSolution screen(EdgeSolution screened, int level) {
    EdgeSolution solution = screened;
    while (solution.level() < level && proceeds(solution)) {
      solution = better(solution, step(solution));
    }
    return solution;
  }

  /**
   * Goes on with a screened path until it has converged, the meshes end, or it is no longer worth
   * it. Where the meshes end the path with the least error is the one to tell.
   *
   * @param ends puts the free ends of a path in their places on its mesh
   */
  EdgeSolution refine(
      EdgeSolution screened, Predicate<EdgeSolution> worthwhile, UnaryOperator<EdgeSolution> ends) {
    EdgeSolution solution = assess(screened);
    EdgeSolution best = solution;
    while (!isLast(solution) && proceeds(solution) && worthwhile.test(solution)) {
      EdgeSolution next = assess(ends.apply(step(solution)));
      if (!(next.action() < Double.POSITIVE_INFINITY)) {
        // Possible at every point looked at so far, but not at those of the finer mesh.
        return solution.after(next.evaluations() - solution.evaluations());
      }
      solution = better(solution, next);
      best = solution.error() <= best.error() ? solution : best;
    }
    boolean ended = isLast(solution) && !solution.converged();
    return ended ? certified(best.after(solution.evaluations() - best.evaluations())) : solution;
  }

  /** The least path near a given one on the mesh of one level alone. */
  EdgeSolution single(Curve start, int level) {
    return single(start, level, Double.POSITIVE_INFINITY);
  }

  /**
   * The same, but a search that has gone astray is not tried again with more points where the path
   * costs more than is of use.
   */
  EdgeSolution single(Curve start, int level, double useful) {
    int densest = search.newton() ? DENSEST : 1;
    EdgeSolution found = single(start, level, 1);
    for (int density = 2;
        density <= densest && found.isAstray() && found.action() <= useful;
        density *= 2) {
      found = single(start, level, density).after(found.evaluations());
    }
    return found;
  }

  private EdgeSolution single(Curve start, int level, int density) {
    return solve(look(Cascade.single(level, density), start), level, null);
  }

  /**
   * The path of the finer mesh; or, where its search has exploited the quadrature so far that it is
   * worse, the path before: for another attempt with twice the points, or on the mesh after that.
   */
  private EdgeSolution better(EdgeSolution before, EdgeSolution after) {
    if (after.action() <= WORSE * before.action()) {
      return after;
    }
    EdgeSolution again =
        before.density() < DENSEST
            ? before.on(before.level(), 2 * before.density())
            : before.on(after.level(), before.density());
    Outlook outlook = look(again, again.density());
    return again
        .seen(outlook, outlook.missing(again))
        .after(after.evaluations() - before.evaluations());
  }

  /**
   * A path as it is, integrated to the tolerance: for want of meshes or of time the last word. What
   * the mesh made of its action is what it was sought by, so that as much as the two differ is in
   * doubt.
   */
  EdgeSolution certified(EdgeSolution solution) {
    EdgeSolution certified = integrated(solution, tolerance / 10);
    double error = certified.error() + Math.abs(certified.action() - solution.action());
    return certified.action() < Double.POSITIVE_INFINITY
        ? certified.limit(certified.action(), error, error <= tolerance * certified.action())
        : certified;
  }

  /** A path that was found before taken up again on its own mesh. */
  EdgeSolution resume(
      LeastPath found, Predicate<EdgeSolution> worthwhile, UnaryOperator<EdgeSolution> ends) {
    PathCurve curve = Objects.requireNonNull(found.curve());
    if (hamiltonian.dimension() == 1) {
      return OnlyWay.along(curve, hamiltonian, tolerance);
    }
    return refine(EdgeSolution.of(found, curve), worthwhile, ends);
  }

  /**
   * Whether a path ends below where it begins and costs next to nothing beside its reversal. Then
   * it runs along a line of the gradient flow, its infimum is 0, and no error relative to the cost
   * says anything.
   */
  boolean isFlowLine(EdgeSolution solution) {
    if (solution.converged()
        || !(solution.action() < Double.POSITIVE_INFINITY)
        || !(solution.curve().rise(hamiltonian) < 0)) {
      return false;
    }
    double back =
        new Reintegration(hamiltonian).integrate(solution.curve().reversed(), COARSE).value();
    return back < Double.POSITIVE_INFINITY && solution.action() <= NEGLIGIBLE * back;
  }

  /** Whether there is no finer mesh, but for looking ahead. */
  private boolean isLast(EdgeSolution solution) {
    return solution.level() >= last || Cascade.isFinest(solution.curve());
  }

  private boolean proceeds(EdgeSolution solution) {
    return !solution.converged() && solution.action() < Double.POSITIVE_INFINITY;
  }

  private EdgeSolution step(EdgeSolution before) {
    Outlook outlook = before.outlook();
    Outlook next = outlook != null ? outlook : look(before, before.density());
    return solve(next, before.level() + 1, before);
  }

  /** The best path on a mesh; on the first meshes re-integrated, on finer ones when assessed. */
  private EdgeSolution solve(Outlook start, int level, @Nullable EdgeSolution before) {
    ActionFunctional functional = start.action();
    boolean fully = before == null && search.thorough();
    LimitedMemoryBfgs.Result result =
        fully ? search.finish(start, level) : search.leave(start, level);
    long earlier = before == null ? 0 : before.evaluations();
    // What the look at this mesh took is counted with the path that was looked at.
    long looked = before == null || before.outlook() == null ? 0 : start.evaluations();
    EdgeSolution solution =
        new EdgeSolution(
            functional.curve(result.x()),
            level,
            functional.mesh().density(),
            finite(result.value()),
            result.value(),
            before == null ? Double.POSITIVE_INFINITY : before.action(),
            0,
            Double.POSITIVE_INFINITY,
            0,
            functional.evaluations() - looked + earlier,
            false,
            null,
            null);
    return before == null ? integrated(solution, rough(level)) : told(solution);
  }

  /** A path as the meshes of its level tell of it: re-integrated on the first ones. */
  EdgeSolution told(EdgeSolution solution) {
    int level = solution.level();
    return level < ROUGH.length ? integrated(solution, rough(level)) : solution;
  }

  /** The interior nodes of the least path near a given one on its mesh, and its action there. */
  LimitedMemoryBfgs.Result inner(Outlook start, int level) {
    return search.finish(start, level);
  }

  /** A path as it looks on a mesh. */
  Outlook look(PathMesh mesh, Curve curve) {
    return new Outlook(hamiltonian, search.newton(), mesh, curve);
  }

  /** What is negligible beside an action on a level. */
  double negligible(int level) {
    return search.negligible(level);
  }

  private static double rough(int level) {
    return ROUGH[Math.min(level, ROUGH.length - 1)];
  }

  private EdgeSolution integrated(EdgeSolution solution, double accuracy) {
    Reintegration reintegration = new Reintegration(hamiltonian);
    GaussKronrod.Result integral = reintegration.integrate(solution.curve(), accuracy);
    double error = solution.error() + integral.error();
    return new EdgeSolution(
        solution.curve(),
        solution.level(),
        solution.density(),
        finite(integral.value()),
        solution.discrete(),
        solution.before(),
        solution.ends(),
        error,
        reintegration.residual(),
        solution.evaluations() + integral.evaluations(),
        error <= tolerance * integral.value(),
        reintegration.obstacle(),
        solution.outlook());
  }

  /** Looks at a path on the next mesh; where that promises little the path is integrated finely. */
  private EdgeSolution assess(EdgeSolution solution) {
    if (solution.outlook() != null
        || solution.level() == 0
        || hamiltonian.dimension() == 1
        || !(solution.action() < Double.POSITIVE_INFINITY)) {
      return solution;
    }
    Outlook outlook = look(solution, solution.density());
    EdgeSolution assessed = solution.seen(outlook, outlook.missing(solution));
    if (solution.density() < DENSEST && outlook.isExploited(assessed, tolerance)) {
      // The points of the next mesh are doubled, and stay so.
      outlook = look(solution, 2 * solution.density());
      assessed = assessed.seen(outlook, outlook.missing(solution));
    }
    boolean small = assessed.error() <= tolerance * outlook.value();
    return small ? settled(assessed, outlook) : assessed;
  }

  /** The path after the last step, of which the outlook is known: it takes no more evaluations. */
  private EdgeSolution settled(EdgeSolution assessed, Outlook outlook) {
    EdgeSolution settled = certified(assessed.with(outlook.next(assessed.curve())));
    return settled.action() <= outlook.value() + assessed.error()
        ? settled
        : certified(assessed).after(settled.evaluations() - assessed.evaluations());
  }

  private Outlook look(EdgeSolution solution, int density) {
    return look(Cascade.after(solution, density, search.newton()), solution.curve());
  }

  /** An action that is not a number counts as impossible. */
  static double finite(double action) {
    return Double.isNaN(action) ? Double.POSITIVE_INFINITY : action;
  }
}
