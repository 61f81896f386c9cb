package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.longrun.landscape.InputError;
import org.longrun.landscape.PlainText;

/**
 * Reads text character by character, with the line and column of each and one token that is being
 * built up; makes no string unless asked. Lines end by LF, CR LF or CR.
 */
final class TextScanner {
  static final int END = -1;
  private static final int LONGEST = 1 << 20;
  private final Reader reader;
  private final String file;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int limit;
  private int line = 1;
  private int column = 1;
  private char[] token = new char[64];
  private int tokenLength;
  private int tokenLine = 1;
  private int tokenColumn = 1;

  private TextScanner(Reader reader, String file) {
    this.reader = reader;
    this.file = file;
  }

  /**
   * The text in these bytes.
   *
   * @param bytes UTF-8, or UTF-16 with a byte order mark
   * @param file how messages call it
   */
  static TextScanner of(InputStream bytes, String file) throws IOException {
    return new TextScanner(TextBytes.decoded(bytes), file);
  }

  String file() {
    return file;
  }

  /** The next character without taking it, or END. */
  int peek() throws IOException {
    if (position == limit && !fill()) {
      return END;
    }
    return buffer[position];
  }

  /** Takes the next character, or END. */
  int read() throws IOException {
    int c = peek();
    if (c == END) {
      return END;
    }
    position++;
    if (c == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    return c;
  }

  private boolean fill() throws IOException {
    try {
      limit = Math.max(0, reader.read(buffer, 0, buffer.length));
      position = 0;
      return limit > 0;
    } catch (CharacterCodingException e) {
      throw new InputError(file, line, column, "not UTF-8 text; save the file as UTF-8");
    }
  }

  /** Starts an empty token at the next character. */
  void begin() {
    tokenLength = 0;
    tokenLine = line;
    tokenColumn = column;
  }

  /** Appends a character to the token. */
  void append(int c) {
    if (tokenLength == token.length) {
      if (tokenLength >= LONGEST) {
        throw error("this is longer than " + LONGEST + " characters; is a quote missing?");
      }
      token = Arrays.copyOf(token, 2 * token.length);
    }
    token[tokenLength++] = (char) c;
  }

  /** Drops white space from the end of the token. */
  void trim() {
    while (tokenLength > 0 && Character.isWhitespace(token[tokenLength - 1])) {
      tokenLength--;
    }
  }

  boolean isTokenEmpty() {
    return tokenLength == 0;
  }

  int tokenLine() {
    return tokenLine;
  }

  int tokenColumn() {
    return tokenColumn;
  }

  boolean tokenEqualsIgnoreCase(String word) {
    return tokenLength == word.length() && token().equalsIgnoreCase(word);
  }

  /** True if the next character is the first of its line. */
  boolean atLineStart() {
    return column == 1;
  }

  String token() {
    return new String(token, 0, tokenLength);
  }

  /** The vertex that the token names, made if it is new. */
  int vertex(TransitionGraphBuilder builder) {
    return builder.vertex(token, 0, tokenLength);
  }

  /** Takes blanks and tabs, and carriage returns, but no line feed. */
  void skipBlanks() throws IOException {
    int c = peek();
    while (c == ' ' || c == '\t' || c == '\r') {
      read();
      c = peek();
    }
  }

  /** The next word of this line as the token; false at the line's end, which is not taken. */
  boolean word() throws IOException {
    skipBlanks();
    begin();
    int c = peek();
    while (c != END && !Character.isWhitespace(c)) {
      append(read());
      c = peek();
    }
    return !isTokenEmpty();
  }

  /** Takes the rest of the line and its end; false if the text had ended already. */
  boolean skipLine() throws IOException {
    boolean some = peek() != END;
    int c = read();
    while (c != END && c != '\n') {
      c = read();
    }
    return some;
  }

  /** Writes a token's only comma as a point, if it has no point. */
  void replaceDecimalComma() {
    int comma = -1;
    for (int k = 0; k < tokenLength; k++) {
      if (token[k] == '.' || (token[k] == ',' && comma >= 0)) {
        return;
      }
      comma = token[k] == ',' ? k : comma;
    }
    if (comma >= 0) {
      token[comma] = '.';
    }
  }

  /** The token as a cost or an energy: a decimal number, or a plus infinity. */
  double number(String what) {
    double value = Decimals.parse(token());
    if (Double.isNaN(value)) {
      throw error(what + " is '" + shown() + "'; a number is wanted");
    }
    return value;
  }

  /** The token as a number; NaN if it is none. */
  double numberOrNaN() {
    return Decimals.parse(token());
  }

  /** The token as a cost: a number that is not negative, +inf for no edge. */
  double cost() {
    double cost = number("the cost");
    if (!(cost >= 0)) {
      throw error("the cost is " + shown() + "; a cost is >= 0");
    }
    return cost;
  }

  /** The token as the estimated absolute error of a cost: finite and not negative. */
  double costError() {
    double error = number("the error");
    if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
      throw error("the error is " + shown() + "; an error is finite and >= 0");
    }
    return error;
  }

  /** The token as a whole number from {@code least} to {@code most}. */
  int integer(String what, int least, int most) {
    try {
      int value = Integer.parseInt(token());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(wanted(what, least, most));
    }
    throw error(wanted(what, least, most));
  }

  private String wanted(String what, int least, int most) {
    String range = most == Integer.MAX_VALUE ? "from " + least : least + " … " + most;
    return what + " is '" + shown() + "'; a whole number " + range + " is wanted";
  }

  /** The token as messages show it: one line, not too long, nothing unprintable. */
  String shown() {
    return PlainText.brief(token());
  }

  /** An error at the start of the token. */
  InputError error(String problem) {
    return new InputError(file, tokenLine, tokenColumn, problem);
  }

  /** An error at the next character. */
  InputError errorHere(String problem) {
    return new InputError(file, line, column, problem);
  }
}
