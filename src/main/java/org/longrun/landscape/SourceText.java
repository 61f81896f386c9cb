package org.longrun.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The characters of a file, and where they stand. */
final class SourceText {
  private final int[] characters;
  private final int[] lineStarts;

  SourceText(String text) {
    characters = text.codePoints().toArray();
    lineStarts = IntStream.rangeClosed(0, characters.length).filter(this::startsLine).toArray();
  }

  private boolean startsLine(int index) {
    if (index == 0) {
      return true;
    }
    int before = characters[index - 1];
    return before == '\n' || before == '\r' && at(index) != '\n';
  }

  /** The number of characters. */
  int length() {
    return characters.length;
  }

  /** The character at an index, or 0 beyond the end. */
  int at(int index) {
    return index < characters.length ? characters[index] : 0;
  }

  /** The line and column of an index. */
  Place place(int index) {
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, index - lineStarts[line] + 1);
  }

  /** The first index from here on that is no space or tab. */
  int skipBlanks(int index) {
    int k = index;
    while (at(k) == ' ' || at(k) == '\t') {
      k++;
    }
    return k;
  }

  /**
   * The index of the character that became the value's character number {@code position}; a
   * scalar's value differs from its source by quotes, escapes, folded lines and indentation.
   *
   * @param start where the scalar begins, quotes included
   */
  int locate(String value, int position, int start) {
    int index = start;
    if (at(index) == '"' || at(index) == '\'') {
      index++;
    } else if (at(index) == '|' || at(index) == '>') {
      index = nextLine(index);
    }
    int[] wanted = value.codePoints().toArray();
    int count = value.codePointCount(0, Math.min(position, value.length()));
    for (int k = 0; k < count; k++) {
      index = after(align(wanted[k], index));
    }
    return count < wanted.length ? align(wanted[count], index) : index;
  }

  private int nextLine(int index) {
    int k = index;
    while (k < length() && at(k) != '\n' && at(k) != '\r') {
      k++;
    }
    return at(k) == '\r' && at(k + 1) == '\n' ? k + 2 : k + 1;
  }

  /** Skips the indentation and line breaks that the value has not. */
  private int align(int wanted, int index) {
    int k = index;
    boolean blank = wanted == ' ' || wanted == '\n';
    while (!blank && at(k) != wanted && Character.isWhitespace(at(k))) {
      k++;
    }
    return k;
  }

  private int after(int index) {
    boolean escape = at(index) == '\\' || at(index) == '\'' && at(index + 1) == '\'';
    return index + (escape ? 2 : 1);
  }
}
