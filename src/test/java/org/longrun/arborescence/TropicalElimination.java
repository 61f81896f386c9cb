package org.longrun.arborescence;

/**
 * Energies and hitting exponents by the elimination of Grassmann, Taksar and Heyman with (min, +,
 * −) in the place of (+, ×, ÷): an independent way to the same numbers, O(n³).
 */
public final class TropicalElimination {
  private TropicalElimination() {}

  private static double[][] copy(double[][] costs) {
    double[][] a = new double[costs.length][];
    for (int i = 0; i < a.length; i++) {
      a[i] = costs[i].clone();
    }
    return a;
  }

  private static double leastBefore(double[] row, int from, int k) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = from; j < k; j++) {
      least = Math.min(least, row[j]);
    }
    return least;
  }

  /** Energies of all vertices; vertex 0 must be reached by all others. */
  public static double[] energies(double[][] costs) {
    double[][] a = copy(costs);
    int n = a.length;
    double[] s = new double[n];
    for (int k = n - 1; k >= 1; k--) {
      s[k] = leastBefore(a[k], 0, k);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          a[i][j] = i == j ? a[i][j] : Math.min(a[i][j], a[i][k] + (a[k][j] - s[k]));
        }
      }
    }
    double[] e = new double[n];
    for (int k = 1; k < n; k++) {
      e[0] += s[k];
    }
    for (int k = 1; k < n; k++) {
      e[k] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < k; i++) {
        e[k] = Math.min(e[k], e[i] + a[i][k] - s[k]);
      }
    }
    return e;
  }

  /** Hitting exponents of vertex 0; all vertices must reach it. */
  public static double[] hitting(double[][] costs) {
    double[][] a = copy(costs);
    int n = a.length;
    double[] s = new double[n];
    double[] g = new double[n];
    for (int k = n - 1; k >= 1; k--) {
      s[k] = leastBefore(a[k], 0, k);
      for (int i = 1; i < k; i++) {
        for (int j = 0; j < k; j++) {
          a[i][j] = i == j ? a[i][j] : Math.min(a[i][j], a[i][k] + (a[k][j] - s[k]));
        }
        g[i] = Math.min(g[i], a[i][k] + g[k] - s[k]);
      }
    }
    double[] h = new double[n];
    for (int k = 1; k < n; k++) {
      h[k] = s[k] - g[k];
      for (int j = 1; j < k; j++) {
        h[k] = Math.max(h[k], s[k] - a[k][j] + h[j]);
      }
    }
    return h;
  }
}
