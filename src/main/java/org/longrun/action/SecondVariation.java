package org.longrun.action;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.Vectors;

/**
 * The second derivatives of ℓ(x, v) themselves, so that a step is one of Newton's method. From H(x,
 * p) = 0 and H_p = λv, with A = H_pp and s = vᵀA⁻¹v:
 *
 * <pre>ℓ_vv = λ(A⁻¹ − A⁻¹v vᵀA⁻¹/s),   ∂p/∂x_i = A⁻¹(v ∂λ/∂x_i − H_px e_i),
 * ∂λ/∂x_i = (vᵀA⁻¹H_px e_i − H_x·e_i/λ)/s,   ℓ_xx = −∂(H_x/λ)/∂x,</pre>
 *
 * <p>all by the inverse of A across v ({@link Transverse}).
 *
 * <p>The form holds as far as a move changes the drift, or the speed of the path, by no more than a
 * part of itself. That is short where a path passes close to a critical point, and is measured by
 * the form of the relative changes, λ δvᵀA⁻¹δv + δxᵀH_px A⁻¹H_px δx/λ: a share of it added makes a
 * step that can be trusted (K. Levenberg, Quart. Appl. Math. 2, 1944).
 */
final class SecondVariation implements PointForm {
  private final ActionFunctional action;
  private final SpaceHessian spaceHessian;
  private final int dimension;
  private final Cholesky small;
  private final Transverse across;
  private final @Nullable Part[] parts;

  SecondVariation(ActionFunctional action, Hamiltonian hamiltonian) {
    this.action = action;
    this.spaceHessian = new SpaceHessian(action, hamiltonian);
    this.dimension = hamiltonian.dimension();
    this.small = new Cholesky(dimension);
    this.across = new Transverse(dimension);
    this.parts = new Part[action.mesh().panels() * action.mesh().points()];
  }

  /** What is known of a quadrature point: the form, and that of the relative changes. */
  private record Part(Blocks form, Blocks changes) {}

  /** The form with a share of that of the relative changes. */
  PointForm damped(double share) {
    return (panel, q) -> {
      Part part = part(panel, q);
      if (part == null || share == 0) {
        return part == null ? null : part.form();
      }
      Blocks form = part.form();
      return new Blocks(
          sum(form.speeds(), share, part.changes().speeds()),
          form.mixed(),
          sum(form.places(), share, part.changes().places()),
          form.slide());
    };
  }

  private static double[] sum(double[] a, double share, double[] b) {
    double[] out = a.clone();
    for (int k = 0; k < out.length; k++) {
      out[k] += share * b[k];
    }
    return out;
  }

  @Override
  public @Nullable Blocks at(int panel, int q) {
    Part part = part(panel, q);
    return part == null ? null : part.form();
  }

  private @Nullable Part part(int panel, int q) {
    int point = panel * action.mesh().points() + q;
    if (parts[point] == null) {
      parts[point] = compute(panel, q);
    }
    return parts[point];
  }

  private @Nullable Part compute(int panel, int q) {
    double[] p = action.momentum(panel, q);
    double[] v = action.velocity(panel, q);
    double lambda = action.multiplier(panel, q);
    Hamiltonian.Local local = action.local(panel, q);
    double[] matrix = new double[dimension * dimension];
    local.momentumHessian(p, matrix);
    if (!(lambda > 0) || !small.factorise(matrix) || !across.at(matrix, v)) {
      return null;
    }
    double[] force = new double[dimension];
    local.spaceGradient(p, force);
    double[] mixed = new double[dimension * dimension];
    local.mixedHessian(p, mixed);
    Blocks form = form(lambda, force, mixed, spaceHessian.at(panel, q), Vectors.dot(v, v));
    return new Part(form, changes(lambda, mixed));
  }

  private Blocks form(
      double lambda, double[] force, double[] mixed, double[] bends, double square) {
    int d = dimension;
    double[] dual = across.dual();
    double[] speeds = new double[d * d];
    double[] cross = new double[d * d];
    double[] places = new double[d * d];
    double trace = 0;
    for (int i = 0; i < d; i++) {
      double[] axis = new double[d];
      axis[i] = lambda;
      double[] column = across.projected(axis);
      trace += column[i] / lambda;
      double[] row = Arrays.copyOfRange(mixed, i * d, (i + 1) * d);
      double multiplier = Vectors.dot(dual, row) - force[i] / lambda * across.inverse();
      double[] change = across.projected(row);
      for (int k = 0; k < d; k++) {
        speeds[k * d + i] = column[k];
        change[k] = -change[k] - dual[k] * force[i] / lambda;
      }
      for (int j = 0; j < d; j++) {
        cross[j * d + i] = change[j];
        double along = bends[i * d + j];
        for (int k = 0; k < d; k++) {
          along += mixed[j * d + k] * change[k];
        }
        places[j * d + i] = (force[j] * multiplier / lambda - along) / lambda;
      }
    }
    double slide = Math.min(1 / across.inverse(), square * trace);
    return new Blocks(speeds, cross, places, lambda * slide);
  }

  private Blocks changes(double lambda, double[] mixed) {
    int d = dimension;
    double[] speeds = new double[d * d];
    double[] solved = mixed.clone();
    double[] places = new double[d * d];
    for (int i = 0; i < d; i++) {
      speeds[i * d + i] = lambda;
      small.solve(solved, i * d, 1);
    }
    for (int i = 0; i < d; i++) {
      small.solve(speeds, i, d);
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          places[i * d + j] += mixed[i * d + k] * solved[j * d + k] / lambda;
        }
      }
    }
    return new Blocks(speeds, new double[d * d], places, 0);
  }
}
