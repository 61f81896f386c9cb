package org.longrun.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.IncomingEdges;
import org.longrun.arborescence.IndexHeap;

/**
 * Minimax passes of f between the components: the least over paths of the largest f on the way.
 *
 * <p>Computed on the descents of the transition graph, its edges of cost 0 that lead down in f, run
 * through in both directions: a lowest pass leads along the unstable manifolds of saddles, which
 * are such descents. A descent's cost counts as 0 within its error estimate, or 10⁻⁹ of the largest
 * cost. Where no chain of descents connects two components, the pass is +∞.
 */
public final class PassHeights {
  private static final double RELATIVE_ZERO = 1e-9;
  private final TransitionGraph graph;
  private final IncomingEdges incoming;
  private final BitSet descents;

  private PassHeights(TransitionGraph graph, IncomingEdges incoming, BitSet descents) {
    this.graph = graph;
    this.incoming = incoming;
    this.descents = descents;
  }

  /** Prepares the passes of a landscape's graph; every vertex must have a value. */
  public static PassHeights of(TransitionGraph graph) {
    CostDigraph digraph = graph.digraph();
    double zero = RELATIVE_ZERO * Math.max(0, Arrays.stream(digraph.costs()).max().orElse(0));
    BitSet descents = new BitSet();
    for (int e = 0; e < digraph.edgeCount(); e++) {
      boolean down = graph.value(digraph.tail(e)) >= graph.value(digraph.head(e));
      descents.set(e, down && digraph.cost(e) <= Math.max(zero, graph.error(e)));
    }
    return new PassHeights(graph, digraph.incoming(), descents);
  }

  /**
   * For every vertex the minimax height of f between it and the targets, its own f included; f
   * itself at the targets.
   */
  public double[] to(BitSet targets) {
    double[] heights = new double[graph.size()];
    Arrays.fill(heights, Double.POSITIVE_INFINITY);
    IndexHeap queue = new IndexHeap(graph.size());
    targets.stream().forEach(v -> reach(queue, heights, v, graph.value(v)));
    while (!queue.isEmpty()) {
      int v = queue.poll();
      spread(queue, heights, v);
    }
    return heights;
  }

  /**
   * The lowest pass out of the basin of a minimum: the minimax height between it and any other
   * minimum; +∞ if there is none.
   */
  public double outOf(int minimum) {
    BitSet self = new BitSet();
    self.set(minimum);
    double[] heights = to(self);
    double lowest = Double.POSITIVE_INFINITY;
    BitSet minima = graph.minima();
    for (int v = minima.nextSetBit(0); v >= 0; v = minima.nextSetBit(v + 1)) {
      lowest = v == minimum ? lowest : Math.min(lowest, heights[v]);
    }
    return lowest;
  }

  private void spread(IndexHeap queue, double[] heights, int v) {
    CostDigraph digraph = graph.digraph();
    for (int e = digraph.firstEdge(v); e < digraph.endEdge(v); e++) {
      if (descents.get(e)) {
        raise(queue, heights, v, digraph.head(e));
      }
    }
    for (int k = incoming.first(v); k < incoming.end(v); k++) {
      if (descents.get(incoming.edge(k))) {
        raise(queue, heights, v, digraph.tail(incoming.edge(k)));
      }
    }
  }

  private void raise(IndexHeap queue, double[] heights, int from, int to) {
    reach(queue, heights, to, Math.max(heights[from], graph.value(to)));
  }

  private static void reach(IndexHeap queue, double[] heights, int vertex, double height) {
    if (height < heights[vertex]) {
      heights[vertex] = height;
      queue.add(vertex, height);
    }
  }
}
