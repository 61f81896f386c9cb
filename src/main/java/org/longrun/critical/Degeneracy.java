package org.longrun.critical;

import org.longrun.numerics.SymmetricEigen;

/**
 * Which Hessian eigenvalues at a zero of ∇f cannot be told from 0.
 *
 * <p>A zero is known only up to the set where ‖∇f‖ is lost in rounding. An eigenvalue λ with
 * eigenvector v counts as null if it changes by half of itself as one moves along v to the rim of
 * that set. Where it stays, it is small but real: a stiff valley is not degenerate.
 */
final class Degeneracy {
  private static final double SUSPECT = 1e-4;
  private static final double NEGLIGIBLE = 1e-12;
  private static final double RIM = 200;

  private final LossField field;

  Degeneracy(LossField field) {
    this.field = field;
  }

  /** The zero at x with its nullity. */
  Zero of(double[] x, double slope) {
    SymmetricEigen eigen = field.eigen(x);
    double scale = Math.max(eigen.norm(), field.curvatureScale);
    int nullity = 0;
    for (int k = 0; k < field.d; k++) {
      double size = Math.abs(eigen.value(k));
      if (size <= SUSPECT * scale && isNull(x, eigen, k, scale)) {
        nullity++;
      }
    }
    return new Zero(x, field.value(x), eigen, slope, nullity);
  }

  private boolean isNull(double[] x, SymmetricEigen eigen, int k, double scale) {
    double lambda = eigen.value(k);
    if (Math.abs(lambda) <= NEGLIGIBLE * Math.min(scale, Math.max(eigen.norm(), 1e-300))) {
      return true;
    }
    double[] v = eigen.vector(k);
    double noise = RIM * field.noise(x);
    double radius = 1e-13 * field.diameter;
    while (radius < 0.05 * field.diameter && isBelow(x, radius, v, noise)) {
      radius *= 2;
    }
    double change =
        Math.max(
            Math.abs(curvature(x, radius, v) - lambda),
            Math.abs(curvature(x, -radius, v) - lambda));
    return change > 0.5 * Math.abs(lambda);
  }

  private boolean isBelow(double[] x, double radius, double[] v, double noise) {
    return LossField.norm(field.gradient(LossField.shifted(x, radius, v))) <= noise
        && LossField.norm(field.gradient(LossField.shifted(x, -radius, v))) <= noise;
  }

  private double curvature(double[] x, double t, double[] v) {
    double[] image = new double[field.d];
    field.f.hessianVector(LossField.shifted(x, t, v), v, image);
    double sum = 0;
    for (int i = 0; i < field.d; i++) {
      sum += v[i] * image[i];
    }
    return sum;
  }
}
