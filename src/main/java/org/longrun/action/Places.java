package org.longrun.action;

import java.util.List;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.numerics.Point;

/**
 * The places between which paths are sought: the components, then single points (starts, and the
 * ends of a user's own path).
 *
 * @param critical the components, places 0 … N − 1
 * @param points the single points, places N, N + 1, …
 */
record Places(CriticalSet critical, List<Point> points) {
  int size() {
    return critical.size() + points.size();
  }

  boolean isComponent(int place) {
    return place < critical.size();
  }

  /** The component at this place. */
  CriticalComponent component(int place) {
    return critical.components().get(place);
  }

  /** The point of a place that is nearest to x. */
  double[] nearest(int place, double[] x) {
    if (!isComponent(place)) {
      return points.get(place - critical.size()).toArray();
    }
    double[] best = component(place).representative().toArray();
    if (component(place).dimension() == 0) {
      return best;
    }
    double least = Double.POSITIVE_INFINITY;
    for (Point point : component(place).points()) {
      double[] candidate = point.toArray();
      double distance = distance(candidate, x);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** A point that stands for the place. */
  double[] centre(int place) {
    return isComponent(place)
        ? component(place).representative().toArray()
        : points.get(place - critical.size()).toArray();
  }

  static double distance(double[] a, double[] b) {
    double square = 0;
    for (int k = 0; k < a.length; k++) {
      square += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(square);
  }
}
