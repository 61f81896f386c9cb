package org.longrun.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/**
 * Comma-separated values with the header {@code from,to,cost}, an edge a row in full precision. A
 * vertex without edges is a row with {@code from} alone.
 */
public final class CsvWriter implements GraphWriter {
  @Override
  public String format() {
    return "csv";
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public void write(ExportGraph graph, Appendable out) throws IOException {
    out.append("from,to,cost\n");
    BitSet mentioned = new BitSet();
    try {
      graph.forEachEdge(
          (from, to, cost, error) -> {
            mentioned.set(from);
            mentioned.set(to);
            row(graph.graph().id(from), graph.graph().id(to), Double.toString(cost), out);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (int vertex : graph.vertices()) {
      if (!mentioned.get(vertex)) {
        row(graph.graph().id(vertex), "", "", out);
      }
    }
  }

  private static void row(String from, String to, String cost, Appendable out) {
    try {
      out.append(field(from)).append(',').append(to.isEmpty() ? "" : field(to));
      out.append(',').append(cost).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String field(String text) {
    boolean plain =
        text.equals(text.strip()) && text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
