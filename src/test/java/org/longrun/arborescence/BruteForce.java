package org.longrun.arborescence;

import java.util.Arrays;

/**
 * All spanning in-forests of a small digraph, one by one: least weights and their numbers by root
 * set, and by root set and the root that a vertex ends in. Root sets are bit masks.
 */
public final class BruteForce {
  private final double[][] costs;
  private final int n;
  private final int[] successor;
  private final double[] least;
  private final long[] count;
  private final double[][] leastEnding;

  public BruteForce(double[][] costs) {
    this.costs = costs;
    n = costs.length;
    successor = new int[n];
    least = new double[1 << n];
    count = new long[1 << n];
    leastEnding = new double[1 << n][n * n];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (double[] row : leastEnding) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    choose(0, 0, 0);
  }

  private void choose(int v, int roots, double weight) {
    if (v == n) {
      note(roots, weight);
      return;
    }
    successor[v] = -1;
    choose(v + 1, roots | (1 << v), weight);
    for (int h = 0; h < n; h++) {
      if (h != v && costs[v][h] < Double.POSITIVE_INFINITY) {
        successor[v] = h;
        choose(v + 1, roots, weight + costs[v][h]);
      }
    }
  }

  private void note(int roots, double weight) {
    int[] ends = new int[n];
    for (int v = 0; v < n; v++) {
      int at = v;
      for (int steps = 0; successor[at] >= 0; steps++) {
        if (steps > n) {
          return;
        }
        at = successor[at];
      }
      ends[v] = at;
    }
    if (weight < least[roots]) {
      least[roots] = weight;
      count[roots] = 0;
    }
    count[roots] += weight == least[roots] ? 1 : 0;
    for (int v = 0; v < n; v++) {
      int k = v * n + ends[v];
      leastEnding[roots][k] = Math.min(leastEnding[roots][k], weight);
    }
  }

  /** The least weight of a forest with this root set. */
  public double least(int roots) {
    return least[roots];
  }

  /** The number of forests that attain it; for integer costs. */
  public long count(int roots) {
    return count[roots];
  }

  /** The least weight of a forest with some root set of k vertices. */
  public double leastWithRoots(int k) {
    double best = Double.POSITIVE_INFINITY;
    for (int roots = 0; roots < least.length; roots++) {
      best = Integer.bitCount(roots) == k ? Math.min(best, least[roots]) : best;
    }
    return best;
  }

  /** min G(i ↛ Q): one more root, outside Q, that i ends in. */
  public double leastPruned(int vertex, int target) {
    double best = Double.POSITIVE_INFINITY;
    for (int r = 0; r < n; r++) {
      if ((target >> r & 1) == 0) {
        best = Math.min(best, leastEnding[target | (1 << r)][vertex * n + r]);
      }
    }
    return best;
  }

  /** The least weight of a forest rooted at the target in which the vertex ends in this member. */
  public double leastEnding(int target, int vertex, int member) {
    return leastEnding[target][vertex * n + member];
  }
}
