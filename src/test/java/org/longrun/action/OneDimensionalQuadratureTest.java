package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.GaussLegendre;

/**
 * Costs on a line, ∫ 2f′/s dx under Gaussian noise, where f has walls and needles that are narrow
 * beside the interval.
 */
class OneDimensionalQuadratureTest {
  private static final double TOLERANCE = 1e-9;

  private static EdgeSolution climb(String objective, String variance, double from, double to) {
    String text =
        String.join(
            "\n",
            "variables: [x]",
            "objective: '" + objective + "'",
            "noise: {gaussian: {variance: '" + variance + "'}}",
            "domain: {x: [-2, 2]}");
    Sgd sgd = Sgd.of(LandscapeFile.parse(text, "line.yaml"));
    Curve line = Curve.line(new double[] {from}, new double[] {to});
    return OnlyWay.along(line, sgd.hamiltonian(), TOLERANCE);
  }

  /** A needle of this width next to the end of the climb, told of in the list of failures. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6})
  void aNeedleAtTheEndOfTheClimbIsSeen(double width) {
    double top = top(width);
    String objective = "x^2 - 2*exp(-((x-0.7)/" + width + ")^2)";

    EdgeSolution solution = climb(objective, "1 + 0.5*cos(x)", 0, top);

    DoubleUnaryOperator density = x -> 2 * slope(x, width) / (1 + 0.5 * Math.cos(x));
    double exact = integral(density, 0, 0.7 - 10 * width) + graded(density, width, top);
    assertThat(solution.action())
        .isCloseTo(exact, org.assertj.core.data.Offset.offset(solution.error()));
    assertThat(solution.error()).isLessThanOrEqualTo(1e-9);
    assertThat(solution.converged()).isTrue();
  }

  private static double slope(double x, double width) {
    double u = (x - 0.7) / width;
    return 2 * x + 4 * u / width * Math.exp(-u * u);
  }

  /** Where f′ = 0 on the needle's left side, by bisection. */
  private static double top(double width) {
    double low = 0.7 - 6 * width;
    double high = 0.7 - width / Math.sqrt(2);
    for (int k = 0; k < 200; k++) {
      double middle = 0.5 * (low + high);
      low = slope(middle, width) > 0 ? middle : low;
      high = slope(middle, width) > 0 ? high : middle;
    }
    return low;
  }

  private static double graded(DoubleUnaryOperator density, double width, double top) {
    double sum = 0;
    double from = 0.7 - 10 * width;
    for (double to = from; to < top; from = to) {
      to = Math.min(top, from + width / 8);
      sum += integral(density, from, to);
    }
    return sum;
  }

  private static double integral(DoubleUnaryOperator density, double from, double to) {
    GaussLegendre rule = GaussLegendre.of(40);
    double sum = 0;
    for (int q = 0; q < rule.size(); q++) {
      double x = from + 0.5 * (to - from) * (1 + rule.point(q));
      sum += 0.5 * (to - from) * rule.weight(q) * density.applyAsDouble(x);
    }
    return sum;
  }

  /** The exact cost is 2 Δf/σ²: f climbs a wall that no quadrature of the whole interval meets. */
  @ParameterizedTest
  @CsvSource({"1e-2, 0.3", "1e-4, 0.3", "1e-6, 0.1234567", "1e-8, 0.9"})
  void aWallInsideTheIntervalIsSeen(double width, double where) {
    String wall = "0.1*x + 3*sigmoid((x - " + where + ")/" + width + ")";

    EdgeSolution solution = climb(wall, "2", -1, 1);

    assertThat(Math.abs(solution.action() - 3.2)).isLessThanOrEqualTo(solution.error() + 1e-15);
    assertThat(solution.error()).isLessThanOrEqualTo(1e-8);
  }

  @Test
  void kinksInsideTheIntervalAreResolved() {
    EdgeSolution solution =
        climb("x + abs(x - 0.1) + 3*max(0, x - 0.4321) - 0.5*min(x, 0.6)", "4", -1, 1);

    double rise = 2 + (0.9 - 1.1) + 3 * (1 - 0.4321) - 0.5 * (0.6 + 1);
    assertThat(Math.abs(solution.action() - falling(rise))).isLessThanOrEqualTo(solution.error());
    assertThat(solution.error()).isLessThanOrEqualTo(1e-8);
  }

  /** Up to 0.1 the slope is −0.5, and descents cost nothing. */
  private static double falling(double rise) {
    return (rise + 0.5 * 1.1) / 2;
  }
}
