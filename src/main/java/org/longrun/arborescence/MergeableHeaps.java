package org.longrun.arborescence;

import java.util.Arrays;

/**
 * Reduced costs in one skew heap a block, with offsets that are handed down lazily: O(M log M) for
 * a whole contraction, O(M) memory. Edges that have come to lie inside their block are dropped when
 * they surface.
 *
 * <p>D. D. Sleator, R. E. Tarjan, Self-adjusting heaps, SIAM J. Comput. 15 (1986) 52–69; the use of
 * mergeable heaps for arborescences: R. E. Tarjan, Finding optimum branchings, Networks 7 (1977).
 */
final class MergeableHeaps implements ReducedCosts {
  private static final int NONE = -1;
  private final CostDigraph graph;
  private final DisjointSets blockOf;
  private final int[] roots;
  private final int[] left;
  private final int[] right;
  private final double[] keys;
  private final double[] owed;

  MergeableHeaps(CostDigraph graph, DisjointSets blockOf) {
    this.graph = graph;
    this.blockOf = blockOf;
    int edges = graph.edgeCount();
    roots = new int[2 * graph.size()];
    left = new int[edges];
    right = new int[edges];
    keys = graph.costs();
    owed = new double[edges];
    Arrays.fill(roots, NONE);
    Arrays.fill(left, NONE);
    Arrays.fill(right, NONE);
    for (int v = 0; v < graph.size(); v++) {
      for (int e = graph.firstEdge(v); e < graph.endEdge(v); e++) {
        roots[v] = meld(roots[v], e);
      }
    }
  }

  @Override
  public int select(int block) {
    int edge = roots[block];
    while (edge != NONE && blockOf.find(graph.head(edge)) == block) {
      settle(edge);
      edge = meld(left[edge], right[edge]);
    }
    roots[block] = edge;
    return edge;
  }

  @Override
  public double selectedCost(int block) {
    return Math.max(0, keys[roots[block]]);
  }

  @Override
  public void merge(int block, int[] children) {
    int heap = NONE;
    for (int child : children) {
      int root = roots[child];
      double cost = selectedCost(child);
      keys[root] -= cost;
      owed[root] -= cost;
      heap = meld(heap, root);
    }
    roots[block] = heap;
  }

  /** Hands the offset of this node down to its children. */
  private void settle(int edge) {
    double offset = owed[edge];
    if (offset != 0) {
      shift(left[edge], offset);
      shift(right[edge], offset);
      owed[edge] = 0;
    }
  }

  private void shift(int edge, double offset) {
    if (edge != NONE) {
      keys[edge] += offset;
      owed[edge] += offset;
    }
  }

  /** Merges two skew heaps from the top down, swapping the children on the way. */
  private int meld(int first, int second) {
    if (first == NONE || second == NONE) {
      return first == NONE ? second : first;
    }
    int upper = keys[second] < keys[first] ? second : first;
    int lower = upper == first ? second : first;
    int top = upper;
    while (true) {
      settle(upper);
      int rest = right[upper];
      right[upper] = left[upper];
      if (rest == NONE) {
        left[upper] = lower;
        return top;
      }
      int next = keys[lower] < keys[rest] ? lower : rest;
      lower = next == lower ? rest : lower;
      left[upper] = next;
      upper = next;
    }
  }
}
