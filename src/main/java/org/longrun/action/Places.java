package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * The places between which paths are sought: the components, then points where paths only begin,
 * then points where they only end.
 *
 * @param critical the components, places 0 … N − 1
 * @param origins places where paths begin
 * @param ends places where paths end
 */
record Places(CriticalSet critical, List<Point> origins, List<Point> ends) {
  int size() {
    return critical.size() + origins.size() + ends.size();
  }

  boolean isComponent(int place) {
    return place < critical.size();
  }

  /** Whether a path may begin here. */
  boolean isOrigin(int place) {
    return place < critical.size() + origins.size();
  }

  /** Whether a path may end here. */
  boolean isEnd(int place) {
    return isComponent(place) || !isOrigin(place);
  }

  /** The component at this place. */
  CriticalComponent component(int place) {
    return critical.components().get(place);
  }

  private Point single(int place) {
    int k = place - critical.size();
    return k < origins.size() ? origins.get(k) : ends.get(k - origins.size());
  }

  /** The point of a place that is nearest to x. */
  double[] nearest(int place, double[] x) {
    double[] best = centre(place);
    if (isManifold(place)) {
      double least = Double.POSITIVE_INFINITY;
      for (Point point : component(place).points()) {
        double[] candidate = point.toArray();
        double distance = Vectors.distance(candidate, x);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** Points of a component far from one another: each the farthest from those before it. */
  List<double[]> spread(int place, int most) {
    List<double[]> points = component(place).points().stream().map(Point::toArray).toList();
    double[] gaps = new double[points.size()];
    Arrays.fill(gaps, Double.POSITIVE_INFINITY);
    List<double[]> chosen = new ArrayList<>();
    double[] next = centre(place);
    while (chosen.size() < most && next != null) {
      chosen.add(next);
      int farthest = 0;
      for (int k = 0; k < gaps.length; k++) {
        gaps[k] = Math.min(gaps[k], Vectors.distance(points.get(k), next));
        farthest = gaps[k] > gaps[farthest] ? k : farthest;
      }
      next = gaps[farthest] > 0 ? points.get(farthest) : null;
    }
    return chosen;
  }

  /** Whether the place is a component that is a curve or a surface. */
  boolean isManifold(int place) {
    return isComponent(place) && component(place).dimension() > 0;
  }

  /** A point that stands for the place. */
  double[] centre(int place) {
    return isComponent(place)
        ? component(place).representative().toArray()
        : single(place).toArray();
  }

  /**
   * Whether no path between two places can get round some other component: on a line, one that lies
   * between them. Such a pair has no direct path.
   */
  boolean isCutOff(int from, int to) {
    double[] x = centre(from);
    if (x.length > 1) {
      return false;
    }
    double low = Math.min(x[0], centre(to)[0]);
    double high = Math.max(x[0], centre(to)[0]);
    return critical.components().stream()
        .mapToDouble(component -> component.representative().get(0))
        .anyMatch(between -> between > low && between < high);
  }

  /** The place's name in messages. */
  String name(int place) {
    return isComponent(place) ? component(place).id() : single(place).toString();
  }
}
