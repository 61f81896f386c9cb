package org.longrun.arborescence;

import java.math.BigInteger;

/**
 * The numbers of spanning in-trees of a multigraph by root, from its Laplacian (out-degrees on the
 * diagonal, minus the numbers of edges beside it): cofactors, by elimination without fractions.
 */
final class QuotientTrees {
  private final BigInteger[][] laplacian;
  private final int size;

  QuotientTrees(BigInteger[][] laplacian) {
    this.laplacian = laplacian;
    this.size = laplacian.length;
  }

  /** The number of in-trees that point to the first vertex. */
  BigInteger towardFirst() {
    return size == 1 ? BigInteger.ONE : towardEach()[0];
  }

  /**
   * The numbers of in-trees for all roots: D with Dᵀ L = 0 and D_0 the minor without row and column
   * 0. Wherever every vertex reaches the first, all pivots are positive.
   */
  BigInteger[] towardEach() {
    BigInteger[] trees = new BigInteger[size];
    if (size == 1) {
      trees[0] = BigInteger.ONE;
      return trees;
    }
    int m = size - 1;
    BigInteger[][] system = new BigInteger[m][m + 1];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        system[i][j] = laplacian[j + 1][i + 1];
      }
      system[i][m] = laplacian[0][i + 1].negate();
    }
    eliminate(system, m);
    BigInteger determinant = system[m - 1][m - 1];
    trees[0] = determinant;
    for (int i = m - 1; i >= 0; i--) {
      BigInteger sum = determinant.multiply(system[i][m]);
      for (int j = i + 1; j < m; j++) {
        sum = sum.subtract(system[i][j].multiply(trees[j + 1]));
      }
      trees[i + 1] = sum.divide(system[i][i]);
    }
    return trees;
  }

  /** Bareiss' elimination: every division is exact. */
  private static void eliminate(BigInteger[][] system, int m) {
    BigInteger before = BigInteger.ONE;
    for (int k = 0; k + 1 < m; k++) {
      for (int i = k + 1; i < m; i++) {
        for (int j = k + 1; j <= m; j++) {
          BigInteger cross =
              system[i][j].multiply(system[k][k]).subtract(system[i][k].multiply(system[k][j]));
          system[i][j] = cross.divide(before);
        }
      }
      before = system[k][k];
    }
  }
}
