package org.longrun.hitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longrun.arborescence.InForest;
import org.longrun.arborescence.Optimality;
import org.longrun.energy.ClosedClass;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;

/** Every field of every instance of reference/graph-vectors.json. */
class GraphVectorsTest {
  private static final double TOLERANCE = 1e-9;

  static List<JsonNode> instances() {
    return GraphVectors.instances();
  }

  @Test
  void thereAre260() {
    assertThat(instances()).hasSize(260);
  }

  @ParameterizedTest
  @MethodSource("instances")
  void energiesAndTheirTrees(JsonNode instance) {
    TransitionGraph graph = GraphVectors.graph(instance);
    EnergyLevels levels = EnergyLevels.of(graph);
    double[] expected = GraphVectors.numbers(instance.get("E"));
    agree(graph, levels::energy, expected);
    for (int i = 0; i < graph.size(); i++) {
      Optional<InForest> tree = levels.arborescence(i);
      assertThat(tree.isPresent()).isEqualTo(expected[i] < Double.POSITIVE_INFINITY);
      if (tree.isPresent()) {
        Optimality check =
            Optimality.check(tree.get(), i, levels.contraction().duals(), graph.digraph());
        assertThat(check.holds(TOLERANCE)).as(check.toString()).isTrue();
        assertThat(check.weight()).isCloseTo(expected[i], within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("instances")
  void closedClassesAndTheirEnergies(JsonNode instance) {
    EnergyLevels levels = EnergyLevels.of(GraphVectors.graph(instance));
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode entry : instance.get("classEnergies")) {
      int[] members = GraphVectors.integers(entry.get(0));
      double[] relative = GraphVectors.numbers(entry.get(1));
      expected.add(inOrder(members, relative));
    }
    TreeSet<String> actual = new TreeSet<>();
    TreeSet<String> actualMembers = new TreeSet<>();
    for (ClosedClass c : levels.closedClasses()) {
      int[] members = IntStream.range(0, c.size()).map(c::member).toArray();
      double[] relative = IntStream.range(0, c.size()).mapToDouble(c::relative).toArray();
      actual.add(inOrder(members, relative));
      actualMembers.add(Arrays.toString(members));
    }
    assertThat(actual).isEqualTo(expected);
    TreeSet<String> expectedMembers = new TreeSet<>();
    instance
        .get("closedClasses")
        .forEach(c -> expectedMembers.add(Arrays.toString(GraphVectors.integers(c))));
    assertThat(actualMembers).isEqualTo(expectedMembers);
  }

  private static String inOrder(int[] members, double[] relative) {
    return IntStream.range(0, members.length)
        .boxed()
        .sorted(Comparator.comparingInt(k -> members[k]))
        .map(k -> members[k] + "=" + relative[k])
        .toList()
        .toString();
  }

  @ParameterizedTest
  @MethodSource("instances")
  void hittingExponentsAndTheirForests(JsonNode instance) {
    TransitionGraph graph = GraphVectors.graph(instance);
    BitSet target = GraphVectors.set(instance.get("Q"));
    HittingExponents hitting = HittingExponents.toward(target, graph);
    assertThat(hitting.targetEnergy()).isEqualTo(GraphVectors.number(instance.get("EQ")));
    agree(graph, hitting::avoiding, GraphVectors.numbers(instance.get("J")));
    agree(graph, hitting::passing, GraphVectors.numbers(instance.get("Jnear")));
    for (int i = 0; i < graph.size(); i++) {
      Optional<InForest> pruned = hitting.pruned(i);
      boolean finite = hitting.avoiding(i) < Double.POSITIVE_INFINITY;
      assertThat(pruned.isPresent()).isEqualTo(finite && !target.get(i));
      if (pruned.isPresent()) {
        assertThat(target.get(pruned.get().rootOf(i))).isFalse();
        double weight = hitting.forest().weight() - hitting.avoiding(i);
        assertThat(pruned.get().weight()).isCloseTo(weight, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("instances")
  void eigenvalueExponents(JsonNode instance) {
    CycleHierarchy hierarchy = hierarchy(instance);
    double[] actual =
        hierarchy.eigenvalueExponents().stream()
            .mapToDouble(EigenvalueExponent::exponent)
            .toArray();
    assertThat(actual).containsExactly(GraphVectors.numbers(instance.get("eigenExponents")));
  }

  private static CycleHierarchy hierarchy(JsonNode instance) {
    return CycleHierarchy.of(EnergyLevels.of(GraphVectors.graph(instance)));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void committors(JsonNode instance) {
    if (instance.get("committorFirstOfQ").isNull()) {
      return;
    }
    TransitionGraph graph = GraphVectors.graph(instance);
    double[] actual =
        Committor.of(GraphVectors.set(instance.get("Q")), graph)
            .before(instance.get("Q").get(0).asInt());
    assertThat(actual).containsExactly(GraphVectors.numbers(instance.get("committorFirstOfQ")));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void cycles(JsonNode instance) {
    CycleHierarchy hierarchy = hierarchy(instance);
    TreeSet<String> actual = new TreeSet<>();
    for (Cycle cycle : hierarchy.cycles()) {
      int[] members = hierarchy.members(cycle);
      actual.add(cycle.exit() + " " + inOrder(members, hierarchy.inside(members)));
    }
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode cycle : instance.get("cycles")) {
      expected.add(
          GraphVectors.number(cycle.get("gamma"))
              + " "
              + inOrder(
                  GraphVectors.integers(cycle.get("members")),
                  GraphVectors.numbers(cycle.get("inside"))));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static void agree(TransitionGraph graph, IntToDoubleFunction actual, double[] expected) {
    double[] values = IntStream.range(0, graph.size()).mapToDouble(actual).toArray();
    assertThat(values).containsExactly(expected, within(TOLERANCE));
  }
}
