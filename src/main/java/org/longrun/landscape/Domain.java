package org.longrun.landscape;

import org.longrun.numerics.Point;

/**
 * The box in which critical components are sought: lower_k ≤ x_k ≤ upper_k, all bounds finite.
 *
 * @param lower the lower corner
 * @param upper the upper corner, above the lower one in every coordinate
 */
public record Domain(Point lower, Point upper) {
  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a lower bound is not below its upper bound
   */
  public Domain {
    for (int k = 0; k < lower.dimension(); k++) {
      if (!(lower.get(k) < upper.get(k))) {
        throw new IllegalArgumentException(
            "bound " + k + ": " + lower.get(k) + " is not below " + upper.get(k));
      }
    }
  }

  /** The number of variables, d. */
  public int dimension() {
    return lower.dimension();
  }

  /** upper_k − lower_k. */
  public double width(int k) {
    return upper.get(k) - lower.get(k);
  }

  /** ‖upper − lower‖, the length that relative tolerances refer to. */
  public double diameter() {
    return lower.distance(upper);
  }

  /** True if x lies in the closed box. */
  public boolean contains(double[] x) {
    for (int k = 0; k < x.length; k++) {
      if (!(x[k] >= lower.get(k) && x[k] <= upper.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** True if the point lies in the closed box. */
  public boolean contains(Point point) {
    return contains(point.toArray());
  }
}
