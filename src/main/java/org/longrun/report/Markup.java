package org.longrun.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text for HTML and SVG: escaping, so that nothing a landscape says is taken for markup, and
 * numbers for people.
 */
final class Markup {
  private Markup() {}

  /** The text with every character that means something to HTML or XML escaped. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(c, out));
    return out.toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        // XML allows no other control characters and no half surrogates, escaped or not
        boolean allowed =
            c == '\n' || c == '\t' || (c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c < 0xFFFE);
        out.appendCodePoint(allowed || c > 0xFFFF ? c : 0xFFFD);
      }
    }
  }

  /**
   * A number to four significant digits, with a true minus sign; ∞ where it is null or infinite.
   */
  static String number(@Nullable Double value) {
    return number(value, 4);
  }

  /** A number to so many significant digits, trailing zeros dropped. */
  static String number(@Nullable Double value, int digits) {
    if (value == null || value.isNaN()) {
      return "–";
    }
    if (value.isInfinite()) {
      return value > 0 ? "∞" : "−∞";
    }
    return plain(value, digits).replace("-", "−");
  }

  private static String plain(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size >= 1e6 || size < 1e-4) {
      String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
      return trim(parts[0]) + "·10" + superscript(Integer.parseInt(parts[1]));
    }
    int magnitude = (int) Math.floor(Math.log10(size));
    int decimals = Math.max(0, digits - 1 - magnitude);
    return trim(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private static String superscript(int exponent) {
    StringBuilder out = new StringBuilder();
    for (char c : String.valueOf(exponent).toCharArray()) {
      out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return out.toString();
  }

  private static String trim(String decimal) {
    return decimal.contains(".") ? decimal.replaceAll("0+$", "").replaceAll("\\.$", "") : decimal;
  }

  /** A point as (x, y, …), at most six coordinates written out. */
  static String point(List<Double> x) {
    StringBuilder out = new StringBuilder("(");
    for (int k = 0; k < Math.min(6, x.size()); k++) {
      out.append(k == 0 ? "" : ", ").append(number(x.get(k)));
    }
    return out.append(x.size() > 6 ? ", … " + x.size() + " coordinates)" : ")").toString();
  }

  /** "a", "a and b", "a, b and c"; beyond ten, the first ten and how many more. */
  static String list(List<String> words) {
    if (words.isEmpty()) {
      return "none";
    }
    if (words.size() > 10) {
      return String.join(", ", words.subList(0, 10)) + " and " + (words.size() - 10) + " more";
    }
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** "1 minimum", "3 minima". */
  static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
