package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** Climbs past a slope next to the bound of the noise: dear, but not impossible. */
class SaturatedClimbTest {
  private static final double FROM = -0.9;
  private static final double TO = -0.1;
  private static final double STEEPEST = -1 / Math.sqrt(3);

  private static double cost(String objective, double scale) {
    String text =
        "variables: [x]\n%s\nnoise: %s\ndomain: {x: [-2, 2]}\n"
            .formatted(objective, "{rademacher: {scale: " + scale + "}}");
    return path(text).cost();
  }

  private static LeastPath path(String text) {
    Sgd sgd = Sgd.of(LandscapeFile.parse(text, "saturated.yaml"));
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    LeastPath path =
        QuasiPotential.withDefaults().cost(critical, sgd, Point.of(FROM), Point.of(TO));
    assertThat(path.converged()).isTrue();
    return path;
  }

  /** ∫ p* dx with log cosh(s p*) = p* f′(x), cut at the steepest point. */
  private static double integral(double scale) {
    IterativeLegendreGaussIntegrator rule = new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-12);
    double sum = 0;
    double[] cuts = {FROM, -0.7, STEEPEST - 0.02, STEEPEST, STEEPEST + 0.02, -0.45, TO};
    for (int k = 0; k + 1 < cuts.length; k++) {
      sum +=
          rule.integrate(100_000, x -> momentum(x * x * x - x + 0.1, scale), cuts[k], cuts[k + 1]);
    }
    return sum;
  }

  private static double momentum(double slope, double scale) {
    double low = 0;
    double high = Math.log(2) / (scale - slope);
    for (int step = 0; step < 80; step++) {
      double p = (low + high) / 2;
      double excess = p * (scale - slope) - Math.log(2) + Math.log1p(Math.exp(-2 * scale * p));
      low = excess > 0 ? low : p;
      high = excess > 0 ? p : high;
    }
    return high;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.485, 0.49, 0.495, 0.51, 0.6})
  void signsClimbAlmostTheirOwnSize(double scale) {
    double expected = integral(scale);
    assertThat(cost("objective: x^4/4 - x^2/2 + 0.1*x", scale))
        .isCloseTo(expected, within(1e-9 * expected));
  }

  /** The valley's floor is the least path, and its cost the integral; the error told must hold. */
  @Test
  void inThePlaneTheErrorToldIsTrue() {
    Sgd sgd =
        Sgd.of(
            LandscapeFile.parse(
                "variables: [x, y]\nobjective: x^4/4 - x^2/2 + 0.1*x + y^2/2\n"
                    + "noise: {rademacher: {scale: 0.3}}\ndomain: {x: [-2, 2], y: [-2, 2]}\n",
                "saturated.yaml"));
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());

    Transition climb =
        QuasiPotential.withDefaults().between(critical, sgd).direct().stream()
            .filter(t -> t.from() == 1 && t.to() == 2)
            .findFirst()
            .orElseThrow();

    // The same integral from the right minimum to the saddle, by another program to 25 digits.
    assertThat(climb.cost()).isCloseTo(11.266293090147257, within(climb.error()));
    assertThat(climb.error()).isLessThan(1e-8);
  }

  /** Two samples of opposite slopes are a sign. */
  @ParameterizedTest
  @ValueSource(doubles = {0.485, 0.495, 0.53})
  void samplesClimbAlmostTheirOwnSize(double scale) {
    String text =
        "variables: [x]\nloss: x^4/4 - x^2/2 + 0.1*x + c*x\ndata: {c: [%s, -%s]}\n"
            + "noise: {finite-sum: {}}\ndomain: {x: [-2, 2]}\n";
    double expected = integral(scale);
    assertThat(path(text.formatted(scale, scale)).cost())
        .isCloseTo(expected, within(1e-9 * expected));
  }
}
