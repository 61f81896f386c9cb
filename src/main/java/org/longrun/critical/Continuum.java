package org.longrun.critical;

import java.util.List;

/**
 * A connected set of zeros of ∇f of dimension 1 or more: points along it and what is known of its
 * shape.
 *
 * @param dimension 1 for a curve, 2 for a surface
 * @param points along the curve in order, evenly spaced, or a cover of the surface
 * @param spacing the distance between neighbouring points
 * @param closed whether the last point of a curve is followed by the first
 * @param leaves whether the set goes on outside the domain
 * @param truncated whether the search for further points was given up
 */
record Continuum(
    int dimension,
    List<Zero> points,
    double spacing,
    boolean closed,
    boolean leaves,
    boolean truncated) {
  /** Copies the list. */
  Continuum {
    points = List.copyOf(points);
  }

  /** The distance of x from the set as far as its points show it. */
  double distance(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    for (int n = 0; n < points.size(); n++) {
      least = Math.min(least, LossField.distance(x, points.get(n).x()));
      if (dimension == 1 && (n > 0 || closed)) {
        Zero previous = points.get(n > 0 ? n - 1 : points.size() - 1);
        least = Math.min(least, fromSegment(x, previous.x(), points.get(n).x()));
      }
    }
    return least;
  }

  /** True if a zero of ∇f at x is one of this set's. */
  boolean holds(double[] x) {
    return distance(x) <= (dimension == 1 ? 0.2 : 1.3) * spacing;
  }

  static double fromSegment(double[] x, double[] a, double[] b) {
    double along = 0;
    double square = 0;
    for (int k = 0; k < x.length; k++) {
      along += (x[k] - a[k]) * (b[k] - a[k]);
      square += (b[k] - a[k]) * (b[k] - a[k]);
    }
    double t = square > 0 ? Math.min(1, Math.max(0, along / square)) : 0;
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      double difference = x[k] - a[k] - t * (b[k] - a[k]);
      distance += difference * difference;
    }
    return Math.sqrt(distance);
  }
}
