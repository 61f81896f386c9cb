package org.longrun.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives of random formulas against Commons Math's DerivativeStructure. */
class DerivativesTest {
  private static final double[] NONE = {};
  private static final List<String> VARIABLES = List.of("x", "y", "z");

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomFormulasAreDifferentiatedExactly(long seed) {
    Random random = new Random(seed);
    RandomFormula formula = new RandomFormula(random);
    double[] x = {0.3 + random.nextDouble(), 0.3 + random.nextDouble(), random.nextDouble()};
    DerivativeStructure expected = formula.grow(5, x);
    check(formula.text(), x, expected);
  }

  @Test
  void kinksHaveOneSidedDerivatives() {
    CompiledFormula f =
        Formula.parse("abs(x) + relu(y) + max(x, y) + min(z, 2*x)", Symbols.of(VARIABLES))
            .compile();
    double[] gradient = new double[3];
    f.gradient(new double[] {0, 0, 0}, NONE, 0, gradient, 0);
    assertThat(gradient).containsExactly(1, 0, 1);
    f.gradient(new double[] {-2, 3, 5}, NONE, 0, gradient, 0);
    assertThat(gradient).containsExactly(-1 + 2, 1 + 1, 0);
    double[] hessian = new double[9];
    f.hessian(new double[] {-2, 3, 5}, NONE, 0, hessian, 0);
    assertThat(hessian).containsOnly(0);
  }

  @Test
  void powersAtZeroHaveNoNaN() {
    CompiledFormula f = Formula.parse("x^3 + y^2 + z^6 + x*0", Symbols.of(VARIABLES)).compile();
    double[] hessian = new double[9];
    f.hessian(new double[3], NONE, 0, hessian, 0);
    assertThat(hessian).containsExactly(0, 0, 0, 0, 2, 0, 0, 0, 0);
  }

  private static void check(String text, double[] x, DerivativeStructure expected) {
    CompiledFormula f = Formula.parse(text, Symbols.of(VARIABLES)).compile();
    close(text, f.value(x, NONE, 0), expected.getValue());
    double[] gradient = new double[3];
    f.gradient(x, NONE, 0, gradient, 0);
    double[] hessian = new double[9];
    f.hessian(x, NONE, 0, hessian, 0);
    double[] product = new double[3];
    double[] v = {0.7, -1.3, 0.4};
    f.hessianVector(new double[] {x[0], x[1], x[2], v[0], v[1], v[2]}, NONE, 0, product, 0);
    for (int i = 0; i < 3; i++) {
      close(text, gradient[i], partial(expected, i, -1));
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        close(text, hessian[3 * i + j], partial(expected, i, j));
        sum += hessian[3 * i + j] * v[j];
      }
      close(text, product[i], sum);
    }
  }

  private static double partial(DerivativeStructure s, int i, int j) {
    int[] orders = new int[3];
    orders[i]++;
    if (j >= 0) {
      orders[j]++;
    }
    return s.getPartialDerivative(orders);
  }

  private static void close(String text, double actual, double expected) {
    assertThat(actual).as(text).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
  }
}
