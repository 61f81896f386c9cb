package org.longrun.numerics;

import java.util.Arrays;

/**
 * The factorisation P A = L U of a small dense matrix by Gaussian elimination with partial pivoting
 * (G. Golub, C. Van Loan, <em>Matrix Computations</em>, section 3.4).
 */
public final class LinearSolver {
  private final int d;
  private final double[] lu;
  private final int[] pivot;
  private final boolean regular;

  private LinearSolver(int d, double[] lu, int[] pivot, boolean regular) {
    this.d = d;
    this.lu = lu;
    this.pivot = pivot;
    this.regular = regular;
  }

  /**
   * Factorises a matrix.
   *
   * @param matrix row by row, at least d² numbers; not changed
   * @param d the number of rows
   */
  public static LinearSolver of(double[] matrix, int d) {
    double[] lu = Arrays.copyOf(matrix, d * d);
    int[] pivot = new int[d];
    boolean regular = true;
    for (int k = 0; k < d; k++) {
      pivot[k] = largest(lu, d, k);
      swap(lu, d, k, pivot[k]);
      double diagonal = lu[k * d + k];
      if (!(Math.abs(diagonal) > 0) || !Double.isFinite(diagonal)) {
        regular = false;
        continue;
      }
      eliminate(lu, d, k);
    }
    return new LinearSolver(d, lu, pivot, regular);
  }

  /** True if no pivot is zero or not finite: only then may {@link #solve} be called. */
  public boolean isRegular() {
    return regular;
  }

  /**
   * Overwrites b by A⁻¹ b.
   *
   * @throws ArithmeticException if the matrix is singular
   */
  public void solve(double[] b) {
    if (!regular) {
      throw new ArithmeticException("the matrix is singular");
    }
    for (int k = 0; k < d; k++) {
      double top = b[pivot[k]];
      b[pivot[k]] = b[k];
      b[k] = top;
    }
    for (int k = 0; k < d; k++) {
      for (int i = k + 1; i < d; i++) {
        b[i] -= lu[i * d + k] * b[k];
      }
    }
    for (int k = d - 1; k >= 0; k--) {
      double sum = b[k];
      for (int j = k + 1; j < d; j++) {
        sum -= lu[k * d + j] * b[j];
      }
      b[k] = sum / lu[k * d + k];
    }
  }

  /**
   * A⁻¹, row by row.
   *
   * @throws ArithmeticException if the matrix is singular
   */
  public double[] inverse() {
    double[] inverse = new double[d * d];
    double[] column = new double[d];
    for (int j = 0; j < d; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(column);
      for (int i = 0; i < d; i++) {
        inverse[i * d + j] = column[i];
      }
    }
    return inverse;
  }

  private static int largest(double[] lu, int d, int k) {
    int best = k;
    for (int i = k + 1; i < d; i++) {
      if (Math.abs(lu[i * d + k]) > Math.abs(lu[best * d + k])) {
        best = i;
      }
    }
    return best;
  }

  /** Swaps the rows' remaining parts and multipliers alike, so that L stays in step. */
  private static void swap(double[] lu, int d, int k, int other) {
    for (int j = 0; j < d && other != k; j++) {
      double held = lu[k * d + j];
      lu[k * d + j] = lu[other * d + j];
      lu[other * d + j] = held;
    }
  }

  private static void eliminate(double[] lu, int d, int k) {
    for (int i = k + 1; i < d; i++) {
      double factor = lu[i * d + k] / lu[k * d + k];
      lu[i * d + k] = factor;
      for (int j = k + 1; j < d; j++) {
        lu[i * d + j] -= factor * lu[k * d + j];
      }
    }
  }
}
