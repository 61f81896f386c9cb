package org.longrun.arborescence;

/** The edges of a digraph by the vertex that they enter. */
public final class IncomingEdges {
  private final int[] offsets;
  private final int[] edges;

  private IncomingEdges(int[] offsets, int[] edges) {
    this.offsets = offsets;
    this.edges = edges;
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
    int[] next = offsets.clone();
    int[] edges = new int[graph.edgeCount()];
    for (int e = 0; e < graph.edgeCount(); e++) {
      edges[next[graph.head(e)]++] = e;
    }
    return new IncomingEdges(offsets, edges);
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
}
