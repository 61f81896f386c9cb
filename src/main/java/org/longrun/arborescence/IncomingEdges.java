package org.longrun.arborescence;

/**
 * The edges of a digraph by the vertex that they enter, their tails and costs side by side, because
 * a search against the edges' direction would otherwise miss the cache at every edge.
 */
public final class IncomingEdges {
  private final int[] offsets;
  private final int[] edges;
  private final int[] tails;
  private final double[] costs;

  private IncomingEdges(int[] offsets, int count) {
    this.offsets = offsets;
    this.edges = new int[count];
    this.tails = new int[count];
    this.costs = new double[count];
  }

  /** Sorts the edges of a digraph by head, O(n + M). */
  static IncomingEdges of(CostDigraph graph) {
    int[] offsets = new int[graph.size() + 1];
    for (int e = 0; e < graph.edgeCount(); e++) {
      offsets[graph.head(e) + 1]++;
    }
    for (int v = 0; v < graph.size(); v++) {
      offsets[v + 1] += offsets[v];
    }
    IncomingEdges incoming = new IncomingEdges(offsets, graph.edgeCount());
    int[] next = offsets.clone();
    for (int e = 0; e < graph.edgeCount(); e++) {
      int position = next[graph.head(e)]++;
      incoming.edges[position] = e;
      incoming.tails[position] = graph.tail(e);
      incoming.costs[position] = graph.cost(e);
    }
    return incoming;
  }

  /** The position of the first edge into this vertex. */
  public int first(int vertex) {
    return offsets[vertex];
  }

  /** One more than the position of the last edge into this vertex. */
  public int end(int vertex) {
    return offsets[vertex + 1];
  }

  /** The edge at a position. */
  public int edge(int position) {
    return edges[position];
  }

  /** The tail of the edge at a position. */
  public int tail(int position) {
    return tails[position];
  }

  /** The cost of the edge at a position. */
  public double cost(int position) {
    return costs[position];
  }
}
