package org.longrun.graph;

import java.io.IOException;

/** The fields of a file of separated values, one at a time; a field's text is the token. */
final class CsvFields {
  private final TextScanner text;
  private final char separator;

  CsvFields(TextScanner text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  TextScanner text() {
    return text;
  }

  /** True if the comma separates no fields, so that it may stand in numbers. */
  boolean hasDecimalComma() {
    return separator != ',';
  }

  /** Takes blank lines and comments; false at the end. */
  boolean toNextRow() throws IOException {
    while (true) {
      blanks();
      int c = text.peek();
      if (c == TextScanner.END) {
        return false;
      }
      if (c != '\n' && c != '#') {
        return true;
      }
      text.skipLine();
    }
  }

  /** Reads a field into the token and takes what ends it; true if the row goes on. */
  boolean next() throws IOException {
    blanks();
    text.begin();
    if (text.peek() == '"') {
      quoted();
    } else {
      plain();
    }
    return text.read() == separator;
  }

  /** Takes blanks, and tabs unless they separate. */
  private void blanks() throws IOException {
    while (text.peek() == ' ' || (text.peek() == '\t' && separator != '\t')) {
      text.read();
    }
  }

  private boolean ends(int c) {
    return c == separator || c == '\n' || c == TextScanner.END;
  }

  private void plain() throws IOException {
    while (!ends(text.peek())) {
      text.append(text.read());
    }
    text.trim();
  }

  private void quoted() throws IOException {
    text.read();
    while (true) {
      int c = text.read();
      if (c == TextScanner.END) {
        throw text.error("this quoted field has no end; close it with \"");
      }
      if (c == '"' && text.peek() != '"') {
        break;
      }
      text.append(c == '"' ? text.read() : c);
    }
    blanks();
    if (!ends(text.peek())) {
      throw text.errorHere("a separator or the line's end must follow a quoted field");
    }
  }
}
