package org.longrun.arborescence;

import java.util.random.RandomGenerator;

/** Seeded random cost matrices with ties, zeros, missing edges and closed classes. */
public final class RandomCosts {
  private RandomCosts() {}

  /** Integer costs, so that sums are exact; the diagonal and missing edges are +∞. */
  public static double[][] next(RandomGenerator random, int n) {
    double missing = 0.6 * random.nextDouble();
    double zeros = 0.5 * random.nextDouble();
    int largest = random.nextBoolean() ? 3 : 1000;
    double[][] costs = new double[n][n];
    for (int i = 0; i < n; i++) {
      boolean absorbing = random.nextInt(25) == 0;
      for (int j = 0; j < n; j++) {
        boolean none = i == j || absorbing || random.nextDouble() < missing;
        double cost = random.nextDouble() < zeros ? 0 : random.nextInt(largest + 1);
        costs[i][j] = none ? Double.POSITIVE_INFINITY : cost;
      }
    }
    return costs;
  }
}
