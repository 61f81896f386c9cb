package org.longrun.report;

import java.util.Map;

/**
 * Fills the places {@code {{name}}} of a text in one pass: what is put in is not looked at again.
 */
final class Template {
  private Template() {}

  /**
   * The text with its places filled.
   *
   * @throws IllegalArgumentException if a place has no part
   */
  static String fill(String template, Map<String, String> parts) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int open = template.indexOf("{{", at);
      if (open < 0) {
        return out.append(template, at, template.length()).toString();
      }
      int close = template.indexOf("}}", open);
      String part = parts.get(template.substring(open + 2, close));
      if (part == null) {
        throw new IllegalArgumentException("no part " + template.substring(open, close + 2));
      }
      out.append(template, at, open).append(part);
      at = close + 2;
    }
  }
}
