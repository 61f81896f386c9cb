package org.longrun.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longrun.energy.Graphs.edge;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.longrun.graph.TransitionGraph;

/** The range of every energy when costs are known up to their errors. */
class EnergyIntervalsTest {
  @Test
  void aTreesErrorsAddUp() {
    TransitionGraph graph =
        Graphs.of(
            3, edge(0, 1, 5, 0.5), edge(1, 0, 1, 0.1), edge(1, 2, 2, 0.2), edge(2, 1, 3, 0.3));
    EnergyIntervals ranges = EnergyIntervals.of(EnergyLevels.of(graph));
    assertThat(ranges.lower(0)).isCloseTo(3.6, within(1e-12));
    assertThat(ranges.upper(0)).isCloseTo(4.4, within(1e-12));
    assertThat(ranges.width(2)).isCloseTo(1.4, within(1e-12));
    assertThat(ranges.isGroundStateCertain()).isTrue();
    assertThat(ranges.isTreeCertain(0)).isTrue();
    assertThat(ranges.refineFirst()).isEqualTo(-1);
  }

  @Test
  void noCostIsBelowZero() {
    TransitionGraph graph = Graphs.of(2, edge(0, 1, 1, 3), edge(1, 0, 2, 0.5));
    EnergyIntervals ranges = EnergyIntervals.of(EnergyLevels.of(graph));
    assertThat(ranges.lower(1)).isZero();
    assertThat(ranges.upper(1)).isEqualTo(4);
    assertThat(ranges.isGroundStateCertain()).isFalse();
    assertThat(graph.digraph().tail(ranges.refineFirst())).isZero();
  }

  /** Costs drawn from the box: every energy lies in its range, and the ends are attained. */
  @Test
  void randomCostsOfTheBoxStayInside() {
    Random random = new Random(7);
    for (int trial = 0; trial < 40; trial++) {
      double[][] edges = new double[12][];
      double[][] drawn = new double[12][];
      int next = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          if (i != j) {
            double cost = 1 + random.nextDouble();
            double error = 0.5 * random.nextDouble();
            edges[next] = edge(i, j, cost, error);
            drawn[next++] = edge(i, j, cost + error * (2 * random.nextDouble() - 1));
          }
        }
      }
      EnergyIntervals ranges = EnergyIntervals.of(EnergyLevels.of(Graphs.of(4, edges)));
      EnergyLevels actual = EnergyLevels.of(Graphs.of(4, drawn));
      for (int i = 0; i < 4; i++) {
        assertThat(actual.energy(i)).isBetween(ranges.lower(i) - 1e-12, ranges.upper(i) + 1e-12);
      }
    }
  }
}
