package org.longrun.arborescence;

/**
 * A solution of the linear programme dual to the least in-arborescence: a laminar family of vertex
 * sets S with values y(S) ≥ 0, such that Σ {y(S) : a ∈ S, h ∉ S} ≤ B(a, h) for every edge. Then
 * every in-arborescence pointing to r weighs at least Σ {y(S) : r ∉ S}, because it leaves each such
 * S at least once.
 *
 * <p>The sets are numbered: one below n is the set of that vertex alone, the others hold the
 * vertices of the sets below them. {@link Optimality} checks all this without the contraction that
 * made it.
 */
public final class Duals {
  private static final int NONE = -1;
  private final int[] parents;
  private final double[] values;

  /**
   * A laminar family with values.
   *
   * @param vertices n
   * @param parents for each set the set around it, of a larger number; −1 where there is none;
   *     copied
   * @param values y of each set; copied
   * @throws IllegalArgumentException if the parents make no laminar family
   */
  public Duals(int vertices, int[] parents, double[] values) {
    if (parents.length != values.length || vertices > parents.length) {
      throw new IllegalArgumentException(
          parents.length + " parents, " + values.length + " values, " + vertices + " vertices");
    }
    for (int s = 0; s < parents.length; s++) {
      if (parents[s] != NONE && (parents[s] <= s || parents[s] < vertices)) {
        throw new IllegalArgumentException("set " + s + " has parent " + parents[s]);
      }
    }
    this.parents = parents.clone();
    this.values = values.clone();
  }

  /** Σ {y(S) : r ∉ S}: no in-arborescence pointing to r weighs less. */
  public double lowerBound(int root) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int s = root; s != NONE; s = parents[s]) {
      sum -= values[s];
    }
    return sum;
  }

  /** The most by which a constraint is broken in this digraph; 0 if the duals are feasible. */
  public double violation(CostDigraph graph) {
    double worst = 0;
    for (double value : values) {
      worst = Math.max(worst, -value);
    }
    LaminarTree tree = new LaminarTree(parents);
    double[] sums = sums();
    for (int e = 0; e < graph.edgeCount(); e++) {
      int around = tree.smallestAround(graph.tail(e), graph.head(e));
      double left = sums[graph.tail(e)] - (around == NONE ? 0 : sums[around]);
      worst = Math.max(worst, left - graph.cost(e));
    }
    return worst;
  }

  /** Σ y over each set and all sets around it. */
  private double[] sums() {
    double[] sums = values.clone();
    for (int s = sums.length - 1; s >= 0; s--) {
      sums[s] += parents[s] == NONE ? 0 : sums[parents[s]];
    }
    return sums;
  }
}
