package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;

/**
 * Costs from and to circles and spheres of critical points under noise of constant covariance Σ:
 * where f is a function of the distance r from a centre, the straight line along the eigenvector of
 * the greatest eigenvalue attains the lower bound 2Δf/λ_max.
 */
class FreeEndsTest {
  private static final double EXACT = 1e-9;

  private static TransitionCosts costs(Sgd sgd) {
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    return QuasiPotential.withDefaults().between(critical, sgd);
  }

  private static void assertCost(TransitionCosts costs, int from, int to, double cost) {
    assertThat(costs.transitions())
        .filteredOn(t -> t.from() == from && t.to() == to)
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.cost()).isCloseTo(cost, within(EXACT * cost));
              assertThat(t.path().converged()).isTrue();
              assertThat(t.path().error()).isLessThanOrEqualTo(EXACT * cost);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.6, 1.5, 1.9",
    // The shortest line to the traced points, along an axis, is where the cost is greatest.
    "1, 0, 1.9, 1.9",
    "1.9, 0, 1, 1.9",
    "2, -0.6, 0.4, 2.2",
    "1, 0, 1, 1"
  })
  void aCircleIsLeftAlongTheStrongestNoise(double xx, double xy, double yy, double greatest) {
    List<String> covariance =
        List.of(String.valueOf(xx), String.valueOf(xy), String.valueOf(xy), String.valueOf(yy));
    Sgd sgd = Landscapes.anisotropic("(x^2 + y^2 - 1)^2", covariance, 2, "x", "y");

    assertCost(costs(sgd), 0, 1, 2 / greatest);
  }

  @Test
  void aSphereIsLeftAlongTheStrongestNoise() {
    List<String> covariance = List.of("1", "0.6", "0", "0.6", "1.5", "0", "0", "0", "1.2");
    Sgd sgd = Landscapes.anisotropic("(x^2 + y^2 + z^2 - 1)^2", covariance, 2, "x", "y", "z");

    assertCost(costs(sgd), 0, 1, 2 / 1.9);
  }

  @Test
  void bothEndsAreFreeBetweenTwoCircles() {
    List<String> covariance = List.of("1", "0.6", "0.6", "1.5");
    Sgd sgd =
        Landscapes.anisotropic("(x^2 + y^2 - 1)^2*(x^2 + y^2 - 4)^2/4", covariance, 3, "x", "y");

    TransitionCosts costs = costs(sgd);

    double pass = 2.25 * 2.25 / 4;
    assertCost(costs, 0, 2, 2 * pass / 1.9);
    assertCost(costs, 1, 2, 2 * pass / 1.9);
    assertCost(costs, 1, 3, 2 * 4 / 1.9);
  }

  @Test
  void theEndsSlideFromFarAwayToTheirPlaces() {
    List<String> covariance = List.of("1", "0.6", "0.6", "1.5");
    Sgd sgd = Landscapes.anisotropic("(x^2 + y^2 - 1)^2", covariance, 2, "x", "y");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), EXACT);
    Places places = new Places(critical, List.of(), List.of());
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    double angle = Math.atan2(0.9, 0.6) - 0.8;
    double[] start = {Math.cos(angle), Math.sin(angle)};
    Pairs.Pair pair = new Pairs.Pair(0, 1);

    EdgeSolution rough = ends.screened(pair, Curve.line(start, new double[2]));
    EdgeSolution settled = ends.settled(pair, solver.screen(rough, 1));

    assertThat(settled.action()).isCloseTo(2 / 1.9, within(EXACT));
  }
}
