package org.longrun.arborescence;

import java.util.Arrays;

/** The least weight of an in-arborescence for every root, from one contraction. */
public final class RootWeights {
  private RootWeights() {}

  /**
   * total − P(r) for every r in the only closed class, +∞ elsewhere; +∞ everywhere if there are
   * several closed classes.
   *
   * @param contraction without absorbing vertices
   */
  public static double[] of(Contraction contraction) {
    double[] weights = new double[contraction.graph().size()];
    Arrays.fill(weights, Double.POSITIVE_INFINITY);
    int[] closed = contraction.closedBlocks();
    if (closed.length == 1) {
      int[] maximal = contraction.maximalBlocks();
      for (int r = 0; r < weights.length; r++) {
        if (maximal[r] == closed[0]) {
          weights[r] = Math.max(0, contraction.total() - contraction.pathSum(r));
        }
      }
    }
    return weights;
  }
}
