package org.longrun.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.IncomingEdges;
import org.longrun.arborescence.IndexHeap;

/**
 * Closed costs V: the cheapest chains of direct edges, by Dijkstra's algorithm, O(M log N).
 *
 * <p>Unreachable vertices have V = +∞.
 */
public final class ShortestPaths {
  private static final int NONE = -1;
  private final CostDigraph graph;
  private final double[] costs;
  private final int[] edges;
  private final boolean forward;

  private ShortestPaths(CostDigraph graph, boolean forward) {
    this.graph = graph;
    this.forward = forward;
    this.costs = new double[graph.size()];
    this.edges = new int[graph.size()];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    Arrays.fill(edges, NONE);
  }

  /** V_{S→j} for every j: the cheapest chain from some source. */
  public static ShortestPaths from(BitSet sources, CostDigraph graph) {
    return from(sources, new BitSet(), graph);
  }

  /**
   * V_{S→j} along chains that do not leave the vertices in {@code closed}, unless they start there.
   */
  public static ShortestPaths from(BitSet sources, BitSet closed, CostDigraph graph) {
    ShortestPaths paths = new ShortestPaths(graph, true);
    IndexHeap queue = paths.begin(sources);
    while (!queue.isEmpty()) {
      int v = queue.poll();
      if (!closed.get(v) || sources.get(v)) {
        for (int e = graph.firstEdge(v); e < graph.endEdge(v); e++) {
          paths.reach(queue, graph.head(e), paths.costs[v] + graph.cost(e), e);
        }
      }
    }
    return paths;
  }

  /**
   * The cheapest chains from a point outside the graph, given the costs of its moves.
   *
   * @param first by vertex, the cost of the move that leads there; +∞ where there is none
   * @param closed vertices that the chains do not leave
   * @param graph the direct edges
   */
  public static ShortestPaths after(double[] first, BitSet closed, CostDigraph graph) {
    ShortestPaths paths = new ShortestPaths(graph, true);
    IndexHeap queue = new IndexHeap(graph.size());
    for (int v = 0; v < first.length; v++) {
      if (first[v] < Double.POSITIVE_INFINITY) {
        paths.reach(queue, v, first[v], NONE);
      }
    }
    while (!queue.isEmpty()) {
      int v = queue.poll();
      for (int e = graph.firstEdge(v); !closed.get(v) && e < graph.endEdge(v); e++) {
        paths.reach(queue, graph.head(e), paths.costs[v] + graph.cost(e), e);
      }
    }
    return paths;
  }

  /** V_{j→S} for every j: the cheapest chain to some target. */
  public static ShortestPaths to(BitSet targets, CostDigraph graph) {
    ShortestPaths paths = new ShortestPaths(graph, false);
    IncomingEdges incoming = graph.incoming();
    IndexHeap queue = paths.begin(targets);
    while (!queue.isEmpty()) {
      int v = queue.poll();
      for (int k = incoming.first(v); k < incoming.end(v); k++) {
        double cost = paths.costs[v] + incoming.cost(k);
        paths.reach(queue, incoming.tail(k), cost, incoming.edge(k));
      }
    }
    return paths;
  }

  private IndexHeap begin(BitSet ends) {
    IndexHeap queue = new IndexHeap(graph.size());
    ends.stream().forEach(v -> reach(queue, v, 0, NONE));
    return queue;
  }

  private void reach(IndexHeap queue, int vertex, double cost, int edge) {
    if (cost < costs[vertex]) {
      costs[vertex] = cost;
      edges[vertex] = edge;
      queue.add(vertex, cost);
    }
  }

  /** V for this vertex; +∞ if there is no chain. */
  public double cost(int vertex) {
    return costs[vertex];
  }

  /** The edges of the cheapest chain, in the order in which they are run through. */
  public List<Integer> chain(int vertex) {
    List<Integer> chain = new ArrayList<>();
    int at = vertex;
    while (edges[at] != NONE) {
      chain.add(edges[at]);
      at = forward ? graph.tail(edges[at]) : graph.head(edges[at]);
    }
    if (forward) {
      Collections.reverse(chain);
    }
    return chain;
  }
}
