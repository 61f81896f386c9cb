package org.longrun.arborescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

class ContractionTest {
  @Test
  void denseAndSparseRunsAgree() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 400; run++) {
      CostDigraph graph = CostDigraph.ofMatrix(RandomCosts.next(random, 1 + random.nextInt(40)));
      Contraction dense = Contraction.run(new BitSet(), graph, true);
      Contraction sparse = Contraction.run(new BitSet(), graph, false);
      assertThat(RootWeights.of(sparse)).containsExactly(RootWeights.of(dense));
      assertThat(sparse.eventCount()).isEqualTo(dense.eventCount());
      for (int k = 0; k < dense.eventCount(); k++) {
        assertThat(sparse.eventExponent(k)).isEqualTo(dense.eventExponent(k));
      }
    }
  }

  @Test
  void everyTreeIsProvedByTheDuals() {
    SplittableRandom random = new SplittableRandom(8);
    for (int run = 0; run < 200; run++) {
      CostDigraph graph = CostDigraph.ofMatrix(RandomCosts.next(random, 2 + random.nextInt(20)));
      Contraction contraction = Contraction.of(graph);
      double[] weights = RootWeights.of(contraction);
      for (int r = 0; r < graph.size(); r++) {
        if (weights[r] < Double.POSITIVE_INFINITY) {
          InForest tree = contraction.arborescence(r);
          Optimality check = Optimality.check(tree, r, contraction.duals(), graph);
          assertThat(check.holds(0)).as("%s", check).isTrue();
          assertThat(tree.weight()).isEqualTo(weights[r]);
        } else {
          int root = r;
          assertThatThrownBy(() -> contraction.arborescence(root))
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }

  @Test
  void theVerifierRefusesWorseTreesCyclesAndInfeasibleDuals() {
    CostDigraph graph = CostDigraph.ofMatrix(new double[][] {{0, 1, 9}, {1, 0, 1}, {9, 1, 0}});
    Duals duals = Contraction.of(graph).duals();
    InForest worse = new InForest(graph, new int[] {-1, graph.edge(1, 0), graph.edge(2, 0)});
    assertThat(Optimality.check(worse, 0, duals, graph).holds(1e-9)).isFalse();
    InForest cycle = new InForest(graph, new int[] {-1, graph.edge(1, 2), graph.edge(2, 1)});
    assertThat(Optimality.check(cycle, 0, duals, graph).spans()).isFalse();
    InForest good = new InForest(graph, new int[] {-1, graph.edge(1, 0), graph.edge(2, 1)});
    assertThat(Optimality.check(good, 0, duals, graph).holds(0)).isTrue();
    assertThat(Optimality.check(good, 1, duals, graph).holds(0)).isFalse();
    Duals greedy = new Duals(3, new int[] {-1, -1, -1}, new double[] {0, 1, 9});
    assertThat(greedy.violation(graph)).isEqualTo(8);
  }

  @Test
  void selfLoopsAndParallelEdgesAreCountedBadCostsRefused() {
    CostDigraph graph =
        CostDigraph.of(
            2,
            new int[] {0, 0, 1, 0, 1},
            new int[] {1, 1, 1, 1, 0},
            new double[] {5, 2, 0, 2, Double.POSITIVE_INFINITY});
    assertThat(graph.edgeCount()).isEqualTo(1);
    assertThat(graph.cost(0, 1)).isEqualTo(2);
    assertThat(graph.origin(0)).isEqualTo(1);
    assertThat(graph.selfLoops()).isEqualTo(1);
    assertThat(graph.parallels()).isEqualTo(2);
    for (double bad : new double[] {-1e-9, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> CostDigraph.of(2, new int[] {0}, new int[] {1}, new double[] {bad}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be >= 0");
    }
    assertThatThrownBy(() -> CostDigraph.of(2, new int[] {0}, new int[] {2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyJGraphT() {
    Graph<String, DefaultWeightedEdge> graph =
        new DirectedWeightedPseudograph<>(DefaultWeightedEdge.class);
    List.of("a", "b", "c").forEach(graph::addVertex);
    weigh(graph, "a", "b", 3);
    weigh(graph, "a", "b", 1);
    weigh(graph, "b", "c", 2);
    weigh(graph, "c", "a", 4);
    weigh(graph, "b", "b", 0);
    MinimumInArborescence<String, DefaultWeightedEdge> algorithm =
        new MinimumInArborescence<>(graph);
    var roots = algorithm.getAllRoots();
    assertThat(roots.getWeight("a")).isEqualTo(6);
    assertThat(roots.getWeight("b")).isEqualTo(5);
    assertThat(roots.getWeight("c")).isEqualTo(3);
    var result = algorithm.getArborescence("c");
    assertThat(result.weight()).isEqualTo(3);
    assertThat(result.edges()).extracting(graph::getEdgeSource).containsExactly("a", "b");
    assertThat(roots.isOptimal(result, 0)).isTrue();
    assertThat(roots.isOptimal(algorithm.getArborescence("a"), 0)).isTrue();
    assertThatThrownBy(() -> roots.getWeight("z")).hasMessageContaining("no vertex z");
    assertThatThrownBy(
            () -> new MinimumInArborescence<>(new SimpleWeightedGraph<>(DefaultWeightedEdge.class)))
        .hasMessageContaining("directed");
  }

  private static void weigh(
      Graph<String, DefaultWeightedEdge> graph, String from, String to, double weight) {
    graph.setEdgeWeight(graph.addEdge(from, to), weight);
  }

  @Test
  void optimalTreesAreCountedAndRankedAsBruteForceDoes() {
    SplittableRandom random = new SplittableRandom(9);
    for (int run = 0; run < 300; run++) {
      double[][] costs = RandomCosts.next(random, 1 + random.nextInt(5));
      CostDigraph graph = CostDigraph.ofMatrix(costs);
      BruteForce brute = new BruteForce(costs);
      BigInteger[] counts = OptimalCount.of(Contraction.of(graph), e -> 0);
      for (int r = 0; r < graph.size(); r++) {
        assertThat(counts[r].longValue()).isEqualTo(brute.count(1 << r));
        ranked(graph, r, brute.count(1 << r), brute.least(1 << r));
      }
    }
  }

  private static void ranked(CostDigraph graph, int root, long optimal, double least) {
    ArborescenceIterator trees = new ArborescenceIterator(graph, root);
    Set<InForest> seen = new HashSet<>();
    double last = least;
    int count = 0;
    while (trees.hasNext() && count < 40) {
      InForest tree = trees.next();
      assertThat(seen.add(tree)).isTrue();
      assertThat(tree.rootOf(0)).isEqualTo(root);
      assertThat(tree.weight()).isGreaterThanOrEqualTo(last);
      assertThat(tree.weight() == least).isEqualTo(count < optimal);
      last = tree.weight();
      count++;
    }
    assertThat(count == 0).isEqualTo(optimal == 0);
  }

  @Test
  void allTreesOfACompleteGraphAreListed() {
    double[][] costs = {{0, 1, 2, 3}, {4, 0, 5, 6}, {7, 8, 0, 9}, {1, 3, 5, 0}};
    List<InForest> trees = new ArrayList<>();
    new ArborescenceIterator(CostDigraph.ofMatrix(costs), 2).forEachRemaining(trees::add);
    // Cayley: 4² trees on four labelled vertices for each root
    assertThat(trees).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void countsBeyondAnyLong() {
    int n = 30;
    double[][] free = new double[n][n];
    BigInteger[] counts = OptimalCount.of(Contraction.of(CostDigraph.ofMatrix(free)), e -> 0);
    assertThat(counts[3]).isEqualTo(BigInteger.valueOf(n).pow(n - 2));
  }

  @Test
  void theClassicAccuracyTest() {
    for (double a = 1; a > 1e-300; a /= 1e10) {
      ScaledVector weights =
          GthElimination.stationary(RateMatrix.of(new double[][] {{0, a}, {a / 2, 0}}));
      assertThat(weights.value(0)).isCloseTo(1 / 3.0, within(1e-15));
      assertThat(weights.value(1)).isCloseTo(2 / 3.0, within(1e-15));
    }
    ScaledVector least =
        GthElimination.stationary(RateMatrix.of(new double[][] {{0, 1e-300}, {5e-301, 0}}));
    assertThat(least.value(0)).isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void eliminationWithinItsRoundingBoundAtExponentsOf100000() {
    // a ring with one way out of each state: π_i ∝ exp(B_i/η), with Σ known in logarithms
    double[] costs = {0, 25000, 61234.5, 100000, 99999.25};
    int n = costs.length;
    int[] tails = {0, 1, 2, 3, 4};
    int[] heads = {1, 2, 3, 4, 0};
    int[] places = {0, 1, 2, 3, 4};
    CostDigraph ring = CostDigraph.of(n, tails, heads, costs);
    RateMatrix rates = RateMatrix.of(ring, 1, places, n);
    ScaledVector weights = GthElimination.stationary(rates);
    double bound = GthElimination.roundingBound(rates);
    assertThat(bound).isLessThan(1e-9);
    double largest = Math.log1p(Math.exp(-0.75));
    for (int i = 0; i < n; i++) {
      assertThat(weights.log(i)).isCloseTo(costs[i] - 100000 - largest, within(bound));
    }
  }
}
