package org.longrun.action;

import org.longrun.numerics.Cholesky;
import org.longrun.numerics.Vectors;

/**
 * The inverse of A = H_pp across a velocity v, with W a basis of the directions across:
 *
 * <pre>A⁻¹ − A⁻¹v vᵀA⁻¹/s = W(WᵀAW)⁻¹Wᵀ,   A⁻¹v/s = w with vᵀw = 1 and WᵀAw = 0,   s = vᵀA⁻¹v.
 * </pre>
 *
 * <p>A itself is never inverted: where noise of bounded support saturates along v, A⁻¹ is larger
 * there than what is left of it across v by more than double precision holds.
 *
 * <p>Holds scratch space: one thread.
 */
final class Transverse {
  private final int dimension;
  private final Cholesky across;
  private final double[][] basis;
  private final double[] product;
  private final double[] reduced;
  private final double[] dual;
  private double inverse;

  Transverse(int dimension) {
    this.dimension = dimension;
    this.across = new Cholesky(dimension - 1);
    this.basis = new double[dimension - 1][dimension];
    this.product = new double[dimension];
    this.reduced = new double[(dimension - 1) * (dimension - 1)];
    this.dual = new double[dimension];
  }

  /** Takes A and v ≠ 0; false if A is not positive definite across v. */
  boolean at(double[] a, double[] v) {
    span(v);
    int n = dimension - 1;
    for (int i = 0; i < n; i++) {
      Vectors.multiply(a, basis[i], product);
      for (int k = 0; k <= i; k++) {
        reduced[i * n + k] = Vectors.dot(basis[k], product);
      }
    }
    if (!across.factorise(reduced)) {
      return false;
    }
    double square = Vectors.dot(v, v);
    Vectors.multiply(a, v, product);
    double[] correction = projected(product);
    for (int k = 0; k < dimension; k++) {
      dual[k] = (v[k] - correction[k]) / square;
    }
    Vectors.multiply(a, dual, product);
    inverse = Vectors.dot(dual, product);
    return inverse > 0;
  }

  /** Householder's reflection that takes v to an axis takes the other axes to a basis across v. */
  private void span(double[] v) {
    double norm = Vectors.norm(v);
    int axis = 0;
    for (int k = 1; k < dimension; k++) {
      axis = Math.abs(v[k]) > Math.abs(v[axis]) ? k : axis;
    }
    double[] normal = v.clone();
    normal[axis] += Math.copySign(norm, v[axis]);
    double square = Vectors.dot(normal, normal);
    int row = 0;
    for (int k = 0; k < dimension; k++) {
      if (k != axis) {
        java.util.Arrays.fill(basis[row], 0);
        basis[row][k] = 1;
        Vectors.addScaled(-2 * normal[k] / square, normal, basis[row]);
        row++;
      }
    }
  }

  /** W(WᵀAW)⁻¹Wᵀ b. */
  double[] projected(double[] b) {
    double[] solved = new double[dimension - 1];
    for (int i = 0; i < solved.length; i++) {
      solved[i] = Vectors.dot(basis[i], b);
    }
    across.solve(solved);
    double[] out = new double[dimension];
    for (int i = 0; i < solved.length; i++) {
      Vectors.addScaled(solved[i], basis[i], out);
    }
    return out;
  }

  /** w = A⁻¹v/s. */
  double[] dual() {
    return dual;
  }

  /** 1/s. */
  double inverse() {
    return inverse;
  }
}
