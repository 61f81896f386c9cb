package org.longrun.graph;

/** Numbers as the programs that write networks write them. */
final class Decimals {
  private Decimals() {}

  /** A decimal number, perhaps with Fortran's D exponent, or a plus infinity; NaN if it is none. */
  static double parse(String text) {
    String plain = text.startsWith("+") ? text.substring(1) : text;
    if (plain.equalsIgnoreCase("inf") || plain.equalsIgnoreCase("infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    for (int k = 0; k < text.length(); k++) {
      if ("0123456789.+-eEdD".indexOf(text.charAt(k)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text.replace('d', 'e').replace('D', 'e'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
