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
   * Bounds the component of v along an axis: where it is negative, no possible path moves that way.
   *
   * @param axis k
   * @param sign 1 for v_k, −1 for −v_k
   */
  double along(int axis, int sign, double[] lower, double[] upper);
}
