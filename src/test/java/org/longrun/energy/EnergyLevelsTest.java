package org.longrun.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longrun.energy.Graphs.edge;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.longrun.graph.TransitionGraph;

/** E_i = least weight of the in-arborescences that point to i, against all of them. */
class EnergyLevelsTest {
  /** 0 ⇄ 1 ⇄ 2 in a row: E_0 = B_10 + B_21, E_1 = B_01 + B_21, E_2 = B_01 + B_12. */
  @Test
  void inARowThereIsOneTreeToEachEnd() {
    EnergyLevels levels =
        EnergyLevels.of(Graphs.of(3, edge(0, 1, 5), edge(1, 0, 1), edge(1, 2, 2), edge(2, 1, 3)));
    assertThat(levels.energy(0)).isEqualTo(1 + 3);
    assertThat(levels.energy(1)).isEqualTo(5 + 3);
    assertThat(levels.energy(2)).isEqualTo(5 + 2);
    assertThat(levels.relative(2)).isEqualTo(3);
    assertThat(levels.groundStates()).isEqualTo(BitSet.valueOf(new long[] {0b001}));
    assertThat(levels.isUnique()).isTrue();
    BitSet minima = BitSet.valueOf(new long[] {0b101});
    assertThat(levels.dominatedBy(1, minima)).isZero();
    assertThat(levels.dominatedBy(0, minima)).isEqualTo(-1);
  }

  @Test
  void onThreeVerticesTheLeastOfThreeTrees() {
    Random random = new Random(3);
    for (int trial = 0; trial < 100; trial++) {
      double[][] b = new double[3][3];
      TransitionGraph graph = complete(b, random);
      EnergyLevels levels = EnergyLevels.of(graph);
      for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3;
        int k = (i + 2) % 3;
        double star = b[j][i] + b[k][i];
        double expected = Math.min(star, Math.min(b[j][k] + b[k][i], b[k][j] + b[j][i]));
        assertThat(levels.energy(i)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static TransitionGraph complete(double[][] b, Random random) {
    double[][] edges = new double[6][];
    int next = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          b[i][j] = random.nextDouble();
          edges[next++] = edge(i, j, b[i][j]);
        }
      }
    }
    return Graphs.of(3, edges);
  }

  @Test
  void aVertexThatNothingLeadsBackToIsTransient() {
    EnergyLevels levels =
        EnergyLevels.of(Graphs.of(3, edge(0, 1, 1), edge(1, 0, 2), edge(2, 0, 0)));
    assertThat(levels.energy(2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(levels.energy(0)).isEqualTo(2);
    assertThat(levels.warnings()).singleElement().asString().startsWith("1 of 3 vertices");
  }

  @Test
  void twoClosedClassesHaveTheirOwnEnergies() {
    EnergyLevels levels =
        EnergyLevels.of(
            Graphs.of(
                5,
                edge(0, 1, 1),
                edge(1, 0, 3),
                edge(2, 3, 4),
                edge(3, 2, 1),
                edge(4, 0, 1),
                edge(4, 2, 1)));
    assertThat(levels.isUnique()).isFalse();
    assertThat(levels.energy(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(levels.relative(0)).isEqualTo(2);
    assertThat(levels.relative(1)).isZero();
    assertThat(levels.relative(2)).isZero();
    assertThat(levels.relative(3)).isEqualTo(3);
    assertThat(levels.relative(4)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(levels.closedClasses()).hasSize(2);
  }

  @Test
  void groundStatesThatErrorsLeaveOpenAreAllListed() {
    TransitionGraph close = Graphs.of(2, edge(0, 1, 1, 0.1), edge(1, 0, 1.15, 0.1));
    assertThat(EnergyLevels.of(close).groundStates().cardinality()).isEqualTo(2);
    TransitionGraph apart = Graphs.of(2, edge(0, 1, 1, 0.1), edge(1, 0, 1.25, 0.1));
    assertThat(EnergyLevels.of(apart).groundStates().cardinality()).isEqualTo(1);
  }
}
