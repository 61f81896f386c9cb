package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.GaussKronrod;

/**
 * On a line all paths between two points are one path at different speeds, and its action is ∫ p dx
 * with p the momentum of H(x, p) = 0 in its direction.
 */
final class OnlyWay {
  /** What rounding may leave of the momentum's accuracy, relative to the action. */
  private static final double ROUNDING = 1e-12;

  private OnlyWay() {}

  /** The path between the ends of a curve, converged as far as quadrature allows. */
  static EdgeSolution along(Curve start, Hamiltonian hamiltonian, double tolerance) {
    double[] from = new double[1];
    double[] to = new double[1];
    start.point(0, from);
    start.point(1, to);
    PathCurve curve = PathCurve.segment(from, to);
    Reintegration reintegration = new Reintegration(hamiltonian);
    GaussKronrod.Result integral = reintegration.integrate(curve, tolerance / 100);
    double action = EdgeSolver.finite(integral.value());
    double error = integral.error() + ROUNDING * Math.abs(action);
    return new EdgeSolution(
        curve,
        Cascade.last(true),
        1,
        action,
        action,
        action,
        0,
        error,
        reintegration.residual(),
        integral.evaluations(),
        !(error > tolerance * action),
        reintegration.obstacle(),
        null);
  }
}
