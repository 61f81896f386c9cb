package org.longrun.hitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.Network;
import org.longrun.graph.TransitionGraph;

/** The 32-state network of reference/networks against every value of its expected.json. */
class KineticNetworkTest {
  private static final Path FOLDER = Path.of("src/test/resources/reference/networks/32state");
  private static final double TOLERANCE = 1e-12;
  private static JsonNode expected;
  private static TransitionGraph graph;
  private static EnergyLevels levels;

  @BeforeAll
  static void read() throws IOException {
    expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    Network network = Network.read(FOLDER);
    assertThat(network.name()).isEqualTo("32state");
    graph = network.graph();
    levels = EnergyLevels.of(graph);
  }

  @Test
  void size() {
    assertThat(graph.size()).isEqualTo(expected.get("minima").asInt());
    assertThat(graph.digraph().edgeCount()).isEqualTo(expected.get("directed_edges").asInt());
    assertThat(levels.closedClasses()).hasSize(expected.get("components").asInt());
  }

  @Test
  void energies() {
    for (int i = 0; i < graph.size(); i++) {
      int vertex = graph.indexOf(expected.get("nodes").get(i).asText());
      assertThat(levels.energy(vertex))
          .isCloseTo(expected.get("E").get(i).asDouble(), within(TOLERANCE));
      assertThat(levels.relative(vertex)).isCloseTo(graph.value(vertex), within(TOLERANCE));
    }
    BitSet ground = levels.groundStates();
    assertThat(graph.id(ground.nextSetBit(0))).isEqualTo(expected.get("global_min_node").asText());
    assertThat(ground.cardinality()).isEqualTo(1);
  }

  @Test
  void hittingExponents() {
    HittingExponents hitting = HittingExponents.toward(levels.groundStates(), graph);
    for (int i = 0; i < graph.size(); i++) {
      int vertex = graph.indexOf(expected.get("nodes").get(i).asText());
      double j = expected.get("J_to_global_min").get(i).asDouble();
      assertThat(hitting.avoiding(vertex)).isCloseTo(j, within(TOLERANCE));
      assertThat(hitting.passing(vertex)).isCloseTo(j, within(TOLERANCE));
      assertThat(hitting.exponent(vertex)).isCloseTo(j, within(TOLERANCE));
    }
    assertThat(hitting.largest()).isCloseTo(2.75, within(TOLERANCE));
    assertThat(hitting.attraction().holds()).isTrue();
  }

  @Test
  void eigenvalueExponents() {
    List<EigenvalueExponent> exponents = CycleHierarchy.of(levels).eigenvalueExponents();
    double[] all = new double[exponents.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] = expected.get("all_delta").get(all.length - 1 - k).asDouble();
    }
    assertThat(exponents.stream().mapToDouble(EigenvalueExponent::exponent).toArray())
        .containsExactly(all, Assertions.within(TOLERANCE));
    IntStream.range(0, expected.get("eigen_exponents_top").size())
        .forEach(
            k ->
                assertThat(exponents.get(k).exponent())
                    .isCloseTo(
                        expected.get("eigen_exponents_top").get(k).get(0).asDouble(),
                        within(TOLERANCE)));
  }
}
