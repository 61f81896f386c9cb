package org.longrun.graph;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.InputError;

/** One row of a file of separated values while it is read. */
final class CsvRow {
  private static final int NONE = -1;
  private final CsvFields fields;
  private final TextScanner text;
  private final TransitionGraphBuilder builder;
  private final CsvHeader header;
  private int from = NONE;
  private int to = NONE;
  private double cost = Double.NaN;
  private double error;
  private boolean oneWay = true;
  private @Nullable InputError fault;

  CsvRow(CsvFields fields, TransitionGraphBuilder builder, CsvHeader header) {
    this.fields = fields;
    this.text = fields.text();
    this.builder = builder;
    this.header = header;
  }

  void read() throws IOException {
    boolean more = true;
    int columns = header.columns().size();
    int count = 0;
    while (more) {
      more = fields.next();
      if (count < columns) {
        take(header.columns().get(count));
      }
      count++;
    }
    if (count != columns) {
      throw text.error("the row has " + count + " fields, the header " + columns);
    }
    finish();
  }

  private void take(String column) {
    switch (column) {
      case "from" -> from = vertex();
      case "to" -> to = text.isTokenEmpty() ? NONE : vertex();
      case "cost", "error" -> number(column);
      case "type" -> oneWay = !text.tokenEqualsIgnoreCase("undirected");
      default -> {
        // a column of the file's own
      }
    }
  }

  /** A number that is wrong is told only if the edge is kept: a self-loop's may be anything. */
  private void number(String column) {
    if (text.isTokenEmpty()) {
      return;
    }
    try {
      if (fields.hasDecimalComma()) {
        text.replaceDecimalComma();
      }
      if (column.equals("cost")) {
        cost = text.cost();
      } else {
        error = text.costError();
      }
    } catch (InputError wrong) {
      fault = fault == null ? wrong : fault;
    }
  }

  private int vertex() {
    if (text.isTokenEmpty()) {
      throw text.error("a vertex without a name");
    }
    return text.vertex(builder);
  }

  private void finish() {
    if (from != to && fault != null) {
      throw fault;
    }
    if (from == to) {
      builder.edge(from, to, 0);
    } else if (to != NONE || !Double.isNaN(cost)) {
      edge();
    }
  }

  private void edge() {
    if (to == NONE || Double.isNaN(cost)) {
      throw text.error("an edge needs " + (to == NONE ? "a vertex in 'to'" : "a number in 'cost'"));
    }
    builder.edge(from, to, cost, error);
    if (!oneWay) {
      builder.edge(to, from, cost, error);
    }
  }
}
