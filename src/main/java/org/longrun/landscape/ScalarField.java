package org.longrun.landscape;

import java.util.Optional;

/**
 * A twice differentiable function R^d → R with exact derivatives: the loss f, a noise variance, an
 * entry of a covariance.
 *
 * <p>Implementations are immutable and safe for use by several threads at once. Outside its domain
 * of definition a field returns NaN or an infinity and never throws.
 */
public interface ScalarField {
  /** The number of variables, d. */
  int dimension();

  /** f(x). */
  double value(double[] x);

  /** Writes ∇f(x) into {@code out[0 … d−1]}. */
  void gradient(double[] x, double[] out);

  /** Writes ∇²f(x), row by row, into {@code out[0 … d²−1]}. */
  void hessian(double[] x, double[] out);

  /** Writes ∇²f(x)·v into {@code out[0 … d−1]}. */
  default void hessianVector(double[] x, double[] v, double[] out) {
    int d = dimension();
    double[] matrix = new double[d * d];
    hessian(x, matrix);
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += matrix[i * d + k] * v[k];
      }
      out[i] = sum;
    }
  }

  /**
   * Writes the values at {@code count} points into {@code out[0 … count−1]}.
   *
   * @param x the points one after the other, count·d numbers
   */
  default void values(double[] x, int count, double[] out) {
    int d = dimension();
    double[] point = new double[d];
    for (int q = 0; q < count; q++) {
      System.arraycopy(x, q * d, point, 0, d);
      out[q] = value(point);
    }
  }

  /**
   * Writes the gradients at {@code count} points into {@code out[0 … count·d−1]}.
   *
   * @param x the points one after the other, count·d numbers
   */
  default void gradients(double[] x, int count, double[] out) {
    int d = dimension();
    double[] point = new double[d];
    double[] gradient = new double[d];
    for (int q = 0; q < count; q++) {
      System.arraycopy(x, q * d, point, 0, d);
      gradient(point, gradient);
      System.arraycopy(gradient, 0, out, q * d, d);
    }
  }

  /** The field's enclosures over boxes, if it has them: what proofs of completeness need. */
  default Optional<Enclosure> enclosure() {
    return Optional.empty();
  }

  /**
   * The values at x of the functions at whose changes of sign the field may not be differentiable;
   * empty for a field that is smooth.
   */
  default double[] switches(double[] x) {
    return new double[0];
  }

  /**
   * How many terms of like cost one value sums: the samples of a finite sum, else 1. What draws f
   * counts its effort in them, so that a picture does not cost more than what it shows.
   */
  default int terms() {
    return 1;
  }

  /** True if the value is the same everywhere. */
  default boolean isConstant() {
    return false;
  }
}
