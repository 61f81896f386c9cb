package org.longrun.graph;

import java.io.IOException;
import org.longrun.landscape.InputError;

/** The tokens of the DOT language, one at a time; an id's text is the scanner's token. */
final class DotLexer {
  private static final int ID = -2;
  private static final int ARROW = -3;
  private static final int LINE = -4;
  private final TextScanner text;
  private int type;
  private boolean plain;
  private boolean minusTaken;

  DotLexer(TextScanner text) {
    this.text = text;
  }

  TextScanner text() {
    return text;
  }

  /** Takes the next token. */
  void next() throws IOException {
    space();
    text.begin();
    int c = text.peek();
    plain = false;
    if (minusTaken) {
      dash();
    } else if (c == '"') {
      quoted();
    } else if (c == '<') {
      html();
    } else if (c == '-') {
      text.read();
      dash();
    } else if (isIdCharacter(c)) {
      word();
    } else {
      type = text.read();
      if (type != TextScanner.END) {
        text.append(type);
      }
    }
  }

  /** After a minus: an arrow, a line, or a negative number. */
  private void dash() throws IOException {
    minusTaken = false;
    int c = text.peek();
    if (c == '>' || c == '-') {
      text.append('-');
      text.append(text.read());
      type = c == '>' ? ARROW : LINE;
    } else if (isIdCharacter(c)) {
      text.append('-');
      word();
    } else {
      text.append('-');
      throw unexpected("'->', '--' or a number");
    }
  }

  private void word() throws IOException {
    type = ID;
    plain = true;
    int last = 0;
    boolean number = !Character.isLetter(text.peek()) && text.peek() != '_';
    while (isIdCharacter(text.peek()) || (number && isExponentSign(last))) {
      last = text.read();
      if (last == '-' && !Character.isDigit(text.peek())) {
        minusTaken = true;
        return;
      }
      text.append(last);
    }
  }

  private boolean isExponentSign(int last) throws IOException {
    return (last == 'e' || last == 'E') && (text.peek() == '-' || text.peek() == '+');
  }

  private static boolean isIdCharacter(int c) {
    return c == '_' || c == '.' || Character.isLetterOrDigit(c) || c >= 0x80;
  }

  private void quoted() throws IOException {
    type = ID;
    do {
      text.read();
      for (int c = text.read(); c != '"'; c = text.read()) {
        if (c == TextScanner.END) {
          throw text.error("this quoted text has no end; close it with \"");
        } else if (c == '\\') {
          escape();
        } else {
          text.append(c);
        }
      }
      space();
    } while (concatenates());
  }

  /** True if {@code + "…"} follows, and then takes the plus. */
  private boolean concatenates() throws IOException {
    if (text.peek() != '+') {
      return false;
    }
    text.read();
    space();
    if (text.peek() != '"') {
      throw text.errorHere("a quoted text must follow '+'");
    }
    return true;
  }

  private void escape() throws IOException {
    int c = text.read();
    if (c == TextScanner.END) {
      throw text.error("this quoted text has no end; close it with \"");
    }
    boolean known = c == '"' || c == '\\';
    if (!known && c != '\n') {
      text.append('\\');
    }
    if (c != '\n') {
      text.append(c);
    }
  }

  private void html() throws IOException {
    type = ID;
    text.read();
    int open = 1;
    while (true) {
      int c = text.read();
      open += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == TextScanner.END) {
        throw text.error("this HTML text has no end; close it with >");
      }
      if (open == 0) {
        return;
      }
      text.append(c);
    }
  }

  /** Takes white space and comments. */
  private void space() throws IOException {
    while (!minusTaken) {
      int c = text.peek();
      if (c == '#' && text.atLineStart()) {
        text.skipLine();
      } else if (c == '/') {
        comment();
      } else if (c != TextScanner.END && Character.isWhitespace(c)) {
        text.read();
      } else {
        return;
      }
    }
  }

  private void comment() throws IOException {
    InputError unfinished = text.errorHere("a comment is // … or /* … */, and must end");
    text.read();
    int c = text.read();
    if (c == '/') {
      text.skipLine();
      return;
    }
    if (c != '*') {
      throw unfinished;
    }
    int last = 0;
    for (c = text.read(); !(last == '*' && c == '/'); c = text.read()) {
      if (c == TextScanner.END) {
        throw unfinished;
      }
      last = c;
    }
  }

  boolean isId() {
    return type == ID;
  }

  /** True for this keyword, in any case, not quoted. */
  boolean isWord(String word) {
    return type == ID && plain && text.tokenEqualsIgnoreCase(word);
  }

  boolean is(char symbol) {
    return type == symbol;
  }

  boolean isEnd() {
    return type == TextScanner.END;
  }

  boolean isArrow() {
    return type == ARROW || type == LINE;
  }

  boolean isDirectedArrow() {
    return type == ARROW;
  }

  /** True if the id is the left side of an assignment: a {@code =} follows. */
  boolean isAssignment() throws IOException {
    space();
    return !minusTaken && text.peek() == '=';
  }

  void expect(char symbol) throws IOException {
    if (!is(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
    next();
  }

  InputError unexpected(String wanted) {
    String found = isEnd() ? "the file ends" : "'" + text.shown() + "'";
    return text.error(found + " here; wanted: " + wanted);
  }
}
