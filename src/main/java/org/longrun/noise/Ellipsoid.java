package org.longrun.noise;

import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * The hull of a Gaussian noise in the basis of its covariance's eigenvectors: {z : z_k = 0 where
 * λ_k = 0, Σ z_k²/λ_k ≤ ρ²}; ρ = +∞ for a Gaussian that is not truncated.
 */
record Ellipsoid(double[] variances, double bound) {
  /** λ_k below this part of the largest is 0: Σ is singular there. */
  private static final double SINGULAR = 1e-13;

  /** The angle below which a vector has no component along the null space. */
  private static final double ALIGNED = 1e-9;

  /** {@link #isMetBy} for a covariance given by its matrix, row by row. */
  static boolean reaches(double[] sigma, double[] mean, double[] direction, double bound) {
    int d = mean.length;
    SymmetricEigen eigen = SymmetricEigen.of(sigma, d);
    double[] m = new double[d];
    double[] u = new double[d];
    for (int k = 0; k < d; k++) {
      m[k] = eigen.coefficient(k, mean);
      u[k] = eigen.coefficient(k, direction);
    }
    return new Ellipsoid(eigen.values(), bound).isMetBy(m, u);
  }

  /** Whether λu − m lies in the ellipsoid for some λ &gt; 0. */
  boolean isMetBy(double[] m, double[] u) {
    double uu = Vectors.dot(u, u);
    double mm = Vectors.dot(m, m);
    double uuNull = 0;
    double umNull = 0;
    double mmNull = 0;
    double threshold = threshold();
    for (int k = 0; k < u.length; k++) {
      if (!(variances[k] > threshold)) {
        uuNull += u[k] * u[k];
        umNull += u[k] * m[k];
        mmNull += m[k] * m[k];
      }
    }
    if (uuNull <= ALIGNED * ALIGNED * uu) {
      return mmNull <= ALIGNED * ALIGNED * mm && meetsInRange(m, u, threshold);
    }
    double lambda = umNull / uuNull;
    double gap = mmNull - lambda * umNull;
    return lambda > 0
        && gap <= ALIGNED * mmNull
        && squared(lambda, m, u, threshold) <= bound * bound;
  }

  private double threshold() {
    double largest = 0;
    for (double variance : variances) {
      largest = Math.max(largest, variance);
    }
    return SINGULAR * largest;
  }

  /** The least Σ (λu_k − m_k)²/λ_k over λ &gt; 0 against ρ². */
  private boolean meetsInRange(double[] m, double[] u, double threshold) {
    double uu = 0;
    double um = 0;
    for (int k = 0; k < u.length; k++) {
      if (variances[k] > threshold) {
        uu += u[k] * u[k] / variances[k];
        um += u[k] * m[k] / variances[k];
      }
    }
    double lambda = Math.max(0, um / uu);
    double least = squared(lambda, m, u, threshold);
    return lambda > 0 ? least <= bound * bound : least < bound * bound;
  }

  private double squared(double lambda, double[] m, double[] u, double threshold) {
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      if (variances[k] > threshold) {
        double z = lambda * u[k] - m[k];
        sum += z * z / variances[k];
      }
    }
    return sum;
  }
}
