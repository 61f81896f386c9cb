package org.longrun.noise;

import org.longrun.landscape.ScalarField;

/** Losses and variances that the tests of this package share. */
final class TestLosses {
  private TestLosses() {}

  /** cos(x_1) + Σ_{k>1} (x_1² x_k/2 + x_k⁴/4). */
  static ScalarField curved(int dimension) {
    return DerivedField.of(
        dimension,
        x -> {
          var sum = x[0].cos();
          for (int k = 1; k < x.length; k++) {
            sum = sum.add(x[0].multiply(x[0]).multiply(x[k]).divide(2)).add(x[k].pow(4).divide(4));
          }
          return sum;
        });
  }

  /** 1 + x_1²/2 + Σ_{k>1} sin(x_k)/(3(k − 1)): positive for few variables. */
  static ScalarField positive(int dimension) {
    return DerivedField.of(
        dimension,
        x -> {
          var sum = x[0].multiply(x[0]).divide(2).add(1);
          for (int k = 1; k < x.length; k++) {
            sum = sum.add(x[k].sin().divide(3 * k));
          }
          return sum;
        });
  }
}
