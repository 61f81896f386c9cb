package org.longrun.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.longrun.landscape.PlainText;

/**
 * A table of text with aligned columns: words to the left, numbers on their decimal points.
 *
 * <p>Widths count code points, so that Greek letters and arrows align.
 */
public final class TextTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with this header. */
  public TextTable(String... header) {
    this.header = Stream.of(header).map(PlainText::line).toList();
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as the header
   */
  public TextTable row(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(cells.length + " cells in " + header.size() + " columns");
    }
    rows.add(Stream.of(cells).map(PlainText::line).toList());
    return this;
  }

  /** The table as lines, each indented by two spaces and ended by a line break. */
  public String render() {
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      columns.add(aligned(column));
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line <= rows.size(); line++) {
      StringBuilder joined = new StringBuilder(" ");
      for (List<String> column : columns) {
        joined.append(' ').append(column.get(line)).append(' ');
      }
      text.append(joined.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private List<String> aligned(int column) {
    List<String> cells = rows.stream().map(row -> row.get(column)).toList();
    boolean numeric = !cells.isEmpty() && cells.stream().allMatch(TextTable::isNumberOrBlank);
    int fraction = cells.stream().mapToInt(TextTable::fractionWidth).max().orElse(0);
    List<String> padded = new ArrayList<>();
    for (String cell : cells) {
      padded.add(numeric ? cell + " ".repeat(fraction - fractionWidth(cell)) : cell);
    }
    int width = width(header.get(column));
    for (String cell : padded) {
      width = Math.max(width, width(cell));
    }
    List<String> lines = new ArrayList<>();
    lines.add(pad(header.get(column), width, numeric));
    for (String cell : padded) {
      lines.add(pad(cell, width, numeric));
    }
    return lines;
  }

  private static boolean isNumberOrBlank(String cell) {
    return cell.isEmpty() || cell.matches("[-−+]?(\\d+(\\.\\d*)?([eE][-+]?\\d+)?|∞|–)[ *!]?");
  }

  private static int fractionWidth(String cell) {
    int point = cell.indexOf('.');
    if (point >= 0) {
      return width(cell) - point;
    }
    int digits = 0;
    while (digits < cell.length() && "-−+0123456789∞–".indexOf(cell.charAt(digits)) >= 0) {
      digits++;
    }
    return cell.length() - digits;
  }

  private static String pad(String cell, int width, boolean right) {
    String blank = " ".repeat(width - width(cell));
    return right ? blank + cell : cell + blank;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
