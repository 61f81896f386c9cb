package org.longrun.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear or logarithmic axis.
 *
 * @param lower the value at its beginning
 * @param upper the value at its end, above the lower
 * @param logarithmic whether equal ratios are equally long
 */
record Scale(double lower, double upper, boolean logarithmic) {

  /** A linear scale that covers the values and, if asked, zero; a little wider than they are. */
  static Scale covering(double lower, double upper, boolean zero) {
    double from = zero ? Math.min(0, lower) : lower;
    double to = zero ? Math.max(0, upper) : upper;
    double room = to > from ? 0.05 * (to - from) : to == 0 ? 1 : Math.abs(to) * 0.5;
    return new Scale(zero && from == 0 ? 0 : from - room, to + room, false);
  }

  /** Where the value lies: 0 at the lower end, 1 at the upper. */
  double place(double value) {
    return logarithmic
        ? Math.log(value / lower) / Math.log(upper / lower)
        : (value - lower) / (upper - lower);
  }

  /** Round values along the axis. */
  List<Double> ticks() {
    List<Double> out = new ArrayList<>();
    if (logarithmic) {
      int from = (int) Math.ceil(Math.log10(lower) - 1e-9);
      int to = (int) Math.floor(Math.log10(upper) + 1e-9);
      int step = Math.max(1, (to - from + 7) / 8);
      for (int k = from; k <= to; k += step) {
        out.add(Math.pow(10, k));
      }
      return out;
    }
    double step = ContourLevels.round((upper - lower) / 6);
    for (long k = (long) Math.ceil(lower / step - 1e-9);
        k * step <= upper * (1 + 1e-12) + 1e-300;
        k++) {
      out.add(k * step);
    }
    return out;
  }

  /** A tick's text. */
  String label(double tick) {
    if (logarithmic) {
      return Markup.number(tick, 2);
    }
    return Markup.number(Math.abs(tick) < 1e-9 * (upper - lower) ? 0 : tick, 4);
  }
}
