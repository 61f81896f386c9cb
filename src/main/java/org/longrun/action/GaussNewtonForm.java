package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.Vectors;

/**
 * The Gauss–Newton form λ RᵀH_pp⁻¹R with R = δv − F δx/λ, F the linearised flow along the path
 * (action methods, section 3).
 *
 * <p>On a climb by Gaussian noise F = +∇²f, on a descent −∇²f; in between the cosine of the angle
 * between path and gradient in the metric H_pp⁻¹ weighs them. The form only steers the search, so
 * nothing depends on that choice but the number of steps.
 */
final class GaussNewtonForm implements PointForm {
  private final ActionFunctional action;
  private final int dimension;
  private final Cholesky small;
  private final double least;

  GaussNewtonForm(ActionFunctional action) {
    this.action = action;
    this.dimension = action.dimension();
    this.small = new Cholesky(dimension);
    this.least = 1e-4 * action.meanMultiplier();
  }

  @Override
  public @Nullable Blocks at(int panel, int q) {
    int d = dimension;
    double[] p = action.momentum(panel, q);
    double lambda = Math.max(action.multiplier(panel, q), least);
    Hamiltonian.Local local = action.local(panel, q);
    double[] hessian = new double[d * d];
    local.momentumHessian(p, hessian);
    if (!small.factorise(hessian)) {
      return null;
    }
    double[] mixed = new double[d * d];
    local.mixedHessian(p, mixed);
    double climb = climb(local, action.velocity(panel, q));
    double[] flow = new double[d * d];
    double[] speeds = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        flow[k * d + i] = -climb * mixed[i * d + k];
      }
      speeds[i * d + i] = lambda;
    }
    double[] product = flow.clone();
    for (int k = 0; k < d; k++) {
      small.solve(speeds, k, d);
      small.solve(product, k, d);
    }
    double[] places = transposedProduct(flow, product);
    for (int entry = 0; entry < d * d; entry++) {
      product[entry] = -product[entry];
      places[entry] /= lambda;
    }
    return new Blocks(speeds, product, places, 0);
  }

  private double[] transposedProduct(double[] a, double[] b) {
    int d = dimension;
    double[] out = new double[d * d];
    for (int c = 0; c < d; c++) {
      for (int i = 0; i < d; i++) {
        double factor = a[c * d + i];
        for (int k = 0; k < d; k++) {
          out[i * d + k] += factor * b[c * d + k];
        }
      }
    }
    return out;
  }

  /** The cosine of the angle between v and ∇f in the metric H_pp⁻¹. */
  private double climb(Hamiltonian.Local local, double[] v) {
    double[] gradient = new double[dimension];
    local.lossGradient(gradient);
    double[] solvedGradient = gradient.clone();
    double[] solvedVelocity = v.clone();
    small.solve(solvedGradient);
    small.solve(solvedVelocity);
    double square = Vectors.dot(gradient, solvedGradient) * Vectors.dot(v, solvedVelocity);
    return square > 0 ? Vectors.dot(gradient, solvedVelocity) / Math.sqrt(square) : 1;
  }
}
