package org.longrun.numerics;

/**
 * The factorisation A = L Lᵀ of a symmetric positive definite matrix, in storage that is used again
 * from one matrix to the next (G. Golub, C. Van Loan, <em>Matrix Computations</em>, section 4.2).
 */
public final class Cholesky {
  private final int size;
  private final double[] factor;

  /** Storage for matrices of this size. */
  public Cholesky(int size) {
    this.size = size;
    this.factor = new double[size * size];
  }

  /**
   * Factorises A.
   *
   * @param matrix A, row by row; only its lower triangle is read
   * @return false if A is not positive definite to rounding: nothing may then be solved
   */
  public boolean factorise(double[] matrix) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i * size + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * size + k] * factor[j * size + k];
        }
        if (j < i) {
          factor[i * size + j] = sum / factor[j * size + j];
        } else if (sum > 1e-15 * Math.abs(matrix[i * size + i])) {
          factor[i * size + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /** Overwrites b by A⁻¹ b. */
  public void solve(double[] b) {
    solve(b, 0, 1);
  }

  /**
   * Overwrites the numbers b[offset + i·stride], i = 0 … size − 1, by A⁻¹ times them.
   *
   * @param stride the step from one number to the next
   */
  public void solve(double[] b, int offset, int stride) {
    for (int i = 0; i < size; i++) {
      double sum = b[offset + i * stride];
      for (int k = 0; k < i; k++) {
        sum -= factor[i * size + k] * b[offset + k * stride];
      }
      b[offset + i * stride] = sum / factor[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = b[offset + i * stride];
      for (int k = i + 1; k < size; k++) {
        sum -= factor[k * size + i] * b[offset + k * stride];
      }
      b[offset + i * stride] = sum / factor[i * size + i];
    }
  }
}
