package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * A path with its action.
 *
 * @param curve the path
 * @param level the mesh of the cascade that it was found on
 * @param density how dense its quadrature points were
 * @param action Ŝ, re-integrated
 * @param discrete S_n
 * @param before Ŝ on the mesh before; +∞ on the first
 * @param ends what its free ends may still save: as much as moving them on this mesh saved
 * @param error the estimated error of Ŝ as an approximation of the local infimum; +∞ before the
 *     next mesh has been looked at
 * @param residual the largest |H|
 * @param evaluations gradient evaluations up to here
 * @param converged whether the error is within the tolerance
 * @param obstacle where the path is impossible; null if it is not
 * @param outlook the path on the next mesh; null before that has been looked at
 */
record EdgeSolution(
    PathCurve curve,
    int level,
    int density,
    double action,
    double discrete,
    double before,
    double ends,
    double error,
    double residual,
    long evaluations,
    boolean converged,
    double @Nullable [] obstacle,
    @Nullable Outlook outlook) {
  private static final int SAMPLE = 64;
  private static final double BROKEN = 1e-3;
  private static final double ASTRAY = 0.1;

  /** The largest share of a change that the next is taken to be. */
  private static final double SLOWEST = 0.9;

  /** A path that was found before as it is, its error what it may still change by. */
  static EdgeSolution of(LeastPath found, PathCurve curve) {
    return new EdgeSolution(
        curve,
        Cascade.level(curve.mesh()),
        curve.mesh().density(),
        found.cost(),
        found.cost(),
        found.cost() + found.error(),
        0,
        found.error(),
        found.residual(),
        found.evaluations(),
        false,
        null,
        null);
  }

  /** How much Ŝ changed from the mesh before; +∞ on the first. */
  double change() {
    return Math.abs(before - action);
  }

  /**
   * What the meshes to come may still change if they do as slowly as the last two: the rest of a
   * geometric series. Only a path on several panels, where it is not smooth, converges like that.
   *
   * @param pace the change before the last; +∞ if there was none
   */
  double rest(double pace) {
    if (curve.mesh().panels() == 1 || change() == 0 || !(pace < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    double share = Math.min(SLOWEST, change() / pace);
    return change() * share / (1 - share);
  }

  /** Whether the discrete action exploits a place where the path is not smooth. */
  boolean isBroken() {
    return !(Math.abs(discrete - action) <= BROKEN * action);
  }

  /** Whether the discrete action is so far below the path's that the search has gone astray. */
  boolean isAstray() {
    return action - discrete > ASTRAY * action;
  }

  /** The same with the evaluations of earlier work added. */
  EdgeSolution after(long earlier) {
    return like(curve, level, density, evaluations + earlier);
  }

  /** The same as if found on another mesh of the cascade. */
  EdgeSolution on(int otherLevel, int otherDensity) {
    return like(curve, otherLevel, otherDensity, evaluations);
  }

  /** Another path next to this one. */
  EdgeSolution with(PathCurve other) {
    return like(other, level, density, evaluations);
  }

  private EdgeSolution like(PathCurve other, int otherLevel, int otherDensity, long all) {
    return new EdgeSolution(
        other,
        otherLevel,
        otherDensity,
        action,
        discrete,
        before,
        ends,
        error,
        residual,
        all,
        converged,
        obstacle,
        outlook);
  }

  /** The same after a look at the next mesh, which integrates it better than its own. */
  EdgeSolution seen(Outlook next, double missing) {
    return new EdgeSolution(
        curve,
        level,
        density,
        next.value(),
        discrete,
        before,
        ends,
        missing,
        residual,
        evaluations + next.evaluations(),
        false,
        obstacle,
        next);
  }

  /** The path that moving the ends on the same mesh made of this one. */
  EdgeSolution moved(PathCurve other, double otherDiscrete, double saved) {
    return new EdgeSolution(
        other,
        level,
        density,
        otherDiscrete,
        otherDiscrete,
        before,
        saved,
        Double.POSITIVE_INFINITY,
        residual,
        evaluations,
        false,
        null,
        null);
  }

  /** The same, but not converged, with another error. */
  EdgeSolution unconverged(double otherError) {
    return limit(action, otherError, false);
  }

  /** A path next to one that no mesh has, with what is known of that one's cost. */
  EdgeSolution limit(double cost, double costError, boolean known) {
    return new EdgeSolution(
        curve,
        level,
        density,
        cost,
        discrete,
        before,
        ends,
        costError,
        residual,
        evaluations,
        known,
        null,
        outlook);
  }

  /** The path with its certificate; the infimum lies between 0 and Ŝ. */
  LeastPath path(String start, long evaluationsTotal) {
    return new LeastPath(
        Math.max(0, action),
        Math.min(error, Math.max(0, action)),
        Status.of(converged),
        curve.sample(SAMPLE),
        residual,
        evaluations,
        evaluationsTotal,
        start,
        obstacle == null ? null : Point.of(obstacle),
        curve);
  }
}
