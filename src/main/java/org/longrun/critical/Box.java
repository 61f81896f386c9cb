package org.longrun.critical;

/** A box lower ≤ x ≤ upper; the arrays are never changed. */
record Box(double[] lower, double[] upper) {
  int dimension() {
    return lower.length;
  }

  /** The box of these half-widths about a point. */
  static Box about(double[] centre, double[] half) {
    double[] lower = centre.clone();
    double[] upper = centre.clone();
    for (int k = 0; k < centre.length; k++) {
      lower[k] -= half[k];
      upper[k] += half[k];
    }
    return new Box(lower, upper);
  }

  double width(int k) {
    return upper[k] - lower[k];
  }

  double[] centre() {
    double[] centre = new double[lower.length];
    for (int k = 0; k < centre.length; k++) {
      centre[k] = lower[k] + 0.5 * (upper[k] - lower[k]);
    }
    return centre;
  }

  /** True if the other box lies in this one. */
  boolean contains(Box other) {
    for (int k = 0; k < lower.length; k++) {
      if (!(lower[k] <= other.lower[k] && other.upper[k] <= upper[k])) {
        return false;
      }
    }
    return true;
  }

  /** The two parts on either side of a cut across axis k. */
  Box[] cut(int k, double where) {
    double[] left = upper.clone();
    double[] right = lower.clone();
    left[k] = where;
    right[k] = where;
    return new Box[] {new Box(lower, left), new Box(right, upper)};
  }
}
