package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.graph.Network;

/** The columns of large networks say what the rows of small ones do. */
class NetworkColumnsTest {
  private static final double TOLERANCE = 1e-9;

  @TempDir Path folder;

  private NetworkAnalysis analysis(int seed, boolean errors) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 6 + random.nextInt(20);
    StringBuilder text = new StringBuilder("from,to,cost,error\n");
    for (int e = 0; e < 3 * n; e++) {
      int from = random.nextInt(n);
      int to = seed % 3 == 0 ? (from + 1 + random.nextInt(3)) % n : random.nextInt(n);
      double cost = seed % 2 == 0 ? random.nextInt(4) : 10 * random.nextDouble();
      text.append("v").append(from).append(",v").append(to).append(',').append(cost);
      text.append(errors ? ",0.01\n" : ",\n");
    }
    Path file = Files.writeString(folder.resolve("n" + seed + ".csv"), text);
    Network network = Network.read(file);
    List<String> target = List.of(network.graph().id(0), network.graph().id(1));
    return NetworkAnalysis.of(network, new NetworkAnalysis.Request(target, true, List.of(0.5)));
  }

  private static JsonNode rows(NetworkAnalysis analysis, Trees trees) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NetworkJson.of(analysis, trees).writeTo(bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  private static JsonNode columns(NetworkAnalysis analysis, Trees trees) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(bytes)) {
      json.object(() -> new NetworkColumns(json, analysis, trees).write());
    }
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  @Test
  void columnsSayWhatRowsDo() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      NetworkAnalysis analysis = analysis(seed, seed % 5 == 0);
      Trees trees = Trees.of(analysis.energies(), List.of(), 0);
      JsonNode rows = rows(analysis, trees);
      JsonNode columns = columns(analysis, trees);
      energies(rows, columns);
      hitting(rows.get("hitting"), columns.get("hitting"));
      classes(rows, columns);
      hierarchy(rows, columns);
      for (String field :
          new String[] {"groundStates", "groundStatesCertain", "closedClassesCertain"}) {
        assertThat(columns.get(field)).isEqualTo(rows.get(field));
      }
      assertThat(columns.get("certainty")).isEqualTo(rows.get("certainty"));
      committor(rows.get("committor"), columns.get("committor"));
    }
  }

  private static void energies(JsonNode rows, JsonNode columns) {
    JsonNode own = columns.get("energies");
    for (int v = 0; v < rows.get("energies").size(); v++) {
      JsonNode row = rows.get("energies").get(v);
      assertThat(own.get("component").get(v)).isEqualTo(row.get("component"));
      same(own.get("relative").get(v), row.get("relative"));
      if (!row.get("energy").isNull()) {
        double energy = own.get("least").doubleValue() + own.get("relative").get(v).doubleValue();
        assertThat(energy).isCloseTo(row.get("energy").doubleValue(), within(TOLERANCE));
      }
      if (own.has("lower")) {
        same(own.get("lower").get(v), row.get("interval").get(0));
        same(own.get("upper").get(v), row.get("interval").get(1));
      }
      JsonNode certainty = own.get("certainty");
      assertThat(certainty.isArray() ? certainty.get(v) : certainty)
          .isEqualTo(row.get("certainty"));
      tree(columns, own.get("trees").get(v).get("arborescence"), row.get("arborescence"));
      double weight = rows.get("weights").get(v).get("weight").doubleValue();
      JsonNode weights = columns.get("weights").get(0).get("weight");
      assertThat(weights.get(v).doubleValue()).isCloseTo(weight, within(TOLERANCE));
    }
  }

  private static void tree(JsonNode columns, JsonNode next, JsonNode edges) {
    assertThat(next.isNull()).isEqualTo(edges.isNull());
    TreeSet<String> found = new TreeSet<>();
    for (int v = 0; v < next.size(); v++) {
      if (!next.get(v).isNull()) {
        found.add(id(columns, v) + " " + id(columns, next.get(v).intValue()));
      }
    }
    TreeSet<String> expected = new TreeSet<>();
    edges.forEach(edge -> expected.add(edge.get(0).asText() + " " + edge.get(1).asText()));
    assertThat(found).isEqualTo(expected);
  }

  private static String id(JsonNode columns, int v) {
    return columns.get("energies").get("component").get(v).asText();
  }

  private static void hitting(JsonNode rows, JsonNode own) {
    JsonNode exponent = own.get("components").get("exponent");
    List<JsonNode> avoiding = new ArrayList<>();
    List<JsonNode> passing = new ArrayList<>();
    exponent.get("of").forEach(at -> avoiding.add(exponent.get("values").get(at.intValue())));
    passing.addAll(avoiding);
    replace(avoiding, own.get("components").get("avoiding"));
    replace(passing, own.get("components").get("passing"));
    for (int v = 0; v < rows.get("components").size(); v++) {
      JsonNode row = rows.get("components").get(v);
      same(exponent.get("values").get(exponent.get("of").get(v).intValue()), row.get("exponent"));
      same(avoiding.get(v), row.get("avoiding"));
      same(passing.get(v), row.get("passing"));
      assertThat(own.get("trees").get(v).get("bottleneck")).isEqualTo(row.get("bottleneck"));
    }
    for (String field : new String[] {"target", "targetEnergy", "attraction", "largest"}) {
      assertThat(own.get(field)).isEqualTo(rows.get(field));
    }
  }

  private static void replace(List<JsonNode> values, JsonNode differing) {
    for (int k = 0; k < differing.get("component").size(); k++) {
      values.set(differing.get("component").get(k).intValue(), differing.get("value").get(k));
    }
  }

  private static void classes(JsonNode rows, JsonNode columns) {
    JsonNode own = columns.get("closedClasses");
    assertThat(own.get("count").intValue()).isEqualTo(rows.get("closedClasses").size());
    for (int c = 0; c < rows.get("closedClasses").size(); c++) {
      TreeSet<String> members = new TreeSet<>();
      for (int v = 0; v < rows.get("energies").size(); v++) {
        if (!own.has("class") || own.get("class").get(v).asInt(-1) == c) {
          members.add(id(columns, v));
        }
      }
      TreeSet<String> expected = new TreeSet<>();
      rows.get("closedClasses").get(c).forEach(v -> expected.add(v.asText()));
      assertThat(members).isEqualTo(expected);
    }
  }

  private static void hierarchy(JsonNode rows, JsonNode columns) {
    JsonNode cycles = rows.get("hierarchy").get("cycles");
    JsonNode own = columns.get("hierarchy").get("cycles");
    int n = rows.get("energies").size();
    assertThat(own.get("around")).hasSize(n + cycles.size());
    for (int k = 0; k < cycles.size(); k++) {
      TreeSet<String> children = new TreeSet<>();
      for (int i = 0; i < n + cycles.size(); i++) {
        if (own.get("around").get(i).asInt(-1) == k) {
          children.add(i < n ? id(columns, i) : cycles.get(i - n).get("id").asText());
        }
      }
      TreeSet<String> expected = new TreeSet<>();
      cycles.get(k).get("children").forEach(child -> expected.add(child.asText()));
      assertThat(children).isEqualTo(expected);
      same(own.get("exit").get(k), cycles.get(k).get("exit"));
      assertThat(id(columns, own.get("main").get(k).intValue()))
          .isEqualTo(cycles.get(k).get("main").asText());
      JsonNode edge = cycles.get(k).get("exitEdge");
      assertThat(own.get("exitFrom").get(k).isNull()).isEqualTo(edge.isNull());
      if (!edge.isNull()) {
        assertThat(id(columns, own.get("exitFrom").get(k).intValue()))
            .isEqualTo(edge.get(0).asText());
        assertThat(id(columns, own.get("exitTo").get(k).intValue()))
            .isEqualTo(edge.get(1).asText());
      }
    }
    JsonNode events = rows.get("hierarchy").get("eigenvalueExponents");
    JsonNode exponents = columns.get("hierarchy").get("eigenvalueExponents");
    for (int k = 0; k < events.size(); k++) {
      same(exponents.get("exponent").get(k), events.get(k).get("exponent"));
      assertThat(id(columns, exponents.get("dying").get(k).intValue()))
          .isEqualTo(events.get(k).get("dying").asText());
      assertThat(id(columns, exponents.get("absorbedBy").get(k).intValue()))
          .isEqualTo(events.get(k).get("absorbedBy").asText());
    }
  }

  private static void committor(JsonNode rows, JsonNode own) {
    int n = rows.size() / own.size();
    for (int k = 0; k < rows.size(); k++) {
      assertThat(own.get(k / n).get("target")).isEqualTo(rows.get(k).get("target"));
      same(own.get(k / n).get("exponent").get(k % n), rows.get(k).get("exponent"));
    }
  }

  private static void same(JsonNode column, JsonNode row) {
    assertThat(column.isNull()).isEqualTo(row.isNull());
    if (!row.isNull()) {
      assertThat(column.doubleValue()).isCloseTo(row.doubleValue(), within(TOLERANCE));
    }
  }
}
