package org.longrun.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longrun.landscape.InputError;

/**
 * Comma-separated values with a header that names the columns {@code from}, {@code to} and {@code
 * cost}, in any order, perhaps {@code error} (ε of the cost), and others that are passed over. One
 * edge a row; a row with {@code from} alone lists a vertex. Fields may be quoted (RFC 4180).
 */
final class CsvFormat implements NetworkFormat {
  private static final int NONE = -1;
  private static final String HEADER = "the header must name the columns from,to,cost";

  @Override
  public void read(TextScanner text, TransitionGraphBuilder builder) throws IOException {
    List<String> columns = header(text);
    while (text.peek() != TextScanner.END) {
      text.skipBlanks();
      if (text.peek() == '\n' || text.peek() == TextScanner.END) {
        text.read();
      } else {
        new Row(text, builder, columns).read();
      }
    }
  }

  private static List<String> header(TextScanner text) throws IOException {
    List<String> columns = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = field(text);
      columns.add(text.token().toLowerCase(Locale.ROOT));
    }
    for (String wanted : List.of("from", "to", "cost")) {
      int first = columns.indexOf(wanted);
      if (first == NONE || first != columns.lastIndexOf(wanted)) {
        throw new InputError(
            text.file(), 1, 1, HEADER + "; it has '" + wanted + "' " + times(first));
      }
    }
    return columns;
  }

  private static String times(int first) {
    return first == NONE ? "nowhere" : "twice";
  }

  /** Reads a field into the token and takes what ends it; true if the row goes on. */
  private static boolean field(TextScanner text) throws IOException {
    text.skipBlanks();
    text.begin();
    if (text.peek() == '"') {
      quoted(text);
    } else {
      plain(text);
    }
    int end = text.read();
    return end == ',';
  }

  private static void plain(TextScanner text) throws IOException {
    int c = text.peek();
    while (c != ',' && c != '\n' && c != TextScanner.END) {
      text.append(text.read());
      c = text.peek();
    }
    text.trim();
  }

  private static void quoted(TextScanner text) throws IOException {
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
    text.skipBlanks();
    int next = text.peek();
    if (next != ',' && next != '\n' && next != TextScanner.END) {
      throw text.errorHere("a comma or the line's end must follow a quoted field");
    }
  }

  /** One row while it is read. */
  private static final class Row {
    private final TextScanner text;
    private final TransitionGraphBuilder builder;
    private final List<String> columns;
    private int from = NONE;
    private int to = NONE;
    private double cost = Double.NaN;
    private double error;

    Row(TextScanner text, TransitionGraphBuilder builder, List<String> columns) {
      this.text = text;
      this.builder = builder;
      this.columns = columns;
    }

    void read() throws IOException {
      boolean more = true;
      int count = 0;
      while (more) {
        more = field(text);
        if (count < columns.size()) {
          take(columns.get(count));
        }
        count++;
      }
      if (count != columns.size()) {
        throw text.error("the row has " + count + " fields, the header " + columns.size());
      }
      finish();
    }

    private void take(String column) {
      if (column.equals("from")) {
        from = vertex();
      } else if (column.equals("to")) {
        to = text.isTokenEmpty() ? NONE : vertex();
      } else if (column.equals("cost")) {
        cost = text.isTokenEmpty() ? Double.NaN : text.cost();
      } else if (column.equals("error") && !text.isTokenEmpty()) {
        error = text.costError();
      }
    }

    private int vertex() {
      if (text.isTokenEmpty()) {
        throw text.error("a vertex without a name");
      }
      return text.vertex(builder);
    }

    private void finish() {
      boolean listed = to == NONE && Double.isNaN(cost);
      if (!listed && (to == NONE || Double.isNaN(cost))) {
        throw text.error(
            "an edge needs " + (to == NONE ? "a vertex in 'to'" : "a number in 'cost'"));
      }
      if (!listed) {
        builder.edge(from, to, cost, error);
      }
    }
  }
}
