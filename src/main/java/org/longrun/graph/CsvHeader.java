package org.longrun.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longrun.landscape.InputError;
import org.longrun.landscape.PlainText;

/**
 * The first row of a file of separated values: which columns hold what, and what separates them.
 *
 * @param separator what separates the fields
 * @param columns the names of the columns as the rows are read by: from, to, cost, error, type, or
 *     the file's own for a column that is passed over
 */
record CsvHeader(char separator, List<String> columns) {
  private static final String SEPARATORS = ",;\t";
  private static final List<List<String>> NAMES =
      List.of(List.of("from", "source"), List.of("to", "target"), List.of("cost", "weight"));
  private static final String WANTED =
      "the header must name the columns from,to,cost (or source,target,weight)";

  /**
   * Reads the header.
   *
   * @throws InputError if a column is missing, or there twice
   */
  static CsvHeader read(TextScanner text) throws IOException {
    String line = line(text);
    if (line.strip().matches("(?i)sep=.?")) {
      line = line(text);
    }
    for (char separator : SEPARATORS.toCharArray()) {
      List<String> names = named(split(line, separator, text.file()));
      if (names.contains("from") && names.contains("to") && names.contains("cost")) {
        return new CsvHeader(separator, once(names, text));
      }
    }
    throw text.error(WANTED + "; it is '" + PlainText.brief(line) + "', separated by , ; or a tab");
  }

  /** The next line that says something; a spreadsheet's {@code sep=;} says nothing new. */
  private static String line(TextScanner text) throws IOException {
    new CsvFields(text, ',').toNextRow();
    text.begin();
    while (text.peek() != '\n' && text.peek() != TextScanner.END) {
      text.append(text.read());
    }
    return text.token();
  }

  private static List<String> split(String line, char separator, String file) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    CsvFields fields =
        new CsvFields(TextScanner.of(new ByteArrayInputStream(bytes), file), separator);
    List<String> names = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = fields.next();
      } catch (InputError noField) {
        return List.of();
      }
      names.add(fields.text().token().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** The columns by the first of the names that the file has for each. */
  private static List<String> named(List<String> given) {
    List<String> names = new ArrayList<>(given);
    for (List<String> choice : NAMES) {
      if (!given.contains(choice.get(0))) {
        names.replaceAll(name -> name.equals(choice.get(1)) ? choice.get(0) : name);
      }
    }
    if (given.contains("from")) {
      names.replaceAll(name -> name.equals("type") ? "" : name);
    }
    return names;
  }

  private static List<String> once(List<String> names, TextScanner text) {
    for (String name : List.of("from", "to", "cost", "error")) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw text.error(WANTED + ", each once; it has '" + name + "' twice");
      }
    }
    return List.copyOf(names);
  }
}
