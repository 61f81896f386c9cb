package org.longrun.hitting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;

/** The instances of reference/graph-vectors.json, null read as +∞. */
final class GraphVectors {
  private GraphVectors() {}

  static List<JsonNode> instances() {
    try (InputStream in = GraphVectors.class.getResourceAsStream("/reference/graph-vectors.json")) {
      List<JsonNode> list = new ArrayList<>();
      new ObjectMapper().readTree(in).get("instances").forEach(list::add);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TransitionGraph graph(JsonNode instance) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    int n = instance.get("n").asInt();
    for (int v = 0; v < n; v++) {
      builder.vertex("v" + v);
    }
    for (int i = 0; i < n; i++) {
      double[] row = numbers(instance.get("B").get(i));
      for (int j = 0; j < n; j++) {
        builder.edge(i, j, row[j]);
      }
    }
    return builder.build();
  }

  static double[] numbers(JsonNode array) {
    double[] values = new double[array.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = number(array.get(k));
    }
    return values;
  }

  static double number(JsonNode value) {
    return value.isNull() ? Double.POSITIVE_INFINITY : value.asDouble();
  }

  static BitSet set(JsonNode array) {
    BitSet set = new BitSet();
    array.forEach(v -> set.set(v.asInt()));
    return set;
  }

  static int[] integers(JsonNode array) {
    int[] values = new int[array.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = array.get(k).asInt();
    }
    return values;
  }
}
