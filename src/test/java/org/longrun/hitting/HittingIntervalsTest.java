package org.longrun.hitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longrun.hitting.MatrixGraph.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longrun.arborescence.RandomCosts;
import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;

/** What the error estimates leave open, against random graphs within the errors. */
class HittingIntervalsTest {
  @Test
  void intervalsHoldForAllErrorsAndAreAttainedByEnergies() {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 150; run++) {
      int n = 2 + random.nextInt(4);
      double[][] costs = RandomCosts.next(random, n);
      double[][] errors = new double[n][n];
      for (double[] row : errors) {
        Arrays.setAll(row, j -> random.nextInt(3) * 0.5);
      }
      TransitionGraph graph = graph(costs, errors);
      EnergyLevels levels = EnergyLevels.of(graph);
      EnergyIntervals energies = EnergyIntervals.of(levels);
      BitSet target = BitSet.valueOf(new long[] {1});
      HittingIntervals hitting = HittingIntervals.of(HittingExponents.toward(target, graph));
      for (int sample = 0; sample < 60; sample++) {
        double[][] moved = moved(costs, errors, random);
        contains(levels, energies, EnergyLevels.of(graph(moved)));
        HittingExponents other = HittingExponents.toward(target, graph(moved));
        for (int i = 0; i < n; i++) {
          assertThat(other.exponent(i)).isBetween(hitting.lower(i), hitting.upper(i));
        }
      }
    }
  }

  /** What is not known of the way from 3 does not make 1 a ground state, which 0 undercuts by 1. */
  @Test
  void aVertexThatAnotherUndercutsWhateverTheErrorsIsNoGroundState() {
    double none = Double.POSITIVE_INFINITY;
    double[][] costs = {
      {0, none, 10, 90}, {none, 0, 8, 90}, {0, 0, 0, 90}, {none, 30, 30, 0},
    };
    double[][] errors = new double[4][4];
    errors[0][2] = 0.5;
    errors[1][2] = 0.5;
    errors[3][1] = 30;
    errors[3][2] = 30;

    BitSet ground = EnergyLevels.of(graph(costs, errors)).groundStates();

    assertThat(ground).isEqualTo(BitSet.valueOf(new long[] {1}));
  }

  private static double[][] moved(double[][] costs, double[][] errors, SplittableRandom random) {
    double[][] moved = Arrays.stream(costs).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < costs.length; j++) {
        moved[i][j] = Math.max(0, costs[i][j] + (random.nextInt(3) - 1) * errors[i][j]);
      }
    }
    return moved;
  }

  private static void contains(EnergyLevels levels, EnergyIntervals range, EnergyLevels other) {
    int n = other.graph().size();
    for (int i = 0; i < n; i++) {
      assertThat(other.energy(i)).isBetween(range.lower(i), range.upper(i));
      if (range.isTreeCertain(i)) {
        double weight = levels.arborescence(i).orElseThrow().weightAt(other.graph().digraph());
        assertThat(weight).isEqualTo(other.energy(i));
      }
    }
    BitSet outside = other.groundStates();
    if (range.isGroundStateCertain()) {
      assertThat(outside.intersects(levels.groundStates())).isTrue();
    }
    int least = IntStream.range(0, n).filter(i -> other.relative(i) == 0).findFirst().orElse(-1);
    if (other.isUnique() && least >= 0) {
      assertThat(levels.groundStates().get(least)).isTrue();
    }
  }
}
