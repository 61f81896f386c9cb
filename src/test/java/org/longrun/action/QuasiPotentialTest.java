package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;

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
}
