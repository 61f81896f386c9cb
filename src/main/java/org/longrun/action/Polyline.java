package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import org.longrun.numerics.Point;

/** A broken line, at constant speed. */
final class Polyline implements Curve {
  private final List<Point> points;
  private final double[] lengths;

  /**
   * The broken line through these points.
   *
   * @param points at least one
   */
  Polyline(List<Point> points) {
    this.points = List.copyOf(points);
    this.lengths = new double[points.size()];
    for (int k = 1; k < lengths.length; k++) {
      lengths[k] = lengths[k - 1] + points.get(k).distance(points.get(k - 1));
    }
  }

  List<Point> points() {
    return points;
  }

  double length() {
    return lengths[lengths.length - 1];
  }

  /** The same line from its end to its start. */
  Polyline reversed() {
    List<Point> turned = new ArrayList<>(points);
    java.util.Collections.reverse(turned);
    return new Polyline(turned);
  }

  /** This line and then another. */
  Polyline then(Polyline next) {
    List<Point> joined = new ArrayList<>(points);
    joined.addAll(next.points);
    return new Polyline(joined);
  }

  @Override
  public void point(double s, double[] out) {
    double at = s * length();
    int k = java.util.Arrays.binarySearch(lengths, at);
    int right = Math.min(lengths.length - 1, k >= 0 ? k : -k - 1);
    int left = Math.max(0, right - 1);
    double gap = lengths[right] - lengths[left];
    double share = gap > 0 ? (at - lengths[left]) / gap : 1;
    for (int i = 0; i < out.length; i++) {
      out[i] = (1 - share) * points.get(left).get(i) + share * points.get(right).get(i);
    }
  }
}
