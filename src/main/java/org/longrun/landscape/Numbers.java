package org.longrun.landscape;

import java.util.List;
import java.util.Locale;

/** Numbers and points as messages show them. */
final class Numbers {
  private Numbers() {}

  /** The shortest decimal number that is this one; whole numbers without a point. */
  static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** (x, y, …) to 6 digits, at most 10 of them. */
  static String point(double[] x) {
    StringBuilder text = new StringBuilder("(");
    for (int k = 0; k < Math.min(10, x.length); k++) {
      text.append(k == 0 ? "" : ", ").append(brief(x[k]));
    }
    return text.append(x.length > 10 ? ", …)" : ")").toString();
  }

  /** The value to 6 digits. */
  static String brief(double value) {
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.5e", value));
    return shown(rounded);
  }

  /** [[…], …] of formulas. */
  static String matrix(List<List<String>> rows) {
    return rows.toString();
  }
}
