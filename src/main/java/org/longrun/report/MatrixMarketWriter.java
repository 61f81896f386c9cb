package org.longrun.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Matrix Market's coordinate format: entry (i, j) is the cost of i → j, in full precision; entries
 * of 0 are edges that cost nothing. Comments say which row is which vertex.
 */
public final class MatrixMarketWriter implements GraphWriter {
  @Override
  public String format() {
    return "matrix-market";
  }

  @Override
  public String extension() {
    return "mtx";
  }

  @Override
  public void write(ExportGraph graph, Appendable out) throws IOException {
    int[] vertices = graph.vertices();
    int[] rows = new int[graph.graph().size()];
    out.append("%%MatrixMarket matrix coordinate real general\n");
    out.append("% transition costs of ").append(oneLine(graph.name())).append('\n');
    for (int k = 0; k < vertices.length; k++) {
      rows[vertices[k]] = k + 1;
      out.append("% row ").append(Integer.toString(k + 1)).append(" is ");
      out.append(oneLine(graph.graph().id(vertices[k]))).append('\n');
    }
    long[] count = {0};
    graph.forEachEdge((from, to, cost, error) -> count[0]++);
    out.append(
        String.format(Locale.ROOT, "%d %d %d\n", vertices.length, vertices.length, count[0]));
    try {
      graph.forEachEdge((from, to, cost, error) -> entry(rows[from], rows[to], cost, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void entry(int row, int column, double cost, Appendable out) {
    try {
      out.append(Integer.toString(row)).append(' ').append(Integer.toString(column));
      out.append(' ').append(Double.toString(cost)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
