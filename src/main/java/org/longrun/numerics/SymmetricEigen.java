package org.longrun.numerics;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The eigenvalues λ_1 ≤ … ≤ λ_d of a symmetric matrix A and an orthonormal basis of eigenvectors: A
 * = Σ λ_k v_k v_kᵀ.
 *
 * <p>Small matrices by cyclic Jacobi rotations, which keep the relative accuracy of small
 * eigenvalues (G. Golub, C. Van Loan, <em>Matrix Computations</em>, section 8.5); large ones by
 * Commons Math, where entries below the rounding error of the norm are taken for 0: their squares
 * underflow there. The matrix is scaled by a power of 2, so that nothing overflows. A matrix with
 * an entry that is not finite has all eigenvalues NaN.
 */
public final class SymmetricEigen {
  private static final int JACOBI_LIMIT = 12;
  private static final int SWEEPS = 40;

  /**
   * Of a matrix whose largest entry is 1 … 2: less than the rounding errors of what is done to it.
   */
  private static final double FLUSHED = 0x1p-60;

  private final double[] values;
  private final double[] vectors;

  private SymmetricEigen(double[] values, double[] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes a symmetric matrix.
   *
   * @param matrix row by row, at least d² numbers; not changed
   * @param d the number of rows
   */
  public static SymmetricEigen of(double[] matrix, int d) {
    double[] a = Arrays.copyOf(matrix, d * d);
    for (double entry : a) {
      if (!Double.isFinite(entry)) {
        return undefined(d);
      }
    }
    int exponent = scale(a);
    SymmetricEigen scaled = d <= JACOBI_LIMIT ? jacobi(a, d) : tridiagonal(a, d);
    for (int k = 0; k < d; k++) {
      scaled.values[k] = Math.scalb(scaled.values[k], exponent);
    }
    return scaled;
  }

  /** Brings the largest entry to 1 … 2 by a power of 2; returns its exponent, 0 for A = 0. */
  private static int scale(double[] a) {
    double largest = 0;
    for (double entry : a) {
      largest = Math.max(largest, Math.abs(entry));
    }
    if (largest == 0) {
      return 0;
    }
    boolean subnormal = largest < Double.MIN_NORMAL;
    int exponent = subnormal ? Math.getExponent(largest * 0x1p54) - 54 : Math.getExponent(largest);
    int first = -exponent / 2;
    for (int k = 0; k < a.length; k++) {
      a[k] = Math.scalb(Math.scalb(a[k], first), -exponent - first);
    }
    return exponent;
  }

  /** The number of rows, d. */
  public int dimension() {
    return values.length;
  }

  /** λ_k, k counted from 0, ascending. */
  public double value(int k) {
    return values[k];
  }

  /** All eigenvalues, ascending; a fresh copy. */
  public double[] values() {
    return values.clone();
  }

  /** v_k, a fresh unit vector whose first entry that is not small is positive. */
  public double[] vector(int k) {
    int d = values.length;
    return Arrays.copyOfRange(vectors, k * d, (k + 1) * d);
  }

  /** ⟨v_k, x⟩. */
  public double coefficient(int k, double[] x) {
    int d = values.length;
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += vectors[k * d + i] * x[i];
    }
    return sum;
  }

  /** Adds c·v_k to x. */
  public void addTo(double[] x, int k, double c) {
    int d = values.length;
    for (int i = 0; i < d; i++) {
      x[i] += c * vectors[k * d + i];
    }
  }

  /** max |λ_k|, the spectral norm. */
  public double norm() {
    return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
  }

  private static SymmetricEigen undefined(int d) {
    double[] values = new double[d];
    Arrays.fill(values, Double.NaN);
    return new SymmetricEigen(values, identity(d));
  }

  private static double[] identity(int d) {
    double[] matrix = new double[d * d];
    for (int k = 0; k < d; k++) {
      matrix[k * d + k] = 1;
    }
    return matrix;
  }

  private static SymmetricEigen jacobi(double[] a, int d) {
    double[] rows = identity(d);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean rotated = false;
      for (int p = 0; p < d; p++) {
        for (int q = p + 1; q < d; q++) {
          rotated |= rotate(a, rows, d, p, q);
        }
      }
      if (!rotated) {
        break;
      }
    }
    double[] diagonal = new double[d];
    for (int k = 0; k < d; k++) {
      diagonal[k] = a[k * d + k];
    }
    return sorted(diagonal, rows);
  }

  private static boolean rotate(double[] a, double[] rows, int d, int p, int q) {
    double apq = a[p * d + q];
    double app = a[p * d + p];
    double aqq = a[q * d + q];
    if (Math.abs(apq) <= 0x1p-56 * Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq))
        || Math.abs(apq) < Double.MIN_NORMAL) {
      return false;
    }
    double theta = (aqq - app) / (2 * apq);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
    double c = 1 / Math.hypot(1, t);
    double s = t * c;
    for (int k = 0; k < d; k++) {
      double akp = a[k * d + p];
      double akq = a[k * d + q];
      a[k * d + p] = c * akp - s * akq;
      a[k * d + q] = s * akp + c * akq;
    }
    turn(a, d, p, q, c, s);
    turn(rows, d, p, q, c, s);
    a[p * d + q] = 0;
    a[q * d + p] = 0;
    return true;
  }

  private static void turn(double[] matrix, int d, int p, int q, double c, double s) {
    for (int k = 0; k < d; k++) {
      double upper = matrix[p * d + k];
      double lower = matrix[q * d + k];
      matrix[p * d + k] = c * upper - s * lower;
      matrix[q * d + k] = s * upper + c * lower;
    }
  }

  private static SymmetricEigen tridiagonal(double[] a, int d) {
    double[][] rows = new double[d][];
    for (int i = 0; i < d; i++) {
      rows[i] = Arrays.copyOfRange(a, i * d, (i + 1) * d);
      for (int k = 0; k < i; k++) {
        rows[k][i] = Math.abs(rows[k][i]) < FLUSHED ? 0 : rows[k][i];
        rows[i][k] = rows[k][i];
      }
    }
    try {
      EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
      double[] vectors = new double[d * d];
      for (int k = 0; k < d; k++) {
        double[] vector = eigen.getEigenvector(k).toArray();
        if (!isUnit(vector)) {
          return jacobi(a, d);
        }
        System.arraycopy(vector, 0, vectors, k * d, d);
      }
      return sorted(eigen.getRealEigenvalues(), vectors);
    } catch (MathIllegalStateException | MathArithmeticException notConverged) {
      return jacobi(a, d);
    }
  }

  /** False where a square underflowed on the way: then the vector is no vector at all. */
  private static boolean isUnit(double[] vector) {
    double square = 0;
    for (double entry : vector) {
      square += entry * entry;
    }
    return Math.abs(square - 1) < 1e-6;
  }

  /** Sorts ascending, and fixes each vector's sign so that equal matrices give equal vectors. */
  private static SymmetricEigen sorted(double[] diagonal, double[] rows) {
    int d = diagonal.length;
    int[] order = ascending(diagonal);
    double[] values = new double[d];
    double[] vectors = new double[d * d];
    for (int k = 0; k < d; k++) {
      values[k] = diagonal[order[k]];
      double sign = 0;
      for (int i = 0; i < d; i++) {
        double entry = rows[order[k] * d + i];
        if (sign == 0 && Math.abs(entry) > 1e-8) {
          sign = Math.signum(entry);
        }
        vectors[k * d + i] = entry;
      }
      for (int i = 0; i < d; i++) {
        vectors[k * d + i] *= sign;
      }
    }
    return new SymmetricEigen(values, vectors);
  }

  private static int[] ascending(double[] keys) {
    int[] order = new int[keys.length];
    for (int k = 0; k < order.length; k++) {
      int at = k;
      while (at > 0 && keys[order[at - 1]] > keys[k]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = k;
    }
    return order;
  }
}
