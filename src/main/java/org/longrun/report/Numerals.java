package org.longrun.report;

import java.util.Locale;

/** Numbers as people read them: fixed decimals, no false digits, ∞ for an infinity. */
final class Numerals {
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private Numerals() {}

  /** With this many decimals; in powers of ten where it is very large or very small. */
  static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    boolean scaled = size >= LARGE || (size > 0.5 * Math.pow(10, -decimals) && size < SMALL);
    String format = scaled ? "%." + Math.min(decimals, 5) + "e" : "%." + decimals + "f";
    String text = String.format(Locale.ROOT, format, value);
    return isNegativeZero(text) ? text.substring(1) : text;
  }

  private static boolean isNegativeZero(String text) {
    return text.matches("-0(\\.0*)?");
  }

  /**
   * With the decimals that an error leaves, and two more, at most {@code most}.
   *
   * @param error estimated absolute error
   */
  static String known(double value, double error, int most) {
    int decimals = error > 0 ? (int) Math.floor(-Math.log10(error)) + 2 : most;
    return fixed(value, Math.max(1, Math.min(most, decimals)));
  }

  /** An error estimate: one digit. */
  static String error(double error) {
    return error == 0 ? "0" : String.format(Locale.ROOT, "%.0e", error);
  }
}
