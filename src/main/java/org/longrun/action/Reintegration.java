package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.numerics.GaussKronrod;

/**
 * The geometric action Ŝ[γ] = ∫ ℓ(γ, γ′) ds of a given path, by adaptive quadrature: an upper bound
 * of B between its ends up to the quadrature's own error, whatever the path (action methods,
 * section 4, trap 1).
 */
final class Reintegration {
  private static final int PANELS = 400;

  private final Hamiltonian hamiltonian;
  private final OnShellLagrangian lagrangian;
  private final double[] x;
  private final double[] v;
  private final double[] p;
  private double residual;
  private double @Nullable [] obstacle;

  Reintegration(Hamiltonian hamiltonian) {
    this.hamiltonian = hamiltonian;
    int d = hamiltonian.dimension();
    this.lagrangian = new OnShellLagrangian(d);
    this.x = new double[d];
    this.v = new double[d];
    this.p = new double[d];
  }

  /** Ŝ of a path, to a tolerance relative to itself. */
  GaussKronrod.Result integrate(PathCurve curve, double relative, double absolute) {
    residual = 0;
    obstacle = null;
    p[0] = Double.NaN;
    return GaussKronrod.integrate(
        s -> density(curve, s), curve.mesh().cuts(), relative, absolute, PANELS);
  }

  /** Ŝ of a straight segment, to an accuracy relative to itself; +∞ if it is impossible. */
  static double ofSegment(Hamiltonian hamiltonian, double[] from, double[] to, double relative) {
    PathCurve segment = PathCurve.segment(from, to);
    double action = new Reintegration(hamiltonian).integrate(segment, relative, 0).value();
    return Double.isNaN(action) ? Double.POSITIVE_INFINITY : action;
  }

  private double density(PathCurve curve, double s) {
    curve.evaluate(s, x, v);
    p[0] = Double.NaN;
    double cost = lagrangian.evaluate(hamiltonian.at(x), v, p);
    residual = Math.max(residual, lagrangian.residual());
    if (!(cost < Double.POSITIVE_INFINITY) && obstacle == null) {
      obstacle = x.clone();
    }
    return cost;
  }

  /** The largest |H| met by the last integral. */
  double residual() {
    return residual;
  }

  /** The first point met by the last integral where ℓ was not finite; null if there was none. */
  double @Nullable [] obstacle() {
    return obstacle;
  }
}
