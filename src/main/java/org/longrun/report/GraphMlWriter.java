package org.longrun.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.longrun.critical.Kind;
import org.longrun.graph.TransitionGraph;

/** GraphML with the keys {@code cost}, {@code energy}, {@code value} and {@code kind}. */
public final class GraphMlWriter implements GraphWriter {
  private static final String HEADER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="value" for="node" attr.name="value" attr.type="double"/>
        <key id="energy" for="node" attr.name="energy" attr.type="double"/>
        <key id="cost" for="edge" attr.name="cost" attr.type="double"/>
        <key id="error" for="edge" attr.name="error" attr.type="double"/>
      """;

  @Override
  public String format() {
    return "graphml";
  }

  @Override
  public String extension() {
    return "graphml";
  }

  @Override
  public void write(ExportGraph graph, Appendable out) throws IOException {
    out.append(HEADER);
    out.append("  <graph id=\"").append(escaped(graph.name()));
    out.append("\" edgedefault=\"directed\">\n");
    for (int vertex : graph.vertices()) {
      node(graph, vertex, out);
    }
    try {
      graph.forEachEdge((from, to, cost, error) -> edge(graph.graph(), from, to, cost, error, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.append("  </graph>\n</graphml>\n");
  }

  private static void node(ExportGraph graph, int vertex, Appendable out) throws IOException {
    TransitionGraph transitions = graph.graph();
    Kind kind = transitions.kind(vertex);
    double value = transitions.value(vertex);
    double energy = graph.levels().energy(vertex);
    out.append("    <node id=\"").append(escaped(transitions.id(vertex))).append("\">");
    if (kind != null) {
      data(out, "kind", kind.label());
    }
    if (!Double.isNaN(value)) {
      data(out, "value", Double.toString(value));
    }
    if (energy < Double.POSITIVE_INFINITY) {
      data(out, "energy", Double.toString(energy));
    }
    out.append("</node>\n");
  }

  private static void edge(
      TransitionGraph graph, int from, int to, double cost, double error, Appendable out) {
    try {
      out.append("    <edge source=\"").append(escaped(graph.id(from)));
      out.append("\" target=\"").append(escaped(graph.id(to))).append("\">");
      data(out, "cost", Double.toString(cost));
      if (error > 0) {
        data(out, "error", Double.toString(error));
      }
      out.append("</edge>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void data(Appendable out, String key, String value) throws IOException {
    out.append("<data key=\"").append(key).append("\">").append(value).append("</data>");
  }

  /** XML text; characters that XML cannot hold become the replacement character. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\t', '\n', '\r' -> safe.append("&#").append(c).append(';');
      default -> {
        boolean held = c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
        safe.appendCodePoint(held ? c : 0xFFFD);
      }
    }
  }
}
