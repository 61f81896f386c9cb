package org.longrun.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Levels of f for contours: evenly spaced between the lowest and the highest component, where the
 * wells are, and further and further apart above, where f merely grows.
 */
final class ContourLevels {
  private static final int INSIDE = 12;
  private static final int ABOVE = 8;

  private ContourLevels() {}

  /**
   * The levels, ascending.
   *
   * @param lowest the least value of a component
   * @param highest the largest value of a component
   * @param sampled the largest value on the picture's grid
   */
  static List<Double> between(double lowest, double highest, double sampled) {
    double range = highest - lowest;
    if (!(range > 0)) {
      range = Math.max(sampled - lowest, 1e-300) / 4;
    }
    double step = round(range / INSIDE);
    double level = Math.floor(lowest / step) * step;
    List<Double> out = new ArrayList<>();
    while (level < lowest + range + step / 2) {
      out.add(clean(level, step));
      level += step;
    }
    double growth = growth(step, sampled - level);
    for (int k = 0; k < ABOVE && level < sampled; k++) {
      out.add(clean(level, step));
      step *= growth;
      level += step;
    }
    return out;
  }

  /** The factor by which steps grow so that a few of them climb the rest. */
  private static double growth(double step, double rest) {
    double factor = 1.3;
    while (factor < 20 && step * (Math.pow(factor, ABOVE) - 1) / (factor - 1) < rest) {
      factor *= 1.1;
    }
    return factor;
  }

  /** The least of 1, 2, 2.5, 5 times a power of ten that is no smaller. */
  static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= step * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static double clean(double level, double step) {
    double unit = Math.pow(10, Math.floor(Math.log10(step)) - 2);
    return Math.round(level / unit) * unit;
  }
}
