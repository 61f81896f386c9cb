package org.longrun.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;
import org.longrun.graph.TransitionGraph;
import org.longrun.numerics.Point;

/**
 * Graphviz's DOT (formats, section 2): nodes with {@code label}, {@code kind}, {@code value},
 * {@code energy}, and {@code x}, {@code y} for d ≤ 2; edges with their cost as a label to four
 * digits and in full precision as {@code cost}.
 *
 * <p>Shapes tell the kinds, ground states are filled, dear edges thin, free edges dashed, edges of
 * the ground state's arborescence bold. There is no {@code weight}, which Graphviz takes for a
 * layout hint. Every value is quoted, so that ids of any characters survive.
 */
public final class DotWriter implements GraphWriter {
  private static final double THICK = 3;
  private static final double THIN = 0.5;

  @Override
  public String format() {
    return "dot";
  }

  @Override
  public String extension() {
    return "dot";
  }

  @Override
  public void write(ExportGraph graph, Appendable out) throws IOException {
    out.append("digraph ").append(quoted(graph.name())).append(" {\n");
    out.append("  node [fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\"];\n");
    BitSet ground = graph.levels().groundStates();
    for (int vertex : graph.vertices()) {
      node(graph, vertex, ground.get(vertex), out);
    }
    try {
      edges(graph, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.append("}\n");
  }

  private static void node(ExportGraph graph, int vertex, boolean ground, Appendable out)
      throws IOException {
    TransitionGraph transitions = graph.graph();
    double value = transitions.value(vertex);
    double energy = graph.levels().energy(vertex);
    Kind kind = transitions.kind(vertex);
    String id = transitions.id(vertex);
    String label = escaped(id) + (Double.isNaN(value) ? "" : "\\n" + fourDigits(value));
    out.append("  ").append(quoted(id)).append(" [label=\"").append(label).append('"');
    if (kind != null) {
      attribute(out, "kind", kind.label());
    }
    if (!Double.isNaN(value)) {
      attribute(out, "value", Double.toString(value));
    }
    if (energy < Double.POSITIVE_INFINITY) {
      attribute(out, "energy", Double.toString(energy));
    }
    place(graph.point(vertex), out);
    attribute(out, "shape", shape(kind));
    if (ground) {
      out.append(", style=\"filled\", fillcolor=\"#f6d55c\"");
    }
    out.append("];\n");
  }

  private static void place(@Nullable Point point, Appendable out) throws IOException {
    if (point != null && point.dimension() <= 2) {
      attribute(out, "x", Double.toString(point.get(0)));
      if (point.dimension() == 2) {
        attribute(out, "y", Double.toString(point.get(1)));
      }
    }
  }

  private static String shape(@Nullable Kind kind) {
    if (kind == null) {
      return "ellipse";
    }
    return switch (kind) {
      case MINIMUM -> "ellipse";
      case SADDLE -> "diamond";
      case MAXIMUM -> "triangle";
      case DEGENERATE -> "octagon";
    };
  }

  private static void edges(ExportGraph graph, Appendable out) {
    double[] largest = {0};
    graph.forEachEdge((from, to, cost, error) -> largest[0] = Math.max(largest[0], cost));
    BitSet tree = graph.treeEdges();
    graph.forEachEdge(
        (from, to, cost, error) -> {
          try {
            int direct = graph.graph().digraph().edge(from, to);
            edge(graph.graph(), from, to, out);
            out.append(" [label=\"").append(fourDigits(cost)).append('"');
            attribute(out, "cost", Double.toString(cost));
            if (error > 0) {
              attribute(out, "error", Double.toString(error));
            }
            attribute(out, "penwidth", width(cost, largest[0]));
            style(out, cost == 0, direct >= 0 && tree.get(direct));
            out.append("];\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void edge(TransitionGraph graph, int from, int to, Appendable out)
      throws IOException {
    out.append("  ").append(quoted(graph.id(from))).append(" -> ").append(quoted(graph.id(to)));
  }

  private static String width(double cost, double largest) {
    double share = largest > 0 ? cost / largest : 0;
    return String.format(Locale.ROOT, "%.2f", THICK - (THICK - THIN) * share);
  }

  private static void style(Appendable out, boolean free, boolean bold) throws IOException {
    if (free || bold) {
      attribute(out, "style", free && bold ? "dashed,bold" : free ? "dashed" : "bold");
    }
  }

  /** A number to four significant digits. */
  static String fourDigits(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (!(size < 1e6 && size >= 1e-4)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static void attribute(Appendable out, String name, String value) throws IOException {
    out.append(", ").append(name).append('=').append(quoted(value));
  }

  static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
