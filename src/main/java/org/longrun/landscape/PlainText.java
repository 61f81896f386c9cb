package org.longrun.landscape;

/**
 * Text of strangers (names of vertices, lines of files, paths) as terminals may show it: in one
 * line, without control characters, and without those that turn the direction of writing (Unicode
 * Technical Report 36, section 2.10), by which a file could forge what is printed.
 */
public final class PlainText {
  private static final int SHORT = 40;

  private PlainText() {}

  /** The text in one line: white space as blanks, what must not be printed as '?'. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      line.append(isBreak(c) ? ' ' : isHarmful(c) ? '?' : c);
    }
    return line.toString();
  }

  /** The text with its line breaks, what must not be printed as '?'. */
  public static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      lines.append(c != '\n' && c != '\t' && isHarmful(c) ? '?' : c);
    }
    return lines.toString();
  }

  /** The text in one line of at most 40 characters. */
  public static String brief(String text) {
    return text.length() <= SHORT ? line(text) : line(start(text, SHORT)) + "…";
  }

  /** The text in one line of at most this many characters, cut in its middle. */
  static String middleCut(String text, int longest) {
    if (text.length() <= longest) {
      return line(text);
    }
    int end = longest / 3;
    String tail = text.substring(text.length() - end);
    return line(start(text, longest - end - 1)) + "…" + line(tail);
  }

  private static String start(String text, int length) {
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private static boolean isBreak(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isHarmful(char c) {
    return Character.isISOControl(c)
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
