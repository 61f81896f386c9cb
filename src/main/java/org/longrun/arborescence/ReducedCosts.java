package org.longrun.arborescence;

/**
 * The reduced costs of the edges that leave each active block of a contraction. Two representations
 * exist: dense rows for graphs with many edges, mergeable heaps for sparse ones.
 */
interface ReducedCosts {
  /** The edge of least reduced cost that leaves the block, or −1 if nothing leaves it. */
  int select(int block);

  /** The reduced cost of the edge last selected for the block; ≥ 0. */
  double selectedCost(int block);

  /**
   * Gives a new block the edges of its children, each child's edges reduced by the cost of the edge
   * selected for it.
   *
   * @param block the new block, already known to the partition
   * @param children its children in the order of the cycle
   */
  void merge(int block, int[] children);
}
