package org.longrun.numerics;

/**
 * An approximation H of the inverse of a function's second derivative in a few variables, symmetric
 * and positive definite, with the BFGS update
 *
 * <pre>H ← (I − s yᵀ/sᵀy) H (I − y sᵀ/sᵀy) + s sᵀ/sᵀy</pre>
 *
 * <p>(J. Nocedal, S. Wright, <em>Numerical Optimization</em>, equation 6.17). Immutable.
 */
public final class InverseHessian {
  private static final double CURVED = 1e-8;

  private final double[] matrix;
  private final int size;

  private InverseHessian(double[] matrix, int size) {
    this.matrix = matrix;
    this.size = size;
  }

  /** A multiple of the identity. */
  public static InverseHessian scaled(double factor, int size) {
    double[] matrix = new double[size * size];
    for (int k = 0; k < size; k++) {
      matrix[k * size + k] = factor;
    }
    return new InverseHessian(matrix, size);
  }

  /**
   * The inverse of a symmetric matrix with the absolute values of its eigenvalues, so that no step
   * leads up.
   *
   * @param least what counts for eigenvalues that are less
   */
  public static InverseHessian absolute(double[] hessian, int size, double least) {
    SymmetricEigen eigen = SymmetricEigen.of(hessian, size);
    double[] matrix = new double[size * size];
    for (int k = 0; k < size; k++) {
      double curvature = Math.max(least, Math.abs(eigen.value(k)));
      addSquare(matrix, eigen.vector(k), 1 / curvature);
    }
    return new InverseHessian(matrix, size);
  }

  private static void addSquare(double[] matrix, double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        matrix[i * v.length + j] += factor * v[i] * v[j];
      }
    }
  }

  /** −Hg, the step from a point with this gradient. */
  public double[] step(double[] gradient) {
    double[] step = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        step[i] -= matrix[i * size + j] * gradient[j];
      }
    }
    return step;
  }

  /** ½ gᵀHg, the decrease that the step expects. */
  public double expected(double[] gradient) {
    return -Vectors.dot(step(gradient), gradient) / 2;
  }

  /**
   * H after a step that changed the gradient, as long as the function curves upwards along it.
   *
   * @param step s
   * @param change y
   */
  public InverseHessian updated(double[] step, double[] change) {
    double product = Vectors.dot(step, change);
    if (!(product > CURVED * Math.sqrt(Vectors.dot(step, step) * Vectors.dot(change, change)))) {
      return this;
    }
    double[] back = step(change);
    double[] next = matrix.clone();
    double bend = (1 - Vectors.dot(back, change) / product) / product;
    addSquare(next, step, bend);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        next[i * size + j] += (back[i] * step[j] + step[i] * back[j]) / product;
      }
    }
    return new InverseHessian(next, size);
  }
}
