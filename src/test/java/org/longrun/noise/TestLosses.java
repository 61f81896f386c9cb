package org.longrun.noise;

import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
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

  /** n squared residuals of a tanh neuron, (w tanh(a u_i + c) − y_i)²/2 in d = 2: (a, w). */
  static FieldSum neuron(int samples) {
    return new FieldSum(
        IntStream.range(0, samples).mapToObj(TestLosses::residual).toList(),
        DerivedField.of(2, TestLosses::decay));
  }

  /** The regularizer of the neuron. */
  static DerivativeStructure decay(DerivativeStructure[] x) {
    return x[0].multiply(x[0]).add(x[1].multiply(x[1]).multiply(x[0])).multiply(0.05);
  }

  private static DerivedField residual(int i) {
    double input = Math.sin(3 * i + 1);
    double output = Math.cos(5 * i);
    return DerivedField.of(
        2,
        x -> {
          var error = x[0].multiply(input).add(0.3).tanh().multiply(x[1]).subtract(output);
          return error.multiply(error).divide(2);
        });
  }
}
