package org.longrun.graph;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.longrun.landscape.InputError;

/**
 * Reads UTF-8 text character by character, with the line and column of each and one token that is
 * being built up; makes no string unless asked.
 */
final class TextScanner implements Closeable {
  static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int SHOWN = 40;
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

  static TextScanner open(Path path, String shown) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    TextScanner text = new TextScanner(reader, shown);
    if (text.peek() == BYTE_ORDER_MARK) {
      text.position++;
    }
    return text;
  }

  /** The characters from here on, for a parser that reads them itself. */
  Reader rest() {
    return new Reader() {
      @Override
      public int read(char[] target, int offset, int length) throws IOException {
        if (peek() == END) {
          return END;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
      }

      @Override
      public void close() {
        // the scanner is closed by its owner
      }
    };
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

  /** The token as a cost or an energy: a decimal number, or a plus infinity. */
  double number(String what) {
    double value = parse(token());
    if (Double.isNaN(value)) {
      throw error(what + " is '" + shown() + "'; a number is wanted");
    }
    return value;
  }

  /** The token as a number; NaN if it is none. */
  double numberOrNaN() {
    return parse(token());
  }

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

  /** The token as a cost: a number that is not negative, +inf for no edge. */
  double cost() {
    double cost = number("the cost");
    if (!(cost >= 0)) {
      throw error("the cost is " + token() + "; a cost is >= 0");
    }
    return cost;
  }

  /** The token as the estimated absolute error of a cost: finite and not negative. */
  double costError() {
    double error = number("the error");
    if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
      throw error("the error is " + token() + "; an error is finite and >= 0");
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
    String text = tokenLength > SHOWN ? new String(token, 0, SHOWN) + "…" : token();
    return text.replaceAll("[\\p{Cntrl}]", "?");
  }

  /** An error at the start of the token. */
  InputError error(String problem) {
    return new InputError(file, tokenLine, tokenColumn, problem);
  }

  /** An error at the next character. */
  InputError errorHere(String problem) {
    return new InputError(file, line, column, problem);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
