package org.longrun.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.longrun.action.LeastPath;
import org.longrun.numerics.Point;

/** A least path as CSV: a header with the variables' names, then a line a point. */
public final class PathCsv {
  private PathCsv() {}

  /** The points of the path in full precision. */
  public static String of(LeastPath path, List<String> variables) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(variables);
      for (Point point : path.points()) {
        csv.writeRecord(fields(point));
      }
    }
    return text.toString();
  }

  private static List<String> fields(Point point) {
    List<String> fields = new ArrayList<>();
    for (int k = 0; k < point.dimension(); k++) {
      fields.add(Double.toString(point.get(k)));
    }
    return fields;
  }

  /** The cost in a sentence, with its error. */
  public static String sentence(LeastPath path, Point from, Point to) {
    String sentence =
        "B(" + from + ", " + to + ") = " + Numerals.known(path.cost(), path.error(), 12);
    Point obstacle = path.obstacle();
    if (obstacle != null) {
      return sentence + ": the noise cannot drive SGD past " + obstacle;
    }
    return sentence
        + " (estimated error "
        + Numerals.error(path.error())
        + (path.converged() ? ")" : ", UNCONVERGED)");
  }
}
