package org.longrun.arborescence;

import java.util.Arrays;

/**
 * Reduced costs in one row of n numbers a block: O(n²) time and memory for a whole contraction. The
 * row of a new block takes over the arrays of its first child.
 */
final class DenseRows implements ReducedCosts {
  private static final double[] NO_COSTS = {};
  private static final int[] NO_EDGES = {};
  private final CostDigraph graph;
  private final DisjointSets blockOf;
  private final double[][] rows;
  private final int[][] edges;
  private final int[] selected;

  DenseRows(CostDigraph graph, DisjointSets blockOf) {
    this.graph = graph;
    this.blockOf = blockOf;
    int n = graph.size();
    rows = new double[2 * n][];
    edges = new int[2 * n][];
    selected = new int[2 * n];
    for (int v = 0; v < n; v++) {
      rows[v] = new double[n];
      edges[v] = new int[n];
      Arrays.fill(rows[v], Double.POSITIVE_INFINITY);
      for (int e = graph.firstEdge(v); e < graph.endEdge(v); e++) {
        rows[v][graph.head(e)] = graph.cost(e);
        edges[v][graph.head(e)] = e;
      }
    }
  }

  @Override
  public int select(int block) {
    double[] row = rows[block];
    int best = 0;
    for (int h = 1; h < row.length; h++) {
      if (row[h] < row[best]) {
        best = h;
      }
    }
    selected[block] = best;
    return row[best] < Double.POSITIVE_INFINITY ? edges[block][best] : -1;
  }

  @Override
  public double selectedCost(int block) {
    return Math.max(0, rows[block][selected[block]]);
  }

  @Override
  public void merge(int block, int[] children) {
    double[] row = rows[children[0]];
    int[] via = edges[children[0]];
    double first = selectedCost(children[0]);
    for (int h = 0; h < row.length; h++) {
      row[h] -= first;
    }
    for (int k = 1; k < children.length; k++) {
      lower(row, via, children[k]);
    }
    for (int h = 0; h < row.length; h++) {
      row[h] = blockOf.find(h) == block ? Double.POSITIVE_INFINITY : row[h];
    }
    rows[block] = row;
    edges[block] = via;
    for (int child : children) {
      rows[child] = NO_COSTS;
      edges[child] = NO_EDGES;
    }
  }

  private void lower(double[] row, int[] via, int child) {
    double cost = selectedCost(child);
    double[] other = rows[child];
    int[] otherVia = edges[child];
    for (int h = 0; h < row.length; h++) {
      if (other[h] - cost < row[h]) {
        row[h] = other[h] - cost;
        via[h] = otherVia[h];
      }
    }
  }

  /** True if rows are the faster representation: at least a sixth of all pairs are edges. */
  static boolean suits(CostDigraph graph) {
    return 6L * graph.edgeCount() >= (long) graph.size() * graph.size();
  }
}
