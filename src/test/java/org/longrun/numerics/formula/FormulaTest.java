package org.longrun.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static double value(String text, double... x) {
    Symbols symbols =
        new Symbols(List.of("x", "y").subList(0, x.length), List.of(), Map.of("c", 0.25), Map.of());
    return Formula.parse(text, symbols).compile().value(x, new double[0], 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2*3 | 7",
        "2^3^2 | 512",
        "-2^2 | -4",
        "2^-1 | 0.5",
        "--2 | 2",
        "2*-3 | -6",
        "8/4/2 | 1",
        "8-4-2 | 2",
        "+3 | 3",
        ".5 + 5. + 1e-1 + 2E2 | 205.6",
        "c*4 | 1",
        "(1 + 2)*(3 - 5) | -6",
        "2*pi | 6.283185307179586",
        "e^2 | 7.3890560989306495",
        "min(3, 1, 2) + max(1, 5) | 6",
        "pow(2, 0.5) | 1.4142135623730951",
        "relu(-1) + relu(2) + abs(-3) | 5",
        "softplus(1000) + sigmoid(-1000) | 1000",
        "sum(i, 1, 4, i^2) | 30",
        "prod(i, 1, 5, i) | 120",
        "sum(i, 1, 3, sum(j, 1, i, i*j)) | 25",
        "sum(i, 3, 1, i) | 0",
        "010 + 1 | 11",
      })
  void arithmeticIsAsWritten(String text, double expected) {
    assertThat(value(text)).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
  }

  @Test
  void variablesAreReadInOrder() {
    assertThat(value("x - 2*y", 5, 1)).isEqualTo(3);
    assertThat(value("x^2 - x^-1 + sqrt(y) + x^y", 2, 4)).isEqualTo(4 - 0.5 + 2 + 16);
    assertThat(value("sin(x)^2 + cos(x)^2", 0.3)).isCloseTo(1, within(1e-15));
    assertThat(value("tan(x) - sinh(x)/cosh(x) - tanh(x) + tanh(x)", 0.3))
        .isCloseTo(Math.tan(0.3) - Math.tanh(0.3), within(1e-15));
  }

  @Test
  void numberedVariablesAreIndexed() {
    Symbols symbols = Symbols.of(List.of("x1", "x2", "x3"));
    CompiledFormula rosenbrock =
        Formula.parse("sum(i, 1, 2, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", symbols).compile();
    double[] x = {1.5, -0.5, 2};
    double expected = 100 * Math.pow(-0.5 - 2.25, 2) + 0.25 + 100 * Math.pow(2 - 0.25, 2) + 2.25;
    assertThat(rosenbrock.value(x, new double[0], 0)).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + | 3 | missing before the end",
        "(x + 1 | 0 | never closed",
        "x + 1) | 5 | closes nothing",
        "2x | 1 | write * for a product",
        "sin x | 4 | operator is missing",
        "sni(x) | 0 | did you mean sin?",
        "z + 1 | 0 | 'z' is not defined",
        "sin | 0 | write sin(…)",
        "x(2) | 0 | write * for a product",
        "sin(x, y) | 0 | takes 1 argument",
        "pow(x) | 0 | takes 2 arguments",
        "x ** 2 | 2 | write ^",
        "x² | 1 | write ^2",
        "x $ 2 | 2 | no meaning",
        "1.2.3 | 3 | one decimal point",
        "1e999 | 0 | too large",
        "x[2] | 0 | no numbered members",
        "sum(i, 1, x, i) | 10 | must be an integer",
        "sum(x, 1, 2, 3) | 4 | name the index anew",
        "sum(1, 2) | 0 | write sum(i, first, last",
        "sum(i, 1, 100000000, i) | 0 | too many operations",
        "'' | 0 | empty",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, int position, String part) {
    assertThatThrownBy(() -> value(text, 1, 2))
        .isInstanceOfSatisfying(
            FormulaException.class,
            problem -> {
              assertThat(problem).hasMessageContaining(part);
              assertThat(problem.getMessage()).doesNotContain("\n");
              assertThat(problem.position()).isEqualTo(position);
            });
  }

  @Test
  void deepNestingIsRefusedAndLongChainsAreNot() {
    assertThat(value("(".repeat(500) + "x" + ")".repeat(500), 7)).isEqualTo(7);
    for (String opening : List.of("(", "-", "sin(", "2^", "x[")) {
      assertThatThrownBy(() -> value(opening.repeat(100_000) + "x", 1))
          .isInstanceOf(FormulaException.class)
          .hasMessageContaining("nested");
    }
    assertThat(value("x" + "+x".repeat(20_000), 1)).isEqualTo(20_001);
    assertThat(value("x" + "*x".repeat(20_000), 1)).isEqualTo(1);
  }
}
