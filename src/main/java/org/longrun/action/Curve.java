package org.longrun.action;

/** A curve s ↦ x(s), s ∈ [0, 1]: where a search for a least path starts, or what it found. */
interface Curve {
  /** Writes x(s) into {@code out[0 … d−1]}. */
  void point(double s, double[] out);

  /** The straight line between two points. */
  static Curve line(double[] from, double[] to) {
    return (s, out) -> {
      for (int k = 0; k < from.length; k++) {
        out[k] = (1 - s) * from[k] + s * to[k];
      }
    };
  }

  /** The line bowed aside: x(s) + sin(πs)·bow. */
  static Curve bowed(double[] from, double[] to, double[] bow) {
    Curve line = line(from, to);
    return (s, out) -> {
      line.point(s, out);
      double aside = Math.sin(Math.PI * s);
      for (int k = 0; k < from.length; k++) {
        out[k] += aside * bow[k];
      }
    };
  }
}
