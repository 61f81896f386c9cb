package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.SymmetricEigen;

/**
 * How strong the noise is along a curve.
 *
 * @param mean the mean of the variances of all directions, over points of the curve
 * @param least the least of them
 */
record VarianceAlong(double mean, double least) {
  private static final int POINTS = 16;

  /** The variances of the noise, from its covariance H_pp at p = 0. */
  static VarianceAlong of(Hamiltonian hamiltonian, Curve curve) {
    int d = hamiltonian.dimension();
    double[] x = new double[d];
    double[] covariance = new double[d * d];
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= POINTS; k++) {
      curve.point((double) k / POINTS, x);
      hamiltonian.at(x).momentumHessian(new double[d], covariance);
      SymmetricEigen eigen = SymmetricEigen.of(covariance, d);
      least = Math.min(least, eigen.value(0));
      for (int i = 0; i < d; i++) {
        sum += eigen.value(i);
      }
    }
    return new VarianceAlong(sum / (d * (POINTS + 1)), least);
  }
}
