package org.longrun.hitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longrun.hitting.MatrixGraph.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longrun.arborescence.BruteForce;
import org.longrun.arborescence.InForest;
import org.longrun.arborescence.RandomCosts;
import org.longrun.arborescence.TropicalElimination;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;

/** Contraction, tropical elimination and the enumeration of all forests on random graphs. */
class AgreementTest {
  private static final int RUNS = 10_000;

  private static int size(SplittableRandom random) {
    return random.nextInt(10) == 0 ? 6 : 1 + random.nextInt(5);
  }

  @Test
  void energiesAndEigenvalueExponents() {
    SplittableRandom random = new SplittableRandom(1);
    int severalClasses = 0;
    for (int run = 0; run < RUNS; run++) {
      double[][] costs = RandomCosts.next(random, size(random));
      BruteForce brute = new BruteForce(costs);
      EnergyLevels levels = EnergyLevels.of(graph(costs));
      double[] tropical = tropicalEnergies(costs, levels);
      for (int i = 0; i < costs.length; i++) {
        assertThat(levels.energy(i)).isEqualTo(brute.least(1 << i));
        assertThat(tropical[i]).isEqualTo(brute.least(1 << i));
      }
      severalClasses += levels.isUnique() ? 0 : 1;
      spectrum(brute, levels);
    }
    assertThat(severalClasses).isGreaterThan(RUNS / 20);
  }

  /** Elimination wants a vertex first that all others reach. */
  private static double[] tropicalEnergies(double[][] costs, EnergyLevels levels) {
    if (!levels.isUnique()) {
      double[] none = new double[costs.length];
      Arrays.fill(none, Double.POSITIVE_INFINITY);
      return none;
    }
    int first = levels.closedClasses().get(0).member(0);
    return swapped(TropicalElimination.energies(swapped(costs, first)), first);
  }

  private static double[][] swapped(double[][] costs, int first) {
    double[][] rows = costs.clone();
    rows[0] = costs[first];
    rows[first] = costs[0];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = swapped(rows[i].clone(), first);
    }
    return rows;
  }

  private static double[] swapped(double[] values, int first) {
    double kept = values[0];
    values[0] = values[first];
    values[first] = kept;
    return values;
  }

  private static void spectrum(BruteForce brute, EnergyLevels levels) {
    List<EigenvalueExponent> exponents = CycleHierarchy.of(levels).eigenvalueExponents();
    int classes = levels.closedClasses().size();
    assertThat(exponents).hasSize(levels.graph().size() - classes);
    for (int k = 0; k < exponents.size(); k++) {
      double expected = brute.leastWithRoots(classes + k) - brute.leastWithRoots(classes + k + 1);
      assertThat(exponents.get(k).exponent()).isEqualTo(expected);
    }
  }

  @Test
  void hittingExponentsCommittorsAndWitnesses() {
    SplittableRandom random = new SplittableRandom(2);
    for (int run = 0; run < RUNS; run++) {
      double[][] costs = RandomCosts.next(random, size(random));
      int mask = 1 + random.nextInt((1 << costs.length) - 1);
      BitSet target = BitSet.valueOf(new long[] {mask});
      BruteForce brute = new BruteForce(costs);
      HittingExponents hitting = HittingExponents.toward(target, graph(costs));
      assertThat(hitting.targetEnergy()).isEqualTo(brute.least(mask));
      if (hitting.targetEnergy() < Double.POSITIVE_INFINITY) {
        finite(costs, mask, brute, hitting);
      }
      passing(costs, target, hitting);
    }
  }

  private static void finite(
      double[][] costs, int mask, BruteForce brute, HittingExponents hitting) {
    double[] tropical = TropicalElimination.hitting(lumped(costs, hitting.target()));
    Committor committor = Committor.of(hitting.target(), hitting.graph());
    int member = hitting.target().nextSetBit(0);
    double[] before = committor.before(member);
    int place = 1;
    for (int i = 0; i < costs.length; i++) {
      double ending = brute.leastEnding(mask, i, member) - brute.least(mask);
      assertThat(before[i]).isEqualTo(ending);
      if (hitting.target().get(i)) {
        assertThat(hitting.avoiding(i)).isZero();
        continue;
      }
      double expected = brute.least(mask) - brute.leastPruned(i, mask);
      assertThat(hitting.avoiding(i)).isEqualTo(expected);
      assertThat(tropical[place++]).isEqualTo(expected);
      InForest witness = hitting.pruned(i).orElseThrow();
      assertThat(witness.weight()).isEqualTo(brute.leastPruned(i, mask));
      assertThat(hitting.target().get(witness.rootOf(i))).isFalse();
      gradient(hitting, i, expected);
    }
  }

  /** J is linear with this gradient: the costs add up to it (Euler's identity). */
  private static void gradient(HittingExponents hitting, int vertex, double exponent) {
    double sum = 0;
    for (Sensitivity entry : hitting.gradient(vertex)) {
      sum += entry.slope() * hitting.graph().digraph().cost(entry.edge());
    }
    assertThat(sum).isEqualTo(exponent);
  }

  private static double[][] lumped(double[][] costs, BitSet target) {
    int[] rest = IntStream.range(0, costs.length).filter(v -> !target.get(v)).toArray();
    double[][] lumped = new double[rest.length + 1][rest.length + 1];
    for (int i = 0; i < rest.length; i++) {
      int row = rest[i];
      lumped[i + 1][0] =
          target.stream().mapToDouble(q -> costs[row][q]).min().orElse(Double.POSITIVE_INFINITY);
      for (int j = 0; j < rest.length; j++) {
        lumped[i + 1][j + 1] = costs[row][rest[j]];
      }
    }
    return lumped;
  }

  /** Passing through the target is hitting on the closure through all vertices. */
  private static void passing(double[][] costs, BitSet target, HittingExponents hitting) {
    HittingExponents closed = HittingExponents.toward(target, graph(closure(costs)));
    for (int i = 0; i < costs.length; i++) {
      if (!target.get(i)) {
        assertThat(hitting.passing(i)).isEqualTo(closed.avoiding(i));
      }
    }
  }

  private static double[][] closure(double[][] costs) {
    double[][] closed = Arrays.stream(costs).map(double[]::clone).toArray(double[][]::new);
    for (int k = 0; k < closed.length; k++) {
      for (int i = 0; i < closed.length; i++) {
        for (int j = 0; j < closed.length; j++) {
          closed[i][j] =
              i == j ? closed[i][j] : Math.min(closed[i][j], closed[i][k] + closed[k][j]);
        }
      }
    }
    return closed;
  }

  @Test
  void exitsFromADomainAreCommittorsOfASinkEach() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 300; run++) {
      int n = 3 + random.nextInt(3);
      TransitionGraph graph = graph(RandomCosts.next(random, n));
      BitSet domain = BitSet.valueOf(new long[] {(1L << (n - 1)) - 1});
      for (ExitDistribution.Exit exit : ExitDistribution.from(domain, graph).starting(0)) {
        double expected = throughSink(graph, exit.edge());
        assertThat(exit.exponent()).isEqualTo(expected);
      }
    }
  }

  /** The committor of a sink at the end of one exit; vertex n − 1 is all of the outside. */
  private static double throughSink(TransitionGraph graph, int exit) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    int outside = graph.size() - 1;
    IntStream.rangeClosed(0, outside + 1).forEach(v -> builder.vertex("v" + v));
    for (int e = 0; e < graph.digraph().edgeCount(); e++) {
      int head = e == exit ? outside + 1 : graph.digraph().head(e);
      builder.edge(graph.digraph().tail(e), head, graph.digraph().cost(e));
    }
    BitSet target = new BitSet();
    target.set(outside, outside + 2);
    return Committor.of(target, builder.build()).before(outside + 1)[0];
  }
}
