package org.longrun.noise;

/**
 * Upper bounds over boxes of what the possible drifts v = −∇f(x) − z can do, z in the closed convex
 * hull of the values of Z(x), by interval arithmetic. A path of finite cost has its velocity along
 * a possible drift everywhere (theory, section 1).
 *
 * <p>A box is given by its corners, d numbers each. A bound may be +∞; it is never NaN.
 */
public interface DriftBound {
  /** Bounds ⟨∇f(x), v⟩: where it is negative, f falls along every possible path. */
  double rise(double[] lower, double[] upper);

  /**
   * Bounds ⟨u, v⟩: where it is negative, no possible path moves along u.
   *
   * @param direction u
   */
  double along(double[] direction, double[] lower, double[] upper);

  /**
   * The axes of the hull where it is a box, row by row, orthonormal to 1e-6: along them the bounds
   * are sharpest. Those of the variables for any other hull.
   */
  double[][] axes();

  /** The axes of d variables. */
  static double[][] ofVariables(int d) {
    double[][] axes = new double[d][d];
    for (int k = 0; k < d; k++) {
      axes[k][k] = 1;
    }
    return axes;
  }
}
