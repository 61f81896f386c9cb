package org.longrun.arborescence;

/**
 * The independent check that an in-arborescence is least: it is a spanning tree that points to its
 * root, the duals are feasible, and their bound equals its weight.
 *
 * @param spans whether the forest has exactly the root given and no cycle
 * @param weight its weight
 * @param lowerBound the bound that the duals prove for this root
 * @param violation the most by which the duals break a constraint; 0 if they are feasible
 */
public record Optimality(boolean spans, double weight, double lowerBound, double violation) {
  /**
   * Checks an in-arborescence against duals.
   *
   * @param forest the tree to be checked
   * @param root the vertex that it should point to
   * @param duals the certificate
   * @param graph the digraph
   */
  public static Optimality check(InForest forest, int root, Duals duals, CostDigraph graph) {
    return new Optimality(
        spans(forest, root),
        forest.weightAt(graph),
        duals.lowerBound(root),
        duals.violation(graph));
  }

  /** True if weight and bound agree to this absolute tolerance and nothing else is wrong. */
  public boolean holds(double tolerance) {
    return spans && violation <= tolerance && Math.abs(weight - lowerBound) <= tolerance;
  }

  private static boolean spans(InForest forest, int root) {
    // 0 unseen, otherwise the walk that saw the vertex; a walk that meets itself has found a cycle
    int[] seen = new int[forest.size()];
    for (int v = 0; v < forest.size(); v++) {
      int at = v;
      while (seen[at] == 0 && !forest.isRoot(at)) {
        seen[at] = v + 1;
        at = forest.successor(at);
      }
      boolean cycle = seen[at] == v + 1 && !forest.isRoot(at);
      if (cycle || (forest.isRoot(at) && at != root)) {
        return false;
      }
    }
    return forest.isRoot(root);
  }
}
