package org.longrun.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enclosures hold every value that the compiled formula takes in the box. */
class FormulaEnclosureTest {
  private static final List<String> VARIABLES = List.of("x", "y", "z");

  static LongStream seeds() {
    return LongStream.range(100, 160);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomFormulasAreEnclosed(long seed) {
    Random random = new Random(seed);
    RandomFormula shape = new RandomFormula(random);
    shape.grow(5, new double[3]);
    Formula formula = Formula.parse(shape.text(), Symbols.of(VARIABLES));
    for (double width : new double[] {1e-6, 0.1, 3}) {
      double[] lower = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double[] upper = {lower[0] + width, lower[1] + width, lower[2] + width};
      check(formula, lower, upper, random);
    }
  }

  @Test
  void evenPowersAndWavesAreTight() {
    double[] out = new double[2];
    enclosure("x^2 + y^4").value(new double[] {-1, -2, 0}, new double[] {2, 1, 0}, out);
    assertThat(out[0]).isZero();
    assertThat(out[1]).isBetween(20.0, 20.0000001);
    enclosure("sin(x)").value(new double[] {0, 0, 0}, new double[] {2, 0, 0}, out);
    assertThat(out).containsExactly(0, 1);
    enclosure("cos(x)").value(new double[] {3, 0, 0}, new double[] {7, 0, 0}, out);
    assertThat(out).containsExactly(-1, 1);
    enclosure("sin(1e300*x)").value(new double[] {1, 0, 0}, new double[] {2, 0, 0}, out);
    assertThat(out).containsExactly(-1, 1);
  }

  @Test
  void boundsMayBeInfiniteButAreNumbers() {
    double[] low = {-1, -1, -1};
    double[] high = {1, 1, 1};
    for (String text :
        List.of(
            "1/x",
            "log(x)",
            "sqrt(x)",
            "x^-2",
            "x^y",
            "tan(2*x)",
            "exp(1000*x)",
            "log(-2+x)",
            "1e300*x*1e300 - 1e300*x*1e300*y",
            "acos(3*x)",
            "asin(2+y)",
            "abs(x)/x")) {
      double[] a = new double[9];
      double[] b = new double[9];
      enclosure(text).value(low, high, a);
      assertThat(a[0]).as(text).isLessThan(a[1]);
      enclosure(text).gradient(low, high, a, b);
      enclosure(text).hessian(low, high, a, b);
      for (int k = 0; k < 9; k++) {
        assertThat(a[k]).as(text).isLessThanOrEqualTo(b[k]);
      }
    }
  }

  @Test
  void aKinkUnboundsTheSecondDerivative() {
    double[] low = new double[9];
    double[] high = new double[9];
    enclosure("abs(x)").hessian(new double[] {-1, 0, 0}, new double[] {1, 0, 0}, low, high);
    assertThat(high[0]).isInfinite();
    enclosure("abs(x)").hessian(new double[] {0.5, 0, 0}, new double[] {1, 0, 0}, low, high);
    assertThat(high[0]).isZero();
    enclosure("max(x, y)").hessian(new double[] {-1, 0, 0}, new double[] {1, 0, 0}, low, high);
    assertThat(high[0]).isInfinite();
  }

  private static FormulaEnclosure enclosure(String text) {
    return FormulaEnclosure.of(Formula.parse(text, Symbols.of(VARIABLES))).orElseThrow();
  }

  private static void check(Formula formula, double[] lower, double[] upper, Random random) {
    FormulaEnclosure enclosure = FormulaEnclosure.of(formula).orElseThrow();
    CompiledFormula f = formula.compile();
    double[] value = new double[2];
    double[][] gradient = new double[2][3];
    double[][] hessian = new double[2][9];
    enclosure.value(lower, upper, value);
    enclosure.gradient(lower, upper, gradient[0], gradient[1]);
    enclosure.hessian(lower, upper, hessian[0], hessian[1]);
    double[] none = {};
    for (int q = 0; q < 30; q++) {
      double[] x = new double[3];
      for (int k = 0; k < 3; k++) {
        x[k] = lower[k] + random.nextDouble() * (upper[k] - lower[k]);
      }
      double[] out = new double[9];
      inside(formula, f.value(x, none, 0), value[0], value[1]);
      f.gradient(x, none, 0, out, 0);
      for (int k = 0; k < 3; k++) {
        inside(formula, out[k], gradient[0][k], gradient[1][k]);
      }
      f.hessian(x, none, 0, out, 0);
      for (int k = 0; k < 9; k++) {
        inside(formula, out[k], hessian[0][k], hessian[1][k]);
      }
    }
  }

  /** The compiled value has its own rounding errors, the bounds have none. */
  private static void inside(Formula formula, double value, double lower, double upper) {
    double slack = 1e-11 * (1 + Math.abs(value));
    assertThat(value).as(formula.text()).isBetween(lower - slack, upper + slack);
  }
}
