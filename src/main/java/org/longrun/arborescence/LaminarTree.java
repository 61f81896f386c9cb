package org.longrun.arborescence;

import java.util.Arrays;

/**
 * The smallest set around two sets of a laminar family, O(log) a question by heavy paths. D. Harel,
 * R. E. Tarjan, Fast algorithms for finding nearest common ancestors, SIAM J. Comput. 13 (1984).
 */
final class LaminarTree {
  private static final int NONE = -1;
  private final int[] parents;
  private final int[] heavyTop;

  LaminarTree(int[] parents) {
    this.parents = parents;
    int[] weights = new int[parents.length];
    int[] heavyChild = new int[parents.length];
    Arrays.fill(heavyChild, NONE);
    for (int s = 0; s < parents.length; s++) {
      weights[s]++;
      int up = parents[s];
      if (up != NONE) {
        weights[up] += weights[s];
        int heavy = heavyChild[up];
        heavyChild[up] = heavy == NONE || weights[s] > weights[heavy] ? s : heavy;
      }
    }
    heavyTop = new int[parents.length];
    for (int s = parents.length - 1; s >= 0; s--) {
      int up = parents[s];
      heavyTop[s] = up != NONE && heavyChild[up] == s ? heavyTop[up] : s;
    }
  }

  /** The smallest set that holds both, −1 if none does. */
  int smallestAround(int s, int t) {
    int a = s;
    int b = t;
    while (heavyTop[a] != heavyTop[b]) {
      // parents have larger numbers, so the path with the lesser top cannot hold the common set
      if (heavyTop[a] > heavyTop[b]) {
        int swapped = a;
        a = b;
        b = swapped;
      }
      a = parents[heavyTop[a]];
      if (a == NONE) {
        return NONE;
      }
    }
    return Math.max(a, b);
  }
}
