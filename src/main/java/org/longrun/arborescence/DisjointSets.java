package org.longrun.arborescence;

import java.util.Arrays;

/**
 * Disjoint sets of the integers 0 … capacity−1 with path halving. The caller says which
 * representative survives a union, so that it can carry a meaning.
 */
final class DisjointSets {
  private final int[] up;

  DisjointSets(int capacity) {
    up = new int[capacity];
    Arrays.setAll(up, i -> i);
  }

  /** The representative of the set that holds i. */
  int find(int i) {
    int at = i;
    while (up[at] != at) {
      up[at] = up[up[at]];
      at = up[at];
    }
    return at;
  }

  /** Merges the set of one representative into another's, which stays the representative. */
  void link(int representative, int into) {
    up[representative] = into;
  }
}
