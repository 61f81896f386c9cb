package org.longrun.arborescence;

import java.util.Arrays;

/**
 * Reduced costs in one skew heap a block: O(M log M) for a whole contraction, O(M) memory. Edges
 * that have come to lie inside their block are dropped when they surface.
 *
 * <p>A node is an edge. It keeps its cost as given and an offset that holds for its whole subtree,
 * relative to its parent: reducing all edges of a block changes one number. Costs and offsets, left
 * and right children lie side by side, because the time goes into cache misses.
 *
 * <p>D. D. Sleator, R. E. Tarjan, Self-adjusting heaps, SIAM J. Comput. 15 (1986) 52–69; the use of
 * mergeable heaps for arborescences: R. E. Tarjan, Finding optimum branchings, Networks 7 (1977).
 */
final class MergeableHeaps implements ReducedCosts {
  private static final int NONE = -1;
  private final CostDigraph graph;
  private final DisjointSets blockOf;
  private final int[] roots;

  /** Left child of e at 2e, right child at 2e + 1. */
  private final int[] children;

  /** Cost of e at 2e, offset at 2e + 1. */
  private final double[] keys;

  MergeableHeaps(CostDigraph graph, DisjointSets blockOf) {
    this.graph = graph;
    this.blockOf = blockOf;
    int edges = graph.edgeCount();
    roots = new int[2 * graph.size()];
    children = new int[2 * edges];
    keys = new double[2 * edges];
    Arrays.fill(roots, NONE);
    Arrays.fill(children, NONE);
    for (int e = 0; e < edges; e++) {
      keys[2 * e] = graph.cost(e);
    }
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
      double offset = keys[2 * edge + 1];
      edge = meld(detach(children[2 * edge], offset), detach(children[2 * edge + 1], offset));
    }
    roots[block] = edge;
    return edge;
  }

  /** Makes a child a root: the offset of its parent becomes its own. */
  private int detach(int edge, double offset) {
    if (edge != NONE) {
      keys[2 * edge + 1] += offset;
    }
    return edge;
  }

  @Override
  public double selectedCost(int block) {
    int root = roots[block];
    return Math.max(0, keys[2 * root] + keys[2 * root + 1]);
  }

  @Override
  public void merge(int block, int[] cycle) {
    int heap = NONE;
    for (int child : cycle) {
      keys[2 * roots[child] + 1] -= selectedCost(child);
      heap = meld(heap, roots[child]);
    }
    roots[block] = heap;
  }

  /** Merges two skew heaps from the top down, swapping the children on the way. */
  private int meld(int first, int second) {
    if (first == NONE || second == NONE) {
      return first == NONE ? second : first;
    }
    // offsets are summed from the top down: a root's own offset is its sum
    double firstSum = keys[2 * first + 1];
    double secondSum = keys[2 * second + 1];
    boolean ordered = keys[2 * first] + firstSum <= keys[2 * second] + secondSum;
    int upper = ordered ? first : second;
    int lower = ordered ? second : first;
    double upperSum = ordered ? firstSum : secondSum;
    double lowerSum = ordered ? secondSum : firstSum;
    int top = upper;
    while (true) {
      int rest = children[2 * upper + 1];
      children[2 * upper + 1] = children[2 * upper];
      if (rest == NONE) {
        children[2 * upper] = lower;
        keys[2 * lower + 1] = lowerSum - upperSum;
        return top;
      }
      double restSum = upperSum + keys[2 * rest + 1];
      int next = lower;
      double nextSum = lowerSum;
      if (keys[2 * rest] + restSum < keys[2 * lower] + lowerSum) {
        next = rest;
        nextSum = restSum;
        rest = lower;
        restSum = lowerSum;
      }
      children[2 * upper] = next;
      keys[2 * next + 1] = nextSum - upperSum;
      upper = next;
      upperSum = nextSum;
      lower = rest;
      lowerSum = restSum;
    }
  }
}
