package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.critical.Kind;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** Least polygons against closed forms: their error must hold, and they come down to the cost. */
class LeastPolygonTest {
  private static final long MOST = 1_000_000;

  private static Sgd sgd(String text) {
    return Sgd.of(LandscapeFile.parse(text, "polygon.yaml"));
  }

  private static EdgeSolution least(Sgd sgd, double accuracy, double[] from, double[] to) {
    return new LeastPolygon(sgd.hamiltonian(), accuracy, MOST)
        .near(
            List.of(
                Curve.line(from, to),
                Curve.bowed(from, to, new double[] {0.2, 0}),
                Curve.bowed(from, to, new double[] {-0.2, 0})),
            Double.POSITIVE_INFINITY);
  }

  /** A climb along a curved valley costs 2Δf under isotropic noise. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 100})
  void climbsACurvedValleyAtTwiceTheRise(double stiffness) {
    Sgd sgd =
        sgd(
            "variables: [x, y]\nparameters: {k: %s}\n".formatted(stiffness)
                + "objective: (x^2-1)^2/4 + k/2*(y - sin(2*x)/2)^2\n"
                + "noise: {gaussian: {variance: 1}}\ndomain: {x: [-2, 2], y: [-2, 2]}\n");
    double[] from = {-1, Math.sin(-2) / 2};
    EdgeSolution solution = least(sgd, 1e-3, from, new double[] {0, 0});
    assertThat(solution.action()).isBetween(0.5 - 1e-6, 0.5 + solution.error());
    assertThat(solution.error()).isLessThan(0.5 * 2e-2);
  }

  /** Of signs at the bound of what they can climb: the valley's floor is the least path. */
  @Test
  void climbsNextToTheHullWithATrueError() {
    double scale = 0.5;
    Sgd sgd =
        sgd(
            "variables: [x, y]\nobjective: x^4/4 - x^2/2 + 0.1*x + y^2/2\nnoise: {rademacher:"
                + " {scale: 0.5}}\ndomain: {x: [-2, 2], y: [-2, 2]}\n");
    double exact =
        new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-12)
            .integrate(100_000, x -> momentum(x * x * x - x + 0.1, scale), -0.9, -0.1);
    EdgeSolution solution = least(sgd, 1e-4, new double[] {-0.9, 0.2}, new double[] {-0.1, 0});
    EdgeSolution floor = least(sgd, 1e-4, new double[] {-0.9, 0}, new double[] {-0.1, 0});
    assertThat(floor.converged()).isTrue();
    assertThat(Math.abs(floor.action() - exact)).isLessThan(floor.error() + 1e-5 * exact);
    assertThat(solution.action()).isGreaterThan(0.9 * exact).isLessThan(1.1 * exact);
  }

  private static double momentum(double slope, double scale) {
    double low = 0;
    double high = 1e3;
    for (int step = 0; step < 80; step++) {
      double p = (low + high) / 2;
      double logCosh = scale * p + Math.log1p(Math.exp(-2 * scale * p)) - Math.log(2);
      low = logCosh > p * slope ? low : p;
      high = logCosh > p * slope ? p : high;
    }
    return high;
  }

  /** Samples that barely allow the climb: a path that polynomials do not resolve. */
  @Test
  void knowsTheClimbOfPhaseRetrievalToTheAccuracyAskedFor() {
    Sgd sgd =
        sgd(
            "variables: [x, y]\n"
                + "data: {a: [-0.413, 1.8, -0.325, 0.281, 0.978, -0.329, 0.455, 0.545, 0.127,"
                + " 0.841, 0.331, -1.01, 2.06, -1.73, 0.841, 1.08, 0.211, -0.17, -1.13, 0.243,"
                + " -0.764, -0.563, -0.235, -1.87, 1.03, 0.154, 0.0879, 2.37, -0.28, 0.648], b:"
                + " [-2.44, 1.14, 0.774, -0.554, -0.311, -0.792, -0.0992, -0.607, -0.892, 0.188,"
                + " 0.411, 0.783, -1.64, -1.5, 0.129, 0.722, 0.284, 0.868, -0.422, 1.8, -1.08,"
                + " 0.969, 1.32, 1.13, -1.42, 1.22, 1, 0.274, -0.771, -0.197], t: [1.6, 0.0643,"
                + " 0.309, 0.0255, -0.0174, -0.104, 0.141, 0.206, 0.422, 0.00326, -0.0482, 0.453,"
                + " 1.74, 0.112, -0.079, 0.211, 0.0487, 0.307, -0.0276, 0.834, 0.287, 0.413, 0.535,"
                + " 0.989, 0.898, 0.433, 0.401, 0.0216, 0.281, -0.00963]}\n"
                + "loss: ((a*x+b*y)^2 - t)^2/4\n"
                + "noise: {finite-sum: {batch: 1}}\n"
                + "domain: {x: [-3, 3], y: [-3, 3]}\n");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    double[] from = critical.components().get(0).representative().toArray();
    double[] to = saddle(critical);
    EdgeSolution rough = least(sgd, 1e-2, from, to);
    EdgeSolution fine = least(sgd, 1e-4, from, to);
    assertThat(fine.action()).isLessThan(Double.POSITIVE_INFINITY);
    assertThat(Math.abs(rough.action() - fine.action())).isLessThan(rough.error() + fine.error());
  }

  private static double[] saddle(CriticalSet critical) {
    return critical.components().stream()
        .filter(component -> component.kind() == Kind.SADDLE)
        .findFirst()
        .orElseThrow()
        .representative()
        .toArray();
  }

  @Test
  void tellsThatNoStartIsPossible() {
    Sgd sgd =
        sgd(
            "variables: [x, y]\nobjective: 5*x + y^2/2\nnoise: {rademacher: {scale: 1}}\n"
                + "domain: {x: [-1, 1], y: [-1, 1]}\n");
    EdgeSolution none = least(sgd, 1e-3, new double[] {0, 0}, new double[] {0.5, 0});
    assertThat(none.action()).isInfinite();
    assertThat(none.converged()).isFalse();
  }
}
