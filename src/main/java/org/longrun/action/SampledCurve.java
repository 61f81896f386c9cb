package org.longrun.action;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A smooth curve through points at equal steps of its parameter: the polynomial through the eight
 * points around.
 */
final class SampledCurve implements Curve {
  private static final int AROUND = 8;

  private final List<Point> points;

  /**
   * The curve through these points.
   *
   * @param points at least two
   */
  SampledCurve(List<Point> points) {
    this.points = List.copyOf(points);
  }

  @Override
  public void point(double s, double[] out) {
    int last = points.size() - 1;
    int count = Math.min(AROUND, points.size());
    double at = s * last;
    int first = (int) Math.floor(at) - count / 2 + 1;
    first = Math.max(0, Math.min(points.size() - count, first));
    java.util.Arrays.fill(out, 0);
    for (int i = first; i < first + count; i++) {
      double share = 1;
      for (int k = first; k < first + count; k++) {
        share *= k == i ? 1 : (at - k) / (i - k);
      }
      for (int c = 0; c < out.length; c++) {
        out[c] += share * points.get(i).get(c);
      }
    }
  }
}
