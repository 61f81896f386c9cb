package org.longrun.numerics;

/**
 * A lower triangular L with L Lᵀ = A for a symmetric positive semidefinite A of any rank.
 *
 * <p>A pivot below d·2⁻⁵²·max A_kk counts as zero, and its column too: G. H. Golub, C. F. Van Loan,
 * <em>Matrix Computations</em>, 4th edition, section 4.2.8. Not safe for several threads.
 */
public final class SemidefiniteCholesky {
  private final int dimension;
  private final double[] lower;

  /** Room for matrices with {@code dimension} rows. */
  public SemidefiniteCholesky(int dimension) {
    this.dimension = dimension;
    this.lower = new double[dimension * dimension];
  }

  /**
   * Factors a matrix.
   *
   * @param matrix A, row by row; only the entries on and below the diagonal are read
   */
  public void factor(double[] matrix) {
    double threshold = threshold(matrix);
    for (int k = 0; k < dimension; k++) {
      double pivot = remainder(matrix, k, k);
      double root = pivot > threshold ? Math.sqrt(pivot) : 0;
      lower[k * dimension + k] = root;
      for (int i = k + 1; i < dimension; i++) {
        lower[i * dimension + k] = root > 0 ? remainder(matrix, i, k) / root : 0;
      }
    }
  }

  /** Adds L·x to {@code out[from … from+d−1]}. */
  public void addProduct(double[] x, double[] out, int from) {
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += lower[i * dimension + k] * x[k];
      }
      out[from + i] += sum;
    }
  }

  private double remainder(double[] matrix, int i, int k) {
    double sum = matrix[i * dimension + k];
    for (int j = 0; j < k; j++) {
      sum -= lower[i * dimension + j] * lower[k * dimension + j];
    }
    return sum;
  }

  private double threshold(double[] matrix) {
    double largest = 0;
    for (int k = 0; k < dimension; k++) {
      largest = Math.max(largest, matrix[k * dimension + k]);
    }
    return dimension * Math.ulp(1.0) * largest;
  }
}
