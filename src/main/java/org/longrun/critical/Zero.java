package org.longrun.critical;

import org.longrun.numerics.SymmetricEigen;

/**
 * A zero of ∇f as found: the point, f there, the Hessian's eigenvalues and vectors, and how many of
 * them vanish.
 *
 * @param x the point; never changed
 * @param value f(x)
 * @param eigen of ∇²f(x)
 * @param slope ‖∇f(x)‖, what rounding leaves of it
 * @param nullity the number of eigenvalues that cannot be told from 0
 */
record Zero(double[] x, double value, SymmetricEigen eigen, double slope, int nullity) {
  /** The number of negative eigenvalues, vanishing ones not counted. */
  int index() {
    int count = 0;
    for (int k = 0; k < x.length; k++) {
      if (eigen.value(k) < 0 && !isNull(k)) {
        count++;
      }
    }
    return count;
  }

  /** True if the k-th eigenvalue is among the {@code nullity} smallest in size. */
  boolean isNull(int k) {
    int smaller = 0;
    for (int j = 0; j < x.length; j++) {
      double difference = Math.abs(eigen.value(j)) - Math.abs(eigen.value(k));
      if (difference < 0 || (difference == 0 && j < k)) {
        smaller++;
      }
    }
    return smaller < nullity;
  }

  boolean isDegenerate() {
    return nullity > 0;
  }
}
