package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.numerics.Point;

/** Poles and logarithms' zeros where f has no lower bound, told apart from deep and steep wells. */
class PoleSearchTest {
  private static final Domain LINE = new Domain(Point.of(-2), Point.of(2));

  @ParameterizedTest
  @CsvSource({
    "-1/(x - 0.3)^2 + x^2, 0.3",
    "1/(x - 0.3) + x^4, 0.3",
    "log(abs(x - 0.3)) + x^2, 0.3",
    "log(x + 2) + x^2, -2",
    "tan(2*x) + x^4, -0.7853981634",
    "-abs(x + 0.7)^-0.3 + x^2, -0.7",
    "(x^3 - x)/(x - 0.5) + x^4, 0.5"
  })
  void aPoleIsFound(String formula, double expected) {
    Optional<double[]> pole = search(FormulaField.of(formula, List.of("x")));
    assertThat(pole).isPresent();
    assertThat(pole.orElseThrow()[0]).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/(x - 0.3)^2 + x^2",
        "sqrt(abs(x - 0.3)) + x^2",
        "-abs(x - 0.123)^0.5 + x^2",
        "x^2 - 3*exp(-((x - 0.7)/1e-3)^2)",
        "x^2 - 1e6*exp(-1e8*x^2)",
        "log(x + 2.0001) + x^2",
        "-1/(1e-3 + x^2) + x^2",
        "(x - 0.3)^2*log((x - 0.3)^2) + x^2",
        "sin(x - 0.3)/(x - 0.3) + x^2",
        "-log(1 - tanh(x)^2) + x^2"
      })
  void aBoundedFunctionHasNone(String formula) {
    assertThat(search(FormulaField.of(formula, List.of("x")))).isEmpty();
  }

  @Test
  void polesInThePlaneAreFound() {
    Domain square = new Domain(Point.of(-2, -2), Point.of(2, 2));
    FormulaField charge =
        FormulaField.of("-1/sqrt((x - 0.3)^2 + (y + 0.7)^2) + x^2 + y^2", List.of("x", "y"));
    double[] pole = new PoleSearch(charge, square, 1).find().orElseThrow();
    assertThat(Point.of(pole).distance(Point.of(0.3, -0.7))).isLessThan(1e-8);
    FormulaField line = FormulaField.of("x^2 + y^2 + 1/(x + y - 0.33)", List.of("x", "y"));
    double[] onLine = new PoleSearch(line, square, 1).find().orElseThrow();
    assertThat(Math.abs(onLine[0] + onLine[1] - 0.33)).isLessThan(1e-8);
  }

  @Test
  void withoutEnclosuresThePoleIsFoundByDescent() {
    FormulaField charge = FormulaField.of("-1/(x - 0.3)^2 + x^2", List.of("x"));
    assertThat(search(new Bare(charge))).isPresent();
    assertThat(search(new Bare(FormulaField.of("x^4 - x^2", List.of("x"))))).isEmpty();
  }

  @Test
  void theFileIsRefusedInOneLine() {
    String file =
        "variables: [x]\nobjective: -1/(x - 0.3)^2\nnoise: {gaussian: {variance: 1}}\n"
            + "domain: {x: [-2, 2]}\n";
    assertThatThrownBy(() -> LandscapeFile.parse(file, "p.yaml"))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("p.yaml:2:12: f is unbounded below near (0.3)");
  }

  private static Optional<double[]> search(ScalarField field) {
    return new PoleSearch(field, LINE, 1).find();
  }

  /** A field that keeps its enclosures to itself. */
  private record Bare(ScalarField field) implements ScalarField {
    @Override
    public int dimension() {
      return field.dimension();
    }

    @Override
    public double value(double[] x) {
      return field.value(x);
    }

    @Override
    public void gradient(double[] x, double[] out) {
      field.gradient(x, out);
    }

    @Override
    public void hessian(double[] x, double[] out) {
      field.hessian(x, out);
    }
  }
}
