package org.longrun.bound;

import java.util.function.DoubleUnaryOperator;

/**
 * The least value of a function on an interval: an even grid with both ends, then golden sections
 * around its least point (R. P. Brent, <em>Algorithms for Minimization without Derivatives</em>,
 * 1973). A dip narrower than the grid is missed.
 */
final class LineSearch {
  private static final int GRID = 4096;
  private static final int SECTIONS = 80;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private LineSearch() {}

  static double least(DoubleUnaryOperator g, double from, double to) {
    double width = (to - from) / GRID;
    int best = 0;
    double least = g.applyAsDouble(from);
    for (int k = 1; k <= GRID; k++) {
      double value = g.applyAsDouble(k == GRID ? to : from + k * width);
      if (value < least) {
        best = k;
        least = value;
      }
    }
    double low = from + Math.max(0, best - 1) * width;
    double high = Math.min(to, from + (best + 1) * width);
    return Math.min(least, section(g, low, high));
  }

  private static double section(DoubleUnaryOperator g, double from, double to) {
    double low = from;
    double high = to;
    double left = g.applyAsDouble(high - GOLDEN * (high - low));
    double right = g.applyAsDouble(low + GOLDEN * (high - low));
    for (int n = 0; n < SECTIONS; n++) {
      if (left < right) {
        high = low + GOLDEN * (high - low);
        right = left;
        left = g.applyAsDouble(high - GOLDEN * (high - low));
      } else {
        low = high - GOLDEN * (high - low);
        left = right;
        right = g.applyAsDouble(low + GOLDEN * (high - low));
      }
    }
    return Math.min(left, right);
  }
}
