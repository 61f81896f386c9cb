package org.longrun.arborescence;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A spanning in-forest of a digraph: every vertex but the roots has one edge out, and following the
 * edges leads to a root. With a single root r it is an in-arborescence pointing to r.
 *
 * <p>Its weight is Σ B over its edges, summed over the costs as given (compensated), not over
 * reduced ones.
 */
public final class InForest {
  private static final int ROOT = -1;
  private final CostDigraph graph;
  private final int[] edges;
  private final double weight;

  /**
   * The forest that leaves each vertex by this edge.
   *
   * @param graph the digraph
   * @param edges by vertex, −1 at the roots; copied
   */
  InForest(CostDigraph graph, int[] edges) {
    this.graph = graph;
    this.edges = edges.clone();
    this.weight = sum();
  }

  private double sum() {
    double total = 0;
    double lost = 0;
    for (int edge : edges) {
      double term = (edge == ROOT ? 0 : graph.cost(edge)) - lost;
      double next = total + term;
      lost = (next - total) - term;
      total = next;
    }
    return total;
  }

  /** The number of vertices. */
  public int size() {
    return edges.length;
  }

  /** True if no edge of the forest leaves this vertex. */
  public boolean isRoot(int vertex) {
    return edges[vertex] == ROOT;
  }

  /** The edge of the digraph by which the forest leaves this vertex, −1 at a root. */
  public int edge(int vertex) {
    return edges[vertex];
  }

  /** The vertex that follows this one, −1 at a root. */
  public int successor(int vertex) {
    return isRoot(vertex) ? ROOT : graph.head(edges[vertex]);
  }

  /** The root that this vertex reaches; O(depth). */
  public int rootOf(int vertex) {
    int at = vertex;
    while (!isRoot(at)) {
      at = successor(at);
    }
    return at;
  }

  /** The edges, as a set of edge numbers. */
  public BitSet edgeSet() {
    BitSet set = new BitSet();
    for (int edge : edges) {
      if (edge != ROOT) {
        set.set(edge);
      }
    }
    return set;
  }

  /** Σ B over the edges. */
  public double weight() {
    return weight;
  }

  /** The weight of this very forest at other costs of the same edges. */
  public double weightAt(CostDigraph costs) {
    return new InForest(costs, edges).weight();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InForest forest && Arrays.equals(edges, forest.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return "in-forest of weight " + weight + " " + Arrays.toString(edges);
  }
}
