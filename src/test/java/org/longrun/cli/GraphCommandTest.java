package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code graph FILE} as its user sees it: the JSON, the files beside it, the summary, the errors.
 */
class GraphCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double TOLERANCE = 1e-9;

  @TempDir Path folder;

  /** Every fifth instance, so that all sizes and the reducible ones are among them. */
  static List<JsonNode> vectors() throws IOException {
    Path file = Path.of("src/test/resources/reference/graph-vectors.json");
    List<JsonNode> some = new ArrayList<>();
    int k = 0;
    for (JsonNode instance : MAPPER.readTree(file.toFile()).get("instances")) {
      if (k++ % 5 == 0) {
        some.add(instance);
      }
    }
    return some;
  }

  private Invocation graph(String file, String... options) {
    List<String> words = new ArrayList<>(List.of("graph", file, "--out", folder.toString()));
    words.addAll(List.of(options));
    return Invocation.of(words.toArray(String[]::new));
  }

  private JsonNode results(String name, String content, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), content);
    Invocation invocation = graph(file.toString(), options);
    assertThat(invocation.status()).as(invocation.err()).isEqualTo(ExitStatus.DONE);
    return MAPPER.readTree(folder.resolve(name + ".json").toFile());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyFieldOfTheReferenceVectors(JsonNode instance) throws IOException {
    JsonNode q = instance.get("Q");
    List<String> target = new ArrayList<>();
    q.forEach(v -> target.add("v" + v.asInt()));
    JsonNode results =
        results("vector", csv(instance.get("B")), "--target", String.join(",", target));
    agree(results.get("energies"), "energy", instance.get("E"));
    JsonNode hitting = results.get("hitting");
    agree(hitting.get("components"), "avoiding", instance.get("J"));
    agree(hitting.get("components"), "exponent", instance.get("J"));
    agree(hitting.get("components"), "passing", instance.get("Jnear"));
    agree(hitting.get("targetEnergy"), instance.get("EQ"));
    JsonNode hierarchy = results.get("hierarchy");
    agree(hierarchy.get("eigenvalueExponents"), "exponent", instance.get("eigenExponents"));
    assertThat(classes(results)).isEqualTo(expectedClasses(instance));
    assertThat(cycles(hierarchy)).isEqualTo(expectedCycles(instance));
    if (!instance.get("committorFirstOfQ").isNull()) {
      List<JsonNode> first = new ArrayList<>();
      results
          .get("committor")
          .forEach(
              entry -> {
                if (entry.get("target").asText().equals(target.get(0))) {
                  first.add(entry);
                }
              });
      agree(MAPPER.valueToTree(first), "exponent", instance.get("committorFirstOfQ"));
    }
  }

  private static String csv(JsonNode costs) {
    StringBuilder text = new StringBuilder("from,to,cost\n");
    for (int i = 0; i < costs.size(); i++) {
      text.append("v").append(i).append(",,\n");
    }
    for (int i = 0; i < costs.size(); i++) {
      for (int j = 0; j < costs.size(); j++) {
        JsonNode cost = costs.get(i).get(j);
        if (!cost.isNull()) {
          text.append("v" + i + ",v" + j + "," + cost.asText() + "\n");
        }
      }
    }
    return text.toString();
  }

  private static void agree(JsonNode rows, String field, JsonNode expected) {
    assertThat(rows).hasSize(expected.size());
    for (int k = 0; k < expected.size(); k++) {
      agree(rows.get(k).get(field), expected.get(k));
    }
  }

  private static void agree(JsonNode actual, JsonNode expected) {
    assertThat(actual.isNull()).isEqualTo(expected.isNull());
    if (!expected.isNull()) {
      assertThat(actual.doubleValue()).isCloseTo(expected.doubleValue(), within(TOLERANCE));
    }
  }

  private static TreeSet<String> classes(JsonNode results) {
    TreeSet<String> classes = new TreeSet<>();
    for (JsonNode each : results.get("classEnergies")) {
      TreeSet<String> members = new TreeSet<>();
      each.get("members").forEach(v -> members.add(v.asText() + "=" + inside(each, "relative", v)));
      classes.add(members.toString());
    }
    assertThat(results.get("closedClasses")).hasSize(classes.size());
    return classes;
  }

  private static double inside(JsonNode entry, String field, JsonNode vertex) {
    return entry.get(field).get(vertex.asText()).doubleValue();
  }

  private static TreeSet<String> expectedClasses(JsonNode instance) {
    TreeSet<String> classes = new TreeSet<>();
    instance
        .get("classEnergies")
        .forEach(each -> classes.add(members(each.get(0), each.get(1)).toString()));
    return classes;
  }

  private static TreeSet<String> members(JsonNode vertices, JsonNode values) {
    TreeSet<String> members = new TreeSet<>();
    for (int k = 0; k < vertices.size(); k++) {
      members.add("v" + vertices.get(k).asInt() + "=" + values.get(k).doubleValue());
    }
    return members;
  }

  private static TreeSet<String> cycles(JsonNode hierarchy) {
    TreeSet<String> cycles = new TreeSet<>();
    for (JsonNode cycle : hierarchy.get("cycles")) {
      TreeSet<String> members = new TreeSet<>();
      cycle.get("members").forEach(v -> members.add(v.asText() + "=" + inside(cycle, "inside", v)));
      cycles.add(exit(cycle.get("exit")) + " " + members);
    }
    return cycles;
  }

  private static TreeSet<String> expectedCycles(JsonNode instance) {
    TreeSet<String> cycles = new TreeSet<>();
    for (JsonNode cycle : instance.get("cycles")) {
      cycles.add(
          exit(cycle.get("gamma")) + " " + members(cycle.get("members"), cycle.get("inside")));
    }
    return cycles;
  }

  private static String exit(JsonNode exponent) {
    return exponent.isNull() ? "never" : Double.toString(exponent.doubleValue());
  }

  @Test
  void errorsOfTheCostsLeaveIntervals() throws IOException {
    // a <-> b <-> c in a row: E_a = B(b,a) + B(c,b), J(c) to a = B(b,a) + B(c,b) − B(b,c)
    String text = "from,to,cost,error\na,b,5,0.5\nb,a,1,0.25\nb,c,0.5,0.125\nc,b,2,0.125\n";
    JsonNode results = results("row", text);
    JsonNode energy = results.get("energies").get(0);
    assertThat(energy.get("energy").doubleValue()).isEqualTo(3);
    assertThat(energy.get("interval").get(0).doubleValue()).isEqualTo(2.625);
    assertThat(energy.get("interval").get(1).doubleValue()).isEqualTo(3.375);
    assertThat(energy.get("certain").booleanValue()).isTrue();
    assertThat(energy.get("optimalTrees").intValue()).isEqualTo(1);
    JsonNode exponent = results.get("hitting").get("components").get(2);
    assertThat(exponent.get("exponent").doubleValue()).isEqualTo(2.5);
    assertThat(exponent.get("interval").get(0).doubleValue()).isEqualTo(2);
    assertThat(exponent.get("interval").get(1).doubleValue()).isEqualTo(3);
    assertThat(exponent.get("bottleneck").toString())
        .contains("{\"from\":\"b\",\"to\":\"a\",\"slope\":1}")
        .contains("{\"from\":\"b\",\"to\":\"c\",\"slope\":-1}")
        .contains("{\"from\":\"c\",\"to\":\"b\",\"slope\":1}");
    assertThat(results.get("hitting").get("largest").get("component").asText()).isEqualTo("b");
    JsonNode certainty = results.get("certainty");
    assertThat(certainty.get("groundStates").booleanValue()).isTrue();
    assertThat(certainty.get("exponents").booleanValue()).isFalse();
    assertThat(certainty.get("leastCertain").asText()).isEqualTo("b");
    assertThat(certainty.get("width").doubleValue()).isEqualTo(1);
    assertThat(certainty.get("refineFirst").get("exponents").toString()).isEqualTo("[\"b\",\"a\"]");
    assertThat(certainty.get("refineFirst").get("groundStates").isNull()).isTrue();
  }

  @Test
  void groundStatesThatErrorsDoNotTellApart() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tie.csv"), "from,to,cost,error\na,b,1,0.2\nb,a,1.125,0.3\n");
    Invocation invocation = graph(file.toString());
    assertThat(invocation.out())
        .contains("ground states a, b: a tie within the errors of the costs")
        .contains("compute b→a better first (error 3e-01)");
    JsonNode results = MAPPER.readTree(folder.resolve("tie.json").toFile());
    assertThat(results.get("certainty").get("groundStates").booleanValue()).isFalse();
  }

  @Test
  void optimalTreesAreCountedAndTheBestListed() throws IOException {
    StringBuilder free = new StringBuilder("from,to,cost\n");
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        free.append("v" + i + ",v" + j + ",0\n");
      }
    }
    JsonNode results = results("free", free.toString(), "--best", "3", "--trees", "v7");
    // Cayley: 20^18 trees for each root, more than JSON readers keep as a number
    JsonNode root = results.get("energies").get(7);
    assertThat(root.get("optimalTrees").asText()).isEqualTo("262144000000000000000000");
    assertThat(root.get("arborescences")).hasSize(3);
    JsonNode ranked = results("three", "from,to,cost\na,b,1\nb,c,1\na,c,3\nc,a,1\n", "--best", "9");
    assertThat(ranked.get("energies").get(2).get("arborescences").toString())
        .isEqualTo(
            "[{\"weight\":2.0,\"edges\":[[\"a\",\"b\"],[\"b\",\"c\"]]},"
                + "{\"weight\":4.0,\"edges\":[[\"a\",\"c\"],[\"b\",\"c\"]]}]");
  }

  @Test
  void weightsAndTimesOfTheChain() throws IOException {
    // two ways a → b: the chain feels both, exp(−E/η) the cheaper alone
    String text = "from,to,cost\na,b,1\na,c,1\nc,b,0\nb,a,2\n";
    JsonNode results = results("chain", text, "--step-sizes", "0.25,0.5");
    double leaving = 2 * Math.exp(-4);
    double expected = 1 / (1 + leaving / Math.exp(-8) + Math.exp(-4));
    JsonNode weight = results.get("weights").get(0);
    assertThat(weight.get("stepSize").doubleValue()).isEqualTo(0.25);
    assertThat(weight.get("stationary").doubleValue()).isCloseTo(expected, within(1e-15));
    assertThat(weight.get("logStationary").doubleValue())
        .isCloseTo(Math.log(expected), within(weight.get("rounding").doubleValue() + 1e-14));
    double gibbs = Math.exp(-4) / (1 + Math.exp(-4) + Math.exp(-8));
    assertThat(results.get("weights")).hasSize(6);
    assertThat(weight.get("weight").doubleValue()).isCloseTo(gibbs, within(1e-15));
    JsonNode time = results.get("hitting").get("times").get(0);
    assertThat(time.get("logTime").doubleValue())
        .isCloseTo(Math.log((1 + Math.exp(-4)) / leaving), within(1e-13));
    assertThat(time.get("rounding").doubleValue()).isBetween(0.0, 1e-13);
  }

  @Test
  void aPageACycleTreeAndNoMoreThanWasAskedFor() throws IOException {
    results("plain", "from,to,cost\na,b,1\nb,a,2\n");
    assertThat(folder.resolve("plain.html")).content().contains("<title>").contains("plain");
    assertThat(folder.resolve("plain.cycles.dot")).doesNotExist();
    results("tree", "from,to,cost\na,b,1\nb,a,2\nb,c,9\nc,b,1\n", "--cycle-tree");
    assertThat(folder.resolve("tree.cycles.dot")).content().contains("exit ").contains("\"a\"");
  }

  @Test
  void wrongRequestsAreToldInOneLine() throws IOException {
    String file =
        Files.writeString(folder.resolve("ok.csv"), "from,to,cost\na,b,1\nb,a,2\n").toString();
    wrong(graph(file, "--target", "q"), "no vertex is called 'q'; there are a, b");
    wrong(graph(file, "--trees", "q"), "no vertex is called 'q'");
    wrong(graph(file, "--best", "0"), "--best 0: give a whole number from 1 on");
    wrong(graph(file, "--best", "1000000"), "too many trees of 2 vertices");
    wrong(graph(file, "--step-sizes", "0.1,-1"), "--step-sizes -1.0: a step size is > 0");
    wrong(graph(file, "--step-sizes", "x"), "--step-sizes");
    Path none = Files.writeString(folder.resolve("none.csv"), "from,to,cost\n");
    wrong(graph(none.toString()), "the network has no vertices");
    Path many = folder.resolve("many.csv");
    StringBuilder text = new StringBuilder("from,to,cost\n");
    for (int i = 0; i < 1001; i++) {
      text.append(i).append(',').append((i + 1) % 1001).append(",1\n");
    }
    Files.writeString(many, text);
    wrong(graph(many.toString(), "--best", "2"), "there are 1001 vertices; trees are listed up");
  }

  private static void wrong(Invocation invocation, String message) {
    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err()).contains(message);
    assertThat(invocation.err().lines()).hasSize(1);
    assertThat(invocation.out()).isEmpty();
  }

  @Test
  void aLargeNetworkLeavesOutWhatWouldNotBeLinear() throws IOException {
    StringBuilder text = new StringBuilder("from,to,cost\n");
    int n = 1500;
    for (int i = 0; i < n; i++) {
      text.append(i).append(',').append((i + 1) % n).append(",1.5\n");
    }
    JsonNode results = results("ring", text.toString(), "--target", "0", "--trees", "3");
    assertThat(results.has("transitions")).isFalse();
    assertThat(folder.resolve("ring.html")).doesNotExist();
    JsonNode energies = results.get("energies");
    assertThat(energies.get("component")).hasSize(n);
    assertThat(energies.get("component").get(3).asText()).isEqualTo("3");
    assertThat(energies.get("relative").get(3).doubleValue()).isZero();
    JsonNode tree = energies.get("trees").get(3);
    assertThat(tree.get("component").asText()).isEqualTo("3");
    assertThat(tree.get("arborescence").get(3).isNull()).isTrue();
    assertThat(tree.get("arborescence").get(2).intValue()).isEqualTo(3);
    assertThat(energies.has("lower")).isFalse();
    JsonNode hitting = results.get("hitting");
    assertThat(hitting.get("components").get("exponent").get("of")).hasSize(n);
    assertThat(hitting.get("trees").get(3).has("bottleneck")).isTrue();
    assertThat(results.get("hierarchy").get("cycles").has("members")).isFalse();
    assertThat(results.get("closedClasses").get("count").intValue()).isEqualTo(1);
    assertThat(results.get("certainty").get("groundStates").booleanValue()).isTrue();
  }

  @Test
  void idsOfAnyCharactersAreKept() throws IOException {
    String text = "from,to,cost\n\"a \"\"q\"\", x\",\"ü→日本\",1\n\"ü→日本\",\"a \"\"q\"\", x\",2\n";
    JsonNode results = results("odd näme", text, "--cycle-tree", "--target", "ü→日本");
    assertThat(results.get("energies").get(0).get("component").asText()).isEqualTo("a \"q\", x");
    assertThat(results.get("hitting").get("target").get(0).asText()).isEqualTo("ü→日本");
    assertThat(folder.resolve("odd näme.cycles.dot")).exists();
  }
}
