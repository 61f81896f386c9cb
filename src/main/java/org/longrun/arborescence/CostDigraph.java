package org.longrun.arborescence;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable weighted digraph on the vertices 0 … n−1 in compressed rows: edges are numbered 0 …
 * M−1, sorted by tail and then by head, with costs B(a, h) ≥ 0 finite. A missing edge is a cost of
 * +∞.
 *
 * <p>Of parallel edges the cheapest is kept (of equal ones the first), self-loops are dropped; both
 * are counted. {@link #origin} leads back to the edge as it was given.
 */
public final class CostDigraph {
  private final int size;
  private final int[] offsets;
  private final int[] tails;
  private final int[] heads;
  private final double[] costs;
  private final int[] origins;
  private final long selfLoops;
  private final long parallels;
  private @Nullable IncomingEdges incoming;

  CostDigraph(
      int[] offsets,
      int[] tails,
      int[] heads,
      double[] costs,
      int[] origins,
      long selfLoops,
      long parallels) {
    this.size = offsets.length - 1;
    this.offsets = offsets;
    this.tails = tails;
    this.heads = heads;
    this.costs = costs;
    this.origins = origins;
    this.selfLoops = selfLoops;
    this.parallels = parallels;
  }

  /**
   * The digraph with these edges.
   *
   * @param size n
   * @param tails the tail of each edge given
   * @param heads its head
   * @param costs its cost; +∞ means that there is no edge
   * @throws IllegalArgumentException if a cost is negative or NaN, or an end is no vertex
   */
  public static CostDigraph of(int size, int[] tails, int[] heads, double[] costs) {
    CostDigraphBuilder builder = new CostDigraphBuilder(costs.length);
    for (int e = 0; e < costs.length; e++) {
      builder.add(tails[e], heads[e], costs[e]);
    }
    return builder.build(size);
  }

  /**
   * The digraph of a cost matrix; entries of +∞ and the diagonal are no edges.
   *
   * @throws IllegalArgumentException if an entry off the diagonal is negative or NaN
   */
  public static CostDigraph ofMatrix(double[][] costs) {
    CostDigraphBuilder builder = new CostDigraphBuilder(costs.length);
    for (int a = 0; a < costs.length; a++) {
      for (int h = 0; h < costs.length; h++) {
        if (a != h) {
          builder.add(a, h, costs[a][h]);
        }
      }
    }
    return builder.build(costs.length);
  }

  /** The number of vertices, n. */
  public int size() {
    return size;
  }

  /** The number of edges, M. */
  public int edgeCount() {
    return heads.length;
  }

  /** The first edge that leaves this vertex; its edges are firstEdge(a) … firstEdge(a+1)−1. */
  public int firstEdge(int vertex) {
    return offsets[vertex];
  }

  /** One more than the last edge that leaves this vertex. */
  public int endEdge(int vertex) {
    return offsets[vertex + 1];
  }

  /** The vertex that the edge leaves. */
  public int tail(int edge) {
    return tails[edge];
  }

  /** The vertex that the edge enters. */
  public int head(int edge) {
    return heads[edge];
  }

  /** B(tail, head), finite and ≥ 0. */
  public double cost(int edge) {
    return costs[edge];
  }

  /** The number that the edge had among those given, infinite ones and self-loops counted. */
  public int origin(int edge) {
    return origins[edge];
  }

  /** The edge from a to h, or −1 if there is none; O(log degree). */
  public int edge(int tail, int head) {
    int at = Arrays.binarySearch(heads, offsets[tail], offsets[tail + 1], head);
    return at >= 0 ? at : -1;
  }

  /** B(a, h), +∞ where there is no edge. */
  public double cost(int tail, int head) {
    int edge = edge(tail, head);
    return edge < 0 ? Double.POSITIVE_INFINITY : costs[edge];
  }

  /** A copy of all costs, by edge. */
  public double[] costs() {
    return costs.clone();
  }

  /** How many self-loops were dropped. */
  public long selfLoops() {
    return selfLoops;
  }

  /** How many edges were dropped for a parallel one that costs no more. */
  public long parallels() {
    return parallels;
  }

  /**
   * The same edges with other costs, for corners of an error box.
   *
   * @param changed by edge, finite and ≥ 0; copied
   * @throws IllegalArgumentException if a cost is negative, infinite or NaN
   */
  public CostDigraph withCosts(double[] changed) {
    if (changed.length != costs.length) {
      throw new IllegalArgumentException(changed.length + " costs for " + costs.length + " edges");
    }
    for (double cost : changed) {
      if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a cost of " + cost + "; it must be finite and >= 0");
      }
    }
    return new CostDigraph(offsets, tails, heads, changed.clone(), origins, selfLoops, parallels);
  }

  /** The edges by head; made at the first call and kept. */
  public IncomingEdges incoming() {
    IncomingEdges made = incoming;
    if (made == null) {
      // two threads may both make it: the results are equal and immutable
      made = IncomingEdges.of(this);
      incoming = made;
    }
    return made;
  }

  /**
   * The digraph with one more vertex, n, which these vertices reach at cost 0. The other edges keep
   * their order; {@link #origin} is the edge of this digraph, M for a new one.
   */
  public CostDigraph withSink(BitSet entrances) {
    int edges = edgeCount();
    int count = edges + entrances.cardinality();
    int[] newOffsets = new int[size + 2];
    int[] newTails = new int[count];
    int[] newHeads = new int[count];
    int[] newOrigins = new int[count];
    double[] newCosts = new double[count];
    int at = 0;
    for (int v = 0; v < size; v++) {
      for (int e = offsets[v]; e < offsets[v + 1]; e++) {
        newTails[at] = v;
        newHeads[at] = heads[e];
        newCosts[at] = costs[e];
        newOrigins[at++] = e;
      }
      if (entrances.get(v)) {
        newTails[at] = v;
        newHeads[at] = size;
        newOrigins[at++] = edges;
      }
      newOffsets[v + 1] = at;
    }
    newOffsets[size + 1] = at;
    return new CostDigraph(newOffsets, newTails, newHeads, newCosts, newOrigins, 0, 0);
  }
}
