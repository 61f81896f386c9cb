package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;

/**
 * The second derivatives of ℓ(x, v) themselves, so that a step is one of Newton's method. From H(x,
 * p) = 0 and H_p = λv, with A = H_pp and s = vᵀA⁻¹v:
 *
 * <pre>ℓ_vv = λ(A⁻¹ − A⁻¹v vᵀA⁻¹/s),   ∂p/∂x_i = A⁻¹(v ∂λ/∂x_i − H_px e_i),
 * ∂λ/∂x_i = (vᵀA⁻¹H_px e_i − H_x·e_i/λ)/s,   ℓ_xx = −∂(H_x/λ)/∂x.</pre>
 *
 * <p>H_xx, third derivatives of f, is a difference quotient of H_x: d gradient evaluations a point.
 */
final class SecondVariation implements PointForm {
  private static final double STEP = 1e-6;

  private final ActionFunctional action;
  private final Hamiltonian hamiltonian;
  private final int dimension;
  private final Cholesky small;
  private final double step;

  SecondVariation(ActionFunctional action, Hamiltonian hamiltonian) {
    this.action = action;
    this.hamiltonian = hamiltonian;
    this.dimension = hamiltonian.dimension();
    this.small = new Cholesky(dimension);
    this.step = STEP * action.extent();
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public @Nullable Blocks at(int panel, int q) {
    int d = dimension;
    double[] p = action.momentum(panel, q);
    double[] x = action.place(panel, q);
    double[] v = action.velocity(panel, q);
    double lambda = action.multiplier(panel, q);
    Hamiltonian.Local local = action.local(panel, q);
    double[] matrix = new double[d * d];
    local.momentumHessian(p, matrix);
    if (!(lambda > 0) || !small.factorise(matrix)) {
      return null;
    }
    double[] solved = v.clone();
    small.solve(solved);
    double square = dot(v, solved);
    double[] force = new double[d];
    local.spaceGradient(p, force);
    double[] mixed = new double[d * d];
    local.mixedHessian(p, mixed);
    double[] speeds = speeds(lambda, solved, square);
    double[] cross = new double[d * d];
    double[] places = new double[d * d];
    for (int i = 0; i < d; i++) {
      double[] row = java.util.Arrays.copyOfRange(mixed, i * d, (i + 1) * d);
      double multiplier = (dot(solved, row) - force[i] / lambda) / square;
      double[] change = new double[d];
      for (int k = 0; k < d; k++) {
        change[k] = v[k] * multiplier - row[k];
      }
      small.solve(change);
      double[] bend = bend(x, p, force, i);
      for (int j = 0; j < d; j++) {
        cross[j * d + i] = change[j];
        double along = bend[j];
        for (int k = 0; k < d; k++) {
          along += mixed[j * d + k] * change[k];
        }
        places[j * d + i] = (force[j] * multiplier / lambda - along) / lambda;
      }
    }
    return new Blocks(speeds, cross, places, lambda * square);
  }

  private double[] speeds(double lambda, double[] solved, double square) {
    int d = dimension;
    double[] speeds = new double[d * d];
    for (int i = 0; i < d; i++) {
      speeds[i * d + i] = lambda;
    }
    for (int k = 0; k < d; k++) {
      small.solve(speeds, k, d);
    }
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        speeds[i * d + k] -= lambda * solved[i] * solved[k] / square;
      }
    }
    return speeds;
  }

  /** H_xx e_i at fixed p. */
  private double[] bend(double[] x, double[] p, double[] force, int i) {
    double[] near = x.clone();
    near[i] += step;
    double[] bend = new double[dimension];
    hamiltonian.at(near).spaceGradient(p, bend);
    for (int k = 0; k < dimension; k++) {
      bend[k] = (bend[k] - force[k]) / (near[i] - x[i]);
    }
    return bend;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
