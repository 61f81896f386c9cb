package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Results in the form of formats, section 2, put together from reference values or at random. */
final class SampleResults {
  static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();
  private final int size;
  private final double[][] costs;
  private final boolean[][] direct;

  private SampleResults(int size, double[][] costs) {
    this.size = size;
    this.costs = costs;
    this.direct = new boolean[size][size];
    for (boolean[] row : direct) {
      Arrays.fill(row, true);
    }
  }

  /** The results of a reference landscape, with the paths drawn straight. */
  static ObjectNode ofReference(String key) {
    JsonNode reference = reference().path(key);
    JsonNode points = reference.path("critical_points");
    double[][] costs = new double[points.size()][points.size()];
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < costs.length; j++) {
        JsonNode b = reference.path("B").path(i).path(j);
        costs[i][j] = b.isNumber() ? b.doubleValue() : Double.POSITIVE_INFINITY;
      }
    }
    SampleResults sample = new SampleResults(points.size(), costs);
    sample.findDirect();
    sample.landscape(key.replaceAll("[^A-Za-z0-9._-]", "-"), points.path(0).path("x").size());
    int d = points.path(0).path("x").size();
    for (int i = 0; i < points.size(); i++) {
      JsonNode point = points.path(i);
      int index = point.path("index").asInt();
      String kind = index == 0 ? "minimum" : index == d ? "maximum" : "saddle";
      sample.component(i, kind, index, point.path("f").doubleValue(), doubles(point.path("x")));
    }
    sample.graph(doubles(reference.path("E")), doubles(reference.path("J")));
    sample.targets(reference.path("targets"));
    sample.starts(reference.path("starts"));
    sample.bound(reference.path("gaussian_bound"));
    return sample.root;
  }

  /** The three humps, with this text for the name, the objective and the noise. */
  static ObjectNode threeHumpCalled(String text) {
    ObjectNode results = ofReference("three_hump__gauss_s2=1");
    results.withObject("landscape").put("name", text).put("objective", text).put("noise", text);
    return results;
  }

  /** A network of wells and saddles on a torus, with extra moves: N components, M direct moves. */
  static ObjectNode random(int size, int moves, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] costs = new double[size][size];
    for (double[] row : costs) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    SampleResults sample = new SampleResults(size, costs);
    sample.landscape("random-" + size, 2);
    double[] f = random.doubles(size).sorted().toArray();
    for (int i = 0; i < size; i++) {
      String kind = i < size / 2 ? "minimum" : "saddle";
      double[] x = {random.nextDouble(-4, 4), random.nextDouble(-4, 4)};
      sample.component(i, kind, i < size / 2 ? 0 : 1, f[i], x);
    }
    int made = 0;
    while (made < moves) {
      int i = made < size ? made : random.nextInt(size);
      int j = made < size ? (made + 1 + random.nextInt(size / 8 + 1)) % size : random.nextInt(size);
      if (i != j && Double.isInfinite(costs[i][j])) {
        costs[i][j] = i >= size / 2 && made % 3 == 0 ? 0 : random.nextDouble(0.1, 5);
        made++;
      }
    }
    double[] levels = Arrays.stream(f).map(v -> 2 * (v - f[0])).toArray();
    double[] exponents = random.doubles(size).map(v -> 3 * v).toArray();
    sample.graph(levels, exponents);
    sample.targets(JSON.createArrayNode().add(0));
    return sample.root;
  }

  /** A closed cost is direct unless a chain through another component is as cheap. */
  private void findDirect() {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          boolean between = k != i && k != j && i != j;
          direct[i][j] &= !between || costs[i][k] + costs[k][j] > costs[i][j] + 1e-12;
        }
      }
    }
  }

  private static JsonNode reference() {
    try (InputStream in = SampleResults.class.getResourceAsStream("/reference/landscapes.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void landscape(String name, int d) {
    ObjectNode landscape = root.putObject("landscape");
    landscape.put("name", name).put("dimension", d).put("objective", "f").put("noise", "gaussian");
    ArrayNode variables = landscape.putArray("variables");
    List.of("x", "y").subList(0, Math.min(d, 2)).forEach(variables::add);
    root.putArray("components");
    ObjectNode completeness = root.putObject("completeness");
    completeness.put("indexSum", 1).put("expected", 1).put("consistent", true);
    completeness.put("certified", false).put("note", "Multi-start search.");
  }

  private void component(int i, String kind, int index, double value, double[] x) {
    ObjectNode c = root.withArray("components").addObject();
    c.put("id", id(i))
        .put("kind", kind)
        .put("index", index)
        .put("dimension", 0)
        .put("value", value);
    Arrays.stream(x).forEach(c.putArray("representative")::add);
    Arrays.stream(x).forEach(c.putArray("points").addArray()::add);
    c.putArray("hessianEigenvalues");
  }

  private void graph(double[] energies, double[] exponents) {
    ArrayNode transitions = root.putArray("transitions");
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (i != j && Double.isFinite(costs[i][j])) {
          transition(transitions.addObject(), i, j);
        }
      }
    }
    double least = Arrays.stream(energies).min().orElse(0);
    ArrayNode ground = root.putArray("groundStates");
    for (int i = 0; i < energies.length; i++) {
      ObjectNode row = root.withArray("energies").addObject();
      row.put("component", id(i)).put("energy", energies[i]).put("relative", energies[i] - least);
      row.putNull("dominatedBy");
      tree(i, row.putArray("arborescence"), -1);
      if (energies[i] - least < 1e-9) {
        ground.add(id(i));
      }
    }
    ArrayNode rows = root.putObject("hitting").putArray("components");
    for (int i = 0; i < exponents.length; i++) {
      ObjectNode row = rows.addObject().put("component", id(i)).put("exponent", exponents[i]);
      row.put("avoiding", exponents[i]).put("passing", exponents[i]);
      tree(0, row.putArray("pruned"), i);
    }
    root.withObject("hitting").putObject("attraction").put("holds", true).put("margin", 1.2);
    root.putArray("warnings").add("These are sample results.");
    root.putObject("provenance")
        .put("version", "test")
        .put("seed", 42)
        .putObject("settings")
        .put("action-tolerance", 1e-9);
  }

  private void transition(ObjectNode t, int i, int j) {
    boolean direct = isDirect(i, j);
    t.put("from", id(i)).put("to", id(j)).put("cost", costs[i][j]).put("error", 1e-9);
    t.put("direct", direct).put("converged", true).putNull("lowerBound").putArray("via");
    if (direct) {
      t.put("directCost", costs[i][j]);
      path(t.putArray("path"), point(i), point(j));
    }
  }

  private boolean isDirect(int i, int j) {
    return Double.isFinite(costs[i][j]) && direct[i][j];
  }

  private double[] point(int i) {
    return doubles(root.path("components").path(i).path("representative"));
  }

  private static void path(ArrayNode out, double[] a, double[] b) {
    for (int s = 0; s <= 40; s++) {
      ArrayNode p = out.addArray();
      for (int k = 0; k < a.length; k++) {
        double bend = a.length > 1 ? 0.1 * Math.sin(Math.PI * s / 40) * (k == 0 ? 1 : -1) : 0;
        p.add(a[k] + (b[k] - a[k]) * s / 40 + bend);
      }
    }
  }

  /** Cheapest ways to the root, less the edge out of one vertex. */
  private void tree(int target, ArrayNode out, int pruned) {
    double[] distance = new double[size];
    int[] next = new int[size];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(next, -1);
    distance[target] = 0;
    for (int round = 0; round < size; round++) {
      boolean changed = false;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (i != j && isDirect(i, j) && costs[i][j] + distance[j] < distance[i] - 1e-12) {
            distance[i] = costs[i][j] + distance[j];
            next[i] = j;
            changed = true;
          }
        }
      }
      if (!changed) {
        break;
      }
    }
    for (int i = 0; i < size; i++) {
      if (next[i] >= 0 && i != pruned) {
        out.addArray().add(id(i)).add(id(next[i]));
      }
    }
  }

  private void targets(JsonNode targets) {
    ArrayNode out = root.withObject("hitting").putArray("target");
    targets.forEach(t -> out.add(id(t.asInt())));
  }

  private void starts(JsonNode starts) {
    ArrayNode out = root.withObject("hitting").putArray("starts");
    for (JsonNode start : starts) {
      ObjectNode row = out.addObject();
      row.set("x", start.path("x"));
      row.put("exponent", start.path("J_x").asDouble());
      row.put("component", start.has("J_x_argmax") ? id(start.path("J_x_argmax").asInt()) : null);
      row.put("basin", start.has("basin_of") ? id(start.path("basin_of").asInt()) : null);
    }
  }

  private void bound(JsonNode bound) {
    ArrayNode out = root.putArray("bounds");
    ObjectNode row = out.addObject().put("name", "gaussian").put("applies", bound.isObject());
    if (bound.isObject()) {
      row.put("bound", bound.path("bound").asDouble())
          .put("actual", bound.path("max_J").asDouble());
      row.put("tightness", bound.path("tightness_maxJ_over_bound").asDouble()).put("holds", true);
    }
    out.addObject().put("name", "power-law").put("applies", false);
  }

  static String id(int i) {
    return "K" + (i + 1);
  }

  private static double[] doubles(JsonNode array) {
    List<Double> out = new ArrayList<>();
    array.forEach(v -> out.add(v.isNumber() ? v.doubleValue() : Double.NaN));
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
