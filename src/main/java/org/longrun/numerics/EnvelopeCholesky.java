package org.longrun.numerics;

/**
 * The factorisation A = L Lᵀ of a symmetric positive definite matrix of which each row is kept from
 * its first entry that is not 0 to the diagonal: L has the same envelope (A. George, J. Liu,
 * <em>Computer Solution of Large Sparse Positive Definite Systems</em>, 1981, chapter 4).
 *
 * <p>Fill the rows, factorise in place, solve.
 */
public final class EnvelopeCholesky {
  private final int[] first;
  private final double[][] rows;

  /**
   * A matrix of zeros.
   *
   * @param first the column of the first entry kept of each row, at most the row's own number
   */
  public EnvelopeCholesky(int[] first) {
    this.first = first.clone();
    this.rows = new double[first.length][];
    for (int i = 0; i < first.length; i++) {
      rows[i] = new double[i + 1 - first[i]];
    }
  }

  /** The entries of a row from its first column to the diagonal, to be filled. */
  public double[] row(int i) {
    return rows[i];
  }

  /** The column of the first entry of a row. */
  public int first(int i) {
    return first[i];
  }

  /**
   * Overwrites A by L.
   *
   * @return false if A is not positive definite to rounding: nothing may then be solved
   */
  public boolean factorise() {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      int last = row.length - 1;
      double diagonal = row[last];
      for (int j = 0; j < last; j++) {
        double[] other = rows[first[i] + j];
        int shift = first[first[i] + j] - first[i];
        int from = Math.max(0, shift);
        double sum = row[j] - dot(row, from, other, from - shift, j - from);
        row[j] = sum / other[other.length - 1];
      }
      double square = diagonal - dot(row, 0, row, 0, last);
      if (!(square > 1e-15 * Math.abs(diagonal))) {
        return false;
      }
      row[last] = Math.sqrt(square);
    }
    return true;
  }

  /** Overwrites b by A⁻¹ b. */
  public void solve(double[] b) {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      int last = row.length - 1;
      b[i] = (b[i] - dot(row, 0, b, first[i], last)) / row[last];
    }
    for (int i = rows.length - 1; i >= 0; i--) {
      double[] row = rows[i];
      b[i] /= row[row.length - 1];
      for (int k = 0; k < row.length - 1; k++) {
        b[first[i] + k] -= row[k] * b[i];
      }
    }
  }

  /** Four sums side by side, which the processor adds up at the same time. */
  private static double dot(double[] a, int i, double[] b, int k, int count) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int n = 0;
    for (; n + 3 < count; n += 4) {
      sum0 += a[i + n] * b[k + n];
      sum1 += a[i + n + 1] * b[k + n + 1];
      sum2 += a[i + n + 2] * b[k + n + 2];
      sum3 += a[i + n + 3] * b[k + n + 3];
    }
    for (; n < count; n++) {
      sum0 += a[i + n] * b[k + n];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}
