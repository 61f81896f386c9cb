package org.longrun.numerics.formula;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into words, one at a time. */
final class Lexer {
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final Map<String, String> FOREIGN =
      ImmutableMap.<String, String>builder()
          .put("−", "-")
          .put("–", "-")
          .put("·", "*")
          .put("×", "*")
          .put("÷", "/")
          .put("²", "^2")
          .put("³", "^3")
          .put("π", "pi")
          .put("√", "sqrt(…)")
          .put("{", "(")
          .put("}", ")")
          .buildOrThrow();

  private final String text;
  private int next;

  Lexer(String text) {
    this.text = text;
  }

  /** The next word. */
  Token read() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return new Token(Token.Kind.END, "", next);
    }
    char first = text.charAt(next);
    if (isDigit(first) || first == '.') {
      return number();
    }
    return startsName(first) ? name() : symbol();
  }

  private Token number() {
    Matcher matcher = NUMBER.matcher(text).region(next, text.length());
    if (!matcher.lookingAt()) {
      throw new FormulaException(next, "a dot alone is not a number; write 0.5 or the like");
    }
    Token token = new Token(Token.Kind.NUMBER, matcher.group(), next);
    next = matcher.end();
    if (next < text.length() && text.charAt(next) == '.') {
      throw new FormulaException(next, "a number has one decimal point only");
    }
    return token;
  }

  private Token name() {
    int start = next;
    while (next < text.length() && continuesName(text.charAt(next))) {
      next++;
    }
    return new Token(Token.Kind.NAME, text.substring(start, next), start);
  }

  private Token symbol() {
    String symbol = new String(Character.toChars(text.codePointAt(next)));
    if ("+-*/^()[],".contains(symbol)) {
      if (text.startsWith("**", next)) {
        throw new FormulaException(next, "'**' is not an operator here; write ^ for a power");
      }
      return new Token(Token.Kind.SYMBOL, symbol, next++);
    }
    throw new FormulaException(next, stranger(symbol));
  }

  private static String stranger(String symbol) {
    String meant = FOREIGN.get(symbol);
    int code = symbol.codePointAt(0);
    String shown =
        Character.isISOControl(code) || Character.getType(code) == Character.FORMAT
            ? String.format("character U+%04X", code)
            : "'" + symbol + "'";
    return shown
        + " has no meaning in a formula; "
        + (meant == null ? "write numbers, names, + - * / ^ ( ) [ ] and ','" : "write " + meant);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** True if a name may begin with this character. */
  static boolean startsName(char c) {
    return (Character.isLetter(c) && c != 'π') || c == '_';
  }

  /** True if a name may go on with this character. */
  static boolean continuesName(char c) {
    return startsName(c) || isDigit(c);
  }
}
