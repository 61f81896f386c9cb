package org.longrun.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longrun.landscape.InputError;

/**
 * The edges of a DOT graph on their way into the network. In a {@code strict} graph two vertices
 * have one edge (in a digraph one each way), and a further statement of it changes the attributes
 * that it gives and leaves the others (graphviz.org/doc/info/lang.html).
 */
final class DotEdges {
  /** An edge of a strict graph, with the place of its first statement. */
  private record Stated(DotAttributes attributes, int line, int column) {
    Stated with(DotAttributes stated) {
      return new Stated(attributes.with(stated), line, column);
    }
  }

  private final TransitionGraphBuilder builder;
  private final String file;
  private final boolean strict;
  private final boolean directed;
  private final Map<Long, Stated> stated = new LinkedHashMap<>();
  private long repeated;

  DotEdges(TransitionGraphBuilder builder, String file, boolean strict, boolean directed) {
    this.builder = builder;
    this.file = file;
    this.strict = strict;
    this.directed = directed;
  }

  boolean directed() {
    return directed;
  }

  /** One statement of edges at a place: its defaults, and what it gives itself. */
  record Statement(DotAttributes defaults, DotAttributes own, int line, int column) {}

  /** Every edge between these vertices. */
  void add(int[] tails, int[] heads, Statement statement) {
    DotAttributes together = statement.defaults().with(statement.own());
    Stated edge = new Stated(together, statement.line(), statement.column());
    for (int from : tails) {
      for (int to : heads) {
        if (!strict) {
          put(from, to, edge);
        } else if (stated.putIfAbsent(key(from, to), edge) != null) {
          stated.computeIfPresent(key(from, to), (ends, first) -> first.with(statement.own()));
          repeated++;
        }
      }
    }
  }

  private long key(int from, int to) {
    boolean swap = !directed && to < from;
    return (long) (swap ? to : from) << Integer.SIZE | (swap ? from : to);
  }

  /** Puts a strict graph's edges into the network; says how many were stated again. */
  List<String> finish() {
    stated.forEach((key, edge) -> put((int) (key >> Integer.SIZE), (int) (long) key, edge));
    return repeated == 0
        ? List.of()
        : List.of("edges of the strict graph stated again, the last statement holds: " + repeated);
  }

  private void put(int from, int to, Stated edge) {
    if (from == to) {
      builder.edge(from, to, 0);
      return;
    }
    double cost = cost(edge);
    double error = edge.attributes().error();
    builder.edge(from, to, cost, error);
    if (!directed) {
      builder.edge(to, from, cost, error);
    }
  }

  private double cost(Stated edge) {
    double cost = edge.attributes().cost();
    if (Double.isNaN(cost)) {
      throw new InputError(
          file, edge.line(), edge.column(), "this edge has no cost; write it as [cost=1.5]");
    }
    if (!(cost >= 0)) {
      throw new InputError(
          file,
          edge.line(),
          edge.column(),
          "the cost of this edge is " + cost + "; a cost is >= 0");
    }
    return cost;
  }
}
