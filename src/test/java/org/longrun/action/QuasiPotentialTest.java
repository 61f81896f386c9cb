package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

class QuasiPotentialTest {
  private static CriticalSet critical(Sgd sgd) {
    return CriticalSetFinder.withDefaults().find(sgd.landscape());
  }

  private static double cost(TransitionCosts costs, int from, int to) {
    return costs.transitions().stream()
        .filter(t -> t.from() == from && t.to() == to)
        .mapToDouble(Transition::cost)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  void climbsOutOfTheThreeHumpsCostTwiceTheHeight() {
    Sgd sgd = Landscapes.isotropic(Landscapes.THREE_HUMP, "1", 4, "x", "y");
    CriticalSet critical = critical(sgd);

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    assertThat(cost(costs, 0, 4)).isCloseTo(17.676286807287, within(2e-7));
    assertThat(cost(costs, 2, 4)).isCloseTo(3.180936796977, within(4e-8));
    assertThat(cost(costs, 2, 3)).isCloseTo(1.645106647918, within(2e-8));
    assertThat(cost(costs, 1, 3)).isCloseTo(8.239354354216, within(1e-7));
    assertThat(costs.transitions()).allMatch(Transition::converged);
  }

  @Test
  void shortcutsAcrossTheSlopesOfHimmelblauAreFound() {
    Sgd sgd = Landscapes.isotropic(Landscapes.HIMMELBLAU, "1", 6, "x", "y");
    CriticalSet critical = critical(sgd);
    int first = critical.nearest(new double[] {3, 2});
    int second = critical.nearest(new double[] {-2.805, 3.131});
    int third = critical.nearest(new double[] {-3.779, -3.283});
    int fourth = critical.nearest(new double[] {3.584, -1.848});

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    assertThat(cost(costs, first, 4)).isCloseTo(26.623852540811, within(2.7e-7));
    assertThat(cost(costs, fourth, second)).isCloseTo(162.0621527, within(1e-6));
    assertThat(cost(costs, first, second)).isCloseTo(135.4383001750523, within(1.4e-6));
    assertThat(cost(costs, first, third)).isCloseTo(343.1897007862746, within(3.4e-6));
    assertThat(cost(costs, third, fourth)).isCloseTo(356.6744784, within(3.6e-6));
  }

  @Test
  void turningTheCoordinatesAndShiftingThemChangesNothing() {
    String turned = Landscapes.THREE_HUMP.replace("x", "(0.8*u-0.6*v+0.3)");
    turned = turned.replace("y", "(0.6*u+0.8*v-0.2)").replace("u", "x").replace("v", "y");
    Sgd here = Landscapes.isotropic(Landscapes.THREE_HUMP, "1", 4, "x", "y");
    Sgd there = Landscapes.isotropic(turned, "1", 4, "x", "y");

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical(here), here);
    TransitionCosts others = QuasiPotential.withDefaults().between(critical(there), there);

    assertThat(costs.size()).isEqualTo(5);
    assertThat(others.size()).isEqualTo(5);
    for (Transition t : costs.transitions()) {
      assertThat(cost(others, t.from(), t.to())).isCloseTo(t.cost(), within(3e-8));
    }
  }

  @Test
  void aCovarianceTimesCDividesTheCostsByC() {
    List<String> sigma = List.of("1", "0.4", "0.4", "1 + 0.2*x^2");
    List<String> scaled = sigma.stream().map(entry -> "3*(" + entry + ")").toList();
    Sgd once = Landscapes.anisotropic(Landscapes.THREE_HUMP, sigma, 4, "x", "y");
    Sgd thrice = Landscapes.anisotropic(Landscapes.THREE_HUMP, scaled, 4, "x", "y");
    CriticalSet critical = critical(once);

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, once);
    TransitionCosts thirds = QuasiPotential.withDefaults().between(critical, thrice);

    for (Transition t : costs.transitions()) {
      assertThat(3 * cost(thirds, t.from(), t.to()))
          .isCloseTo(t.cost(), within(1e-9 * Math.max(1, t.cost())));
    }
  }

  @Test
  void nothingLeavesAMinimumWithoutNoise() {
    Sgd sgd = Landscapes.isotropic("(x^2-1)^2/4", "(x^2-1)^2/4", 2, "x");
    CriticalSet critical = critical(sgd);

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    assertThat(costs.transitions()).allMatch(t -> t.from() == 2 && t.cost() == 0);
    assertThat(costs.transitions()).hasSize(2);
    assertThat(costs.warnings()).anyMatch(w -> w.contains("noise vanishes on K1 at [-1.0]"));
  }

  @Test
  void theCostBetweenTwoPointsIsClosedThroughComponents() {
    Sgd sgd = Landscapes.isotropic("(x^2-1)^2/4", "1", 2, "x");
    CriticalSet critical = critical(sgd);

    LeastPath over =
        QuasiPotential.withDefaults().cost(critical, sgd, Point.of(-1.2), Point.of(1.5));
    LeastPath down =
        QuasiPotential.withDefaults().cost(critical, sgd, Point.of(1.5), Point.of(1.2));

    assertThat(over.cost()).isCloseTo(0.5 + 2 * 1.25 * 1.25 / 4, within(1e-9));
    assertThat(over.points().get(0)).isEqualTo(Point.of(-1.2));
    assertThat(down.cost()).isZero();
    assertThatThrownBy(
            () -> QuasiPotential.withDefaults().cost(critical, sgd, Point.of(-1.2), Point.of(7)))
        .hasMessageContaining("outside the domain");
  }

  @Test
  void momentumMultipliesEveryCostOnce() {
    Sgd plain = Landscapes.isotropic("(x^2-1)^2/4", "1", 2, "x");
    Sgd heavy = Landscapes.sgd(plain.landscape().objective(), plain.landscape().noise(), 2, 0.9);
    CriticalSet critical = critical(plain);

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, heavy);

    assertThat(cost(costs, 0, 2)).isCloseTo(0.05, within(1e-12));
    assertThat(costs.transitions().get(1).lowerBound()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void theGridFindsTheSameCosts() {
    Sgd sgd = Landscapes.isotropic(Landscapes.THREE_HUMP, "1", 4, "x", "y");
    CriticalSet critical = critical(sgd);
    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    GridCheck.Verdict verdict = GridCheck.of(critical, sgd, costs);

    assertThat(verdict.largest().relative()).isBetween(0.0, 0.02);
    assertThat(verdict.missesPaths()).isFalse();
  }

  @Test
  void theGridTellsOfCostsThatAreTooHigh() {
    Sgd sgd = Landscapes.isotropic(Landscapes.THREE_HUMP, "1", 4, "x", "y");
    CriticalSet critical = critical(sgd);
    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);
    List<Transition> higher =
        costs.direct().stream()
            .filter(move -> move.cost() > 0)
            .map(move -> move.withPath(move.path().scaled(1.05)))
            .toList();

    GridCheck.Verdict verdict = GridCheck.of(critical, sgd, costs.with(higher));

    assertThat(verdict.missesPaths()).isTrue();
    assertThat(verdict.cheaper().grid()).isLessThan(verdict.cheaper().cost());
  }

  /** Far out the noise is strong, and the least path between two wells is a wide arc. */
  @Test
  void aPathThroughStrongNoiseFarOutIsFound() {
    String f = "(x^2 - 1)^2/4 + y^2*0.05";
    Sgd sgd = Landscapes.isotropic(f, "0.05 + y^4", 4, "x", "y");
    CriticalSet critical = critical(sgd);

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    assertThat(GridCheck.of(critical, sgd, costs).missesPaths()).isFalse();
    assertThat(costs.direct()).allMatch(Transition::converged);
  }
}
