package org.longrun.report;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;
import org.longrun.landscape.InputError;
import org.longrun.numerics.Point;

/**
 * The graph as the writers of graph files see it: the vertices to write with their attributes, and
 * the edges to write, direct ones or closed costs.
 *
 * @param name the graph's name
 * @param levels the energies, and with them the vertices
 * @param critical the components; null for a network
 * @param selection which edges and vertices are written
 */
public record ExportGraph(
    String name, EnergyLevels levels, @Nullable CriticalSet critical, Selection selection) {
  /** The most vertices whose closed costs, N² of them, are written. */
  public static final int MOST_CLOSED = 5000;

  /** Which edges and vertices are written. */
  public enum Selection {
    /** The direct transitions. */
    DIRECT,
    /** Every pair with a finite closed cost. */
    COMPLETE,
    /** The local minima alone, with their closed costs. */
    MINIMA
  }

  /** Takes one edge. */
  @FunctionalInterface
  public interface EdgeSink {
    /**
     * An edge to write.
     *
     * @param from the tail's vertex
     * @param to the head's vertex
     * @param cost its cost
     * @param error its estimated absolute error, 0 where none is known
     */
    void edge(int from, int to, double cost, double error);
  }

  /**
   * Checks that what is selected can be written.
   *
   * @throws InputError if closed costs are asked of too large a graph, or minima of a network that
   *     does not say which vertices are
   */
  public ExportGraph {
    int written = selection == Selection.MINIMA ? minima(levels) : levels.graph().size();
    if (selection != Selection.DIRECT && written > MOST_CLOSED) {
      throw new InputError(
          name
              + ": the closed costs of "
              + written
              + " vertices are too many to write; the most is "
              + MOST_CLOSED);
    }
  }

  private static int minima(EnergyLevels levels) {
    int minima = levels.graph().minima().cardinality();
    if (minima == 0) {
      throw new InputError("no vertex is known to be a minimum; leave out --minima");
    }
    return minima;
  }

  /** The transition graph behind it. */
  public TransitionGraph graph() {
    return levels.graph();
  }

  /** The vertices to write, ascending. */
  public int[] vertices() {
    IntPredicate kept = selection == Selection.MINIMA ? graph().minima()::get : v -> true;
    return IntStream.range(0, graph().size()).filter(kept).toArray();
  }

  /** The point that represents the vertex; null for a network. */
  public @Nullable Point point(int vertex) {
    return critical == null ? null : critical.components().get(vertex).representative();
  }

  /**
   * The edges of the first ground state's arborescence; one a closed class if there are several.
   */
  BitSet treeEdges() {
    int ground = levels.groundStates().nextSetBit(0);
    return ground < 0
        ? new BitSet()
        : levels.arborescence(ground).orElseGet(levels.contraction()::forest).edgeSet();
  }

  /** Passes every edge to write, sorted by tail and head. */
  public void forEachEdge(EdgeSink sink) {
    if (selection == Selection.DIRECT) {
      direct(sink);
    } else {
      closed(sink);
    }
  }

  private void direct(EdgeSink sink) {
    for (int e = 0; e < graph().digraph().edgeCount(); e++) {
      sink.edge(
          graph().digraph().tail(e),
          graph().digraph().head(e),
          graph().digraph().cost(e),
          graph().error(e));
    }
  }

  private void closed(EdgeSink sink) {
    int[] vertices = vertices();
    for (int from : vertices) {
      BitSet source = new BitSet();
      source.set(from);
      ShortestPaths paths = ShortestPaths.from(source, graph().digraph());
      for (int to : vertices) {
        if (to != from && paths.cost(to) < Double.POSITIVE_INFINITY) {
          double error = paths.chain(to).stream().mapToDouble(graph()::error).sum();
          sink.edge(from, to, paths.cost(to), error);
        }
      }
    }
  }
}
