package org.longrun.report;

import java.util.List;
import org.longrun.landscape.InputError;

/** The formats in which a transition graph is written. */
public final class GraphWriters {
  private static final List<GraphWriter> ALL =
      List.of(
          new DotWriter(),
          new GraphMlWriter(),
          new CsvWriter(),
          new GraphJsonWriter(),
          new MatrixMarketWriter());

  private GraphWriters() {}

  /** All of them. */
  public static List<GraphWriter> all() {
    return ALL;
  }

  /**
   * The writer of a format.
   *
   * @throws InputError if there is no such format
   */
  public static GraphWriter of(String format) {
    return ALL.stream()
        .filter(writer -> writer.format().equals(format))
        .findFirst()
        .orElseThrow(
            () -> new InputError("no graph format is called '" + format + "'; " + known()));
  }

  private static String known() {
    return "there are " + String.join(", ", ALL.stream().map(GraphWriter::format).toList());
  }
}
