package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;

/**
 * The data that a page carries: the results without what only pictures need, the sampled pictures,
 * the simulation.
 *
 * <p>Sampled numbers keep six significant digits; the results keep all of theirs.
 */
final class PageData {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int GRID = 121;
  private static final int PLANE_GRID = 61;
  private static final int BASIN_GRID = 81;
  private static final int PROFILE = 601;

  /** How many path points a page carries in all; shared among the paths. */
  private static final int PATH_POINTS = 60_000;

  private static final int MOST_PER_PATH = 81;
  private static final int LEAST_PER_PATH = 21;

  private final Findings findings;
  private final @Nullable Landscape landscape;

  PageData(Findings findings, @Nullable Landscape landscape) {
    this.findings = findings;
    this.landscape = landscape;
  }

  /** The whole. */
  ObjectNode tree(@Nullable JsonNode simulation) {
    ObjectNode out = JSON.objectNode();
    out.set("results", results());
    out.set("graph", layout());
    if (landscape != null) {
      List<View> views = Views.of(landscape, findings);
      out.set("views", views(landscape, views));
      out.set("paths", paths(landscape, views));
    }
    out.set("simulation", simulation == null ? JSON.nullNode() : simulation);
    return out;
  }

  /** The results; paths go to {@code paths}, trees become lists of successors. */
  private ObjectNode results() {
    ObjectNode out = findings.root().deepCopy();
    out.path("transitions").forEach(t -> ((ObjectNode) t).remove("path"));
    out.path("energies").forEach(e -> successors((ObjectNode) e, "arborescence"));
    out.path("hitting").path("components").forEach(c -> successors((ObjectNode) c, "pruned"));
    if (out.path("components").isMissingNode()) {
      ArrayNode vertices = out.putArray("components");
      findings
          .components()
          .forEach(c -> vertices.addObject().put("id", c.id()).put("kind", "vertex"));
    }
    return out;
  }

  private void successors(ObjectNode row, String key) {
    JsonNode edges = row.remove(key);
    if (edges == null || !edges.isArray()) {
      return;
    }
    int[] next = new int[findings.components().size()];
    Arrays.fill(next, -1);
    for (JsonNode edge : edges) {
      int from = findings.position(edge.path(0).asText());
      if (from >= 0) {
        next[from] = findings.position(edge.path(1).asText());
      }
    }
    ArrayNode out = row.putArray(key);
    for (int j : next) {
      out.add(j);
    }
  }

  private ObjectNode layout() {
    double[][] positions = GraphLayout.of(findings.components().size(), findings.transitions());
    ObjectNode out = JSON.objectNode();
    out.set("x", array(positions[0]));
    out.set("y", array(positions[1]));
    return out;
  }

  private ArrayNode views(Landscape landscape, List<View> views) {
    ArrayNode out = JSON.arrayNode();
    for (View view : views) {
      ObjectNode node = out.addObject();
      node.put("title", view.title());
      node.put("whole", view.whole());
      view.axes().forEach(node.withArray("axes")::add);
      sample(landscape, view, out.size() == 1, node);
      node.set("components", projections(view));
      node.set("places", places(view));
      node.set("starts", starts(view));
    }
    return out;
  }

  private void sample(Landscape landscape, View view, boolean first, ObjectNode out) {
    FieldSampler sampler = new FieldSampler(landscape, view);
    boolean line = view.dimension() == 1;
    int count = sampler.resolution(line ? PROFILE : view.whole() ? GRID : PLANE_GRID);
    double[] x = sampler.axis(0, count);
    double[] y = line ? new double[] {0} : sampler.axis(1, count);
    double[][] f = sampler.values(x, y);
    out.set("x", array(x));
    out.set("y", array(y));
    out.set("f", matrix(f));
    levels(f).forEach(out.withArray("levels")::add);
    if (!line && first) {
      int most = view.whole() ? BASIN_GRID : BASIN_GRID / 2;
      int basins = sampler.basinResolution(most, findings.components());
      if (basins > 0) {
        basins(sampler, basins, out);
      }
    }
  }

  private void basins(FieldSampler sampler, int count, ObjectNode out) {
    double[] x = sampler.axis(0, count);
    double[] y = sampler.axis(1, count);
    ArrayNode rows = out.putArray("basins");
    for (int[] row : sampler.basins(x, y, findings.components())) {
      ArrayNode cells = rows.addArray();
      for (int cell : row) {
        cells.add(cell);
      }
    }
  }

  /** Contour levels for these samples: also used by figures for papers. */
  List<Double> levels(double[][] f) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Findings.Component c : findings.components()) {
      if (c.value() != null) {
        lowest = Math.min(lowest, c.value());
        highest = Math.max(highest, c.value());
      }
    }
    double sampled = Double.NEGATIVE_INFINITY;
    for (double[] row : f) {
      for (double value : row) {
        sampled = Double.isFinite(value) ? Math.max(sampled, value) : sampled;
      }
    }
    return lowest <= highest ? ContourLevels.between(lowest, highest, sampled) : List.of();
  }

  private ArrayNode projections(View view) {
    ArrayNode out = JSON.arrayNode();
    for (Findings.Component c : findings.components()) {
      ArrayNode curve = out.addArray();
      for (List<Double> p : c.points()) {
        curve.add(array(view.project(Doubles.toArray(p))));
      }
    }
    return out;
  }

  /**
   * Where each component is marked: a curve is drawn whole, its mark stands at one of its points.
   */
  private ArrayNode places(View view) {
    ArrayNode out = JSON.arrayNode();
    for (Findings.Component c : findings.components()) {
      out.add(array(view.project(Doubles.toArray(c.representative()))));
    }
    return out;
  }

  private ArrayNode starts(View view) {
    ArrayNode out = JSON.arrayNode();
    for (JsonNode start : findings.at("hitting", "starts")) {
      List<Double> x = Findings.numbers(start.path("x"));
      out.add(array(view.project(Doubles.toArray(x))));
    }
    return out;
  }

  private ArrayNode paths(Landscape landscape, List<View> views) {
    List<Findings.Transition> all = findings.transitions();
    long drawn = all.stream().filter(Findings.Transition::hasPath).count();
    int most = (int) (PATH_POINTS / Math.max(1, drawn));
    most = Math.max(LEAST_PER_PATH, Math.min(MOST_PER_PATH, most));
    PathProfile.Move move = new ActionMove(Sgd.of(landscape).hamiltonian());
    ArrayNode out = JSON.arrayNode();
    for (int k = 0; k < all.size(); k++) {
      Findings.Transition t = all.get(k);
      if (t.hasPath()) {
        double total = t.directCost() == null ? Double.NaN : t.directCost();
        PathProfile profile = PathProfile.along(t.path(), landscape, move, total, most);
        path(profile, views, out.addObject().put("transition", k));
      }
    }
    return out;
  }

  private static void path(PathProfile profile, List<View> views, ObjectNode out) {
    out.set("s", array(profile.length()));
    out.set("f", array(profile.values()));
    if (profile.action() != null) {
      out.set("action", array(profile.action()));
    }
    ArrayNode projections = out.putArray("views");
    for (View view : views) {
      ArrayNode axes = projections.addArray();
      for (int k = 0; k < view.dimension(); k++) {
        int axis = k;
        axes.add(
            array(profile.points().stream().mapToDouble(p -> view.project(p)[axis]).toArray()));
      }
    }
  }

  private static ArrayNode matrix(double[][] rows) {
    ArrayNode out = JSON.arrayNode();
    for (double[] row : rows) {
      out.add(array(row));
    }
    return out;
  }

  private static ArrayNode array(double[] numbers) {
    ArrayNode out = JSON.arrayNode();
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        out.add(sixDigits(number));
      } else {
        out.addNull();
      }
    }
    return out;
  }

  /** The number rounded to six significant digits. */
  static double sixDigits(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return number;
    }
    int exponent = 5 - (int) Math.floor(Math.log10(Math.abs(number)));
    if (Math.abs(exponent) > 22) {
      return number;
    }
    double power = Math.pow(10, Math.abs(exponent));
    return exponent > 0 ? Math.round(number * power) / power : Math.round(number / power) * power;
  }
}
