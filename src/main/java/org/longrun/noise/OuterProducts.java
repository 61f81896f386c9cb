package org.longrun.noise;

import java.util.Arrays;

/** The symmetric matrix Σ_i c_i e_i e_iᵀ of directions e_i, where most of the work of K_vv lies. */
final class OuterProducts {
  /** Directions whose parts are added together: as many sums as run side by side. */
  private static final int TOGETHER = 4;

  private OuterProducts() {}

  /**
   * Writes the sum.
   *
   * @param c c_1 … c_d
   * @param rows e_1 … e_d, row by row
   * @param out receives the matrix, row by row
   */
  static void sum(double[] c, double[] rows, double[] out) {
    int d = c.length;
    int whole = d - d % TOGETHER;
    Arrays.fill(out, 0, d * d, 0);
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < whole; i += TOGETHER) {
        addFour(c, rows, i, j, out);
      }
      for (int i = whole; i < d; i++) {
        double factor = c[i] * rows[i * d + j];
        for (int k = 0; k <= j; k++) {
          out[j * d + k] += factor * rows[i * d + k];
        }
      }
      for (int k = 0; k < j; k++) {
        out[k * d + j] = out[j * d + k];
      }
    }
  }

  /** Adds four directions' part of a row up to the diagonal. */
  private static void addFour(double[] c, double[] rows, int i, int j, double[] out) {
    int d = c.length;
    int first = i * d;
    double f0 = c[i] * rows[first + j];
    double f1 = c[i + 1] * rows[first + d + j];
    double f2 = c[i + 2] * rows[first + 2 * d + j];
    double f3 = c[i + 3] * rows[first + 3 * d + j];
    for (int k = 0; k <= j; k++) {
      out[j * d + k] +=
          f0 * rows[first + k]
              + f1 * rows[first + d + k]
              + (f2 * rows[first + 2 * d + k] + f3 * rows[first + 3 * d + k]);
    }
  }
}
