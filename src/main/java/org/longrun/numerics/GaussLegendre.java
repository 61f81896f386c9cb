package org.longrun.numerics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The Gauss–Legendre rule of n points on [−1, 1]: Σ w_q g(t_q) = ∫ g exactly for polynomials of
 * degree 2n − 1. The points are strictly inside, in ascending order.
 */
public final class GaussLegendre {
  private final double[] points;
  private final double[] weights;

  private GaussLegendre(double[] points, double[] weights) {
    this.points = points;
    this.weights = weights;
  }

  /**
   * The rule of n ≥ 1 points.
   *
   * @throws IllegalArgumentException if n is not positive
   */
  public static GaussLegendre of(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a rule of " + n + " points: at least 1 is needed");
    }
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(n);
    double[] points = new double[n];
    double[] weights = new double[n];
    for (int q = 0; q < n; q++) {
      points[q] = rule.getPoint(q);
      weights[q] = rule.getWeight(q);
    }
    return new GaussLegendre(points, weights);
  }

  /** The number of points, n. */
  public int size() {
    return points.length;
  }

  /** t_q, −1 &lt; t_q &lt; 1. */
  public double point(int q) {
    return points[q];
  }

  /** w_q; the weights' sum is 2. */
  public double weight(int q) {
    return weights[q];
  }
}
