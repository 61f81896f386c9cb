package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;

/**
 * Random landscapes whose costs are known in closed form: the true error is no more than the error
 * told, and the error told is small.
 */
class TrueErrorsTest {
  private static final double TOLERANCE = 1e-9;

  private static Landscape landscape(String objective, String noise, String... variables) {
    StringBuilder domain = new StringBuilder();
    for (String variable : variables) {
      domain.append(domain.isEmpty() ? "" : ", ").append(variable).append(": [-2, 2]");
    }
    return LandscapeFile.parse(
        String.join(
            "\n",
            "variables: " + List.of(variables),
            "objective: '" + objective + "'",
            "noise: " + noise,
            "domain: {" + domain + "}"),
        "random.yaml");
  }

  private static String formula(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private static EdgeSolution climb(String objective, String noise, double from, double to) {
    Sgd sgd = Sgd.of(landscape(objective, noise, "x"));
    Curve line = Curve.line(new double[] {from}, new double[] {to});
    return OnlyWay.along(line, sgd.hamiltonian(), TOLERANCE);
  }

  private static void assertTrue(EdgeSolution told, double exact, String what) {
    assertThat(Math.abs(told.action() - exact))
        .describedAs(what)
        .isLessThanOrEqualTo(told.error() + 4 * Math.ulp(exact));
    assertThat(told.error()).describedAs(what).isLessThanOrEqualTo(1e-8 * exact);
  }

  /** Rising f with walls 10^−1 … 10^−6 wide and with kinks: 2 Δf/σ². */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
  void wallsAndKinks(int seed) {
    Random random = new Random(seed);
    StringBuilder f = new StringBuilder(formula("%.6f*x", between(random, 0.1, 2)));
    for (int k = 0; k < 3; k++) {
      double width = Math.pow(10, -between(random, 1, 6));
      double where = between(random, -1, 1);
      f.append(
          formula(" + %.6f*sigmoid((x - (%.6f))/%.3e)", between(random, 0.1, 1), where, width));
      f.append(formula(" + %.6f*max(0, x - (%.6f))", between(random, 0, 1), where * where - 0.5));
    }
    double variance = between(random, 0.2, 3);
    Landscape landscape = landscape(f.toString(), "{gaussian: {variance: 1}}", "x");
    double rise =
        landscape.objective().value(new double[] {1.5})
            - landscape.objective().value(new double[] {-1.5});

    EdgeSolution told =
        climb(f.toString(), formula("{gaussian: {variance: %.17g}}", variance), -1.5, 1.5);

    assertTrue(told, 2 * rise / variance, f.toString());
  }

  /** f = mx and 1/s = 1 + a·exp(−((x − c)/w)²): 2m(3 + a·w√π), s with a dip or a peak. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
  void dipsAndPeaksOfTheVariance(int seed) {
    Random random = new Random(100 + seed);
    double slope = between(random, 0.1, 3);
    double width = Math.pow(10, -between(random, 1, 6));
    double where = between(random, -0.9, 0.9);
    double size = seed % 3 == 0 ? -between(random, 0.2, 0.9) : between(random, 0.5, 30);
    String s = formula("1/(1 + (%.17g)*exp(-((x - (%.17g))/%.17g)^2))", size, where, width);

    EdgeSolution told =
        climb(formula("%.17g*x", slope), "{gaussian: {variance: '" + s + "'}}", -1.5, 1.5);

    assertTrue(told, 2 * slope * (3 + size * width * Math.sqrt(Math.PI)), s);
  }

  /** Along x the noise of bounded support almost stops the climb: separable, so one dimension. */
  @ParameterizedTest
  @CsvSource({"'{rademacher: {scale: 0.78}}'", "'{uniform: {half-width: 0.85}}'"})
  void climbsNextToImpassableSlopes(String noise) {
    String wells = "(x^2-1)^2/2";
    Sgd plane = Sgd.of(landscape(wells + " + y^2 + 0.2*y^3", noise, "x", "y"));
    double exact = climb(wells, noise, -1, 0).action();

    for (double bow : new double[] {0, 0.02, 0.01}) {
      Curve start = Curve.bowed(new double[] {-1, 0}, new double[] {0, 0}, new double[] {0, bow});
      assertHolds(refined(plane, start), exact);
    }
  }

  /** f = Σ a_i x_i²/2 under covariance Σ: from 0, xᵀP⁻¹x/2 with P_ij = Σ_ij/(a_i + a_j). */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6"})
  void quadraticWellsUnderCorrelatedNoise(int seed) {
    Random random = new Random(300 + seed);
    double[] a = {between(random, 0.3, 3), between(random, 0.3, 3)};
    double[] x = {between(random, 0.5, 1.5), between(random, -1.5, -0.5)};
    double[] s = {between(random, 0.5, 2), between(random, -0.4, 0.4), between(random, 0.5, 2)};
    double[] p = {s[0] / (2 * a[0]), s[1] / (a[0] + a[1]), s[2] / (2 * a[1])};
    double form = x[0] * x[0] * p[2] - 2 * x[0] * x[1] * p[1] + x[1] * x[1] * p[0];
    double exact = form / (p[0] * p[2] - p[1] * p[1]) / 2;

    String f = formula("%.17g*x^2/2 + %.17g*y^2/2", a[0], a[1]);
    String sigma = formula("[[%.17g, %.17g], [%.17g, %.17g]]", s[0], s[1], s[1], s[2]);
    Sgd sgd = Sgd.of(landscape(f, "{gaussian: {covariance: " + sigma + "}}", "x", "y"));

    EdgeSolution told = refined(sgd, Curve.line(new double[2], x));
    assertHolds(told, exact);
    assertThat(told.converged()).isTrue();
  }

  private static EdgeSolution refined(Sgd sgd, Curve start) {
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), TOLERANCE);
    return solver.refine(solver.screen(start, 1), s -> true, s -> s);
  }

  private static void assertHolds(EdgeSolution told, double exact) {
    assertThat(Math.abs(told.action() - exact)).isLessThanOrEqualTo(told.error() + 1e-13 * exact);
    assertThat(told.error()).isLessThanOrEqualTo(1e-5 * exact);
  }
}
