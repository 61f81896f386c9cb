package org.longrun.numerics;

/**
 * The Gauss–Legendre rule of n points on [−1, 1]: Σ w_q g(t_q) = ∫ g exactly for polynomials of
 * degree 2n − 1. The points are strictly inside, in ascending order: the zeros of the Legendre
 * polynomial P_n by Newton's method, in time O(n²) (W. Press et al., <em>Numerical Recipes</em>,
 * section 4.6).
 */
public final class GaussLegendre {
  private static final int NEWTON_STEPS = 6;

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
    double[] points = new double[n];
    double[] weights = new double[n];
    for (int q = 0; q < (n + 1) / 2; q++) {
      place(q, points, weights);
    }
    return new GaussLegendre(points, weights);
  }

  /** Sets the q-th point from either end. */
  private static void place(int q, double[] points, double[] weights) {
    int n = points.length;
    double[] legendre = new double[2];
    double t = 2 * q + 1 == n ? 0 : Math.cos(Math.PI * (q + 0.75) / (n + 0.5));
    for (int step = 0; step < NEWTON_STEPS; step++) {
      evaluate(n, t, legendre);
      t -= legendre[0] / legendre[1];
    }
    evaluate(n, t, legendre);
    points[n - 1 - q] = t;
    points[q] = -t;
    weights[q] = 2 / ((1 - t * t) * legendre[1] * legendre[1]);
    weights[n - 1 - q] = weights[q];
  }

  /** Writes P_n(t) and P_n′(t). */
  private static void evaluate(int n, double t, double[] out) {
    double previous = 1;
    double current = t;
    for (int k = 2; k <= n; k++) {
      double next = ((2 * k - 1) * t * current - (k - 1) * previous) / k;
      previous = current;
      current = next;
    }
    out[0] = current;
    out[1] = n * (t * current - previous) / (t * t - 1);
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
