package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Freidlin's cycles as a tree: leaves are components, the height of a join the time to leave. */
final class CycleFigure {
  private final Map<String, JsonNode> cycles = new LinkedHashMap<>();
  private final Findings findings;
  private int leaves;

  CycleFigure(Findings findings) {
    this.findings = findings;
    findings.at("hierarchy", "cycles").forEach(c -> cycles.put(c.path("id").asText(), c));
  }

  /** The tree; null where there is no cycle. */
  @Nullable Svg draw() {
    double highest = 0;
    Set<String> inside = new HashSet<>();
    for (JsonNode cycle : cycles.values()) {
      highest = Math.max(highest, cycle.path("exit").asDouble());
      cycle.path("children").forEach(child -> inside.add(child.asText()));
    }
    if (cycles.isEmpty()) {
      return null;
    }
    List<String> roots =
        java.util.stream.Stream.concat(
                cycles.keySet().stream(),
                findings.components().stream().map(Findings.Component::id))
            .filter(id -> !inside.contains(id))
            .distinct()
            .toList();
    Scale y = Scale.covering(-0.1 * Math.max(highest, 1e-9), Math.max(highest, 1e-9), false);
    Scale x = new Scale(-1, findings.components().size(), false);
    Chart chart = new Chart(new Svg(860, 480), x, y);
    chart.categories(List.of(), "components", "exponent of the time to leave");
    roots.forEach(root -> node(chart, root));
    return chart.svg();
  }

  /** Draws a node and what is below it; returns its abscissa and the height of its top. */
  private double[] node(Chart chart, String id) {
    JsonNode cycle = cycles.get(id);
    if (cycle == null) {
      double at = leaves++;
      int i = findings.position(id);
      String kind = i < 0 ? "vertex" : findings.components().get(i).kind();
      chart.svg().mark(kind, chart.px(at), chart.py(0), 5, "fill:" + Svg.colour(kind));
      if (findings.components().size() <= 40) {
        chart.svg().text(chart.px(at), chart.py(0) + 20, "middle", "", id);
      }
      return new double[] {at, 0, exitOf(id)};
    }
    return join(chart, cycle);
  }

  /** A single component is left at the cost of its cheapest move. */
  private double exitOf(String id) {
    int i = findings.position(id);
    return findings.transitions().stream()
        .filter(t -> t.from() == i && t.isDirect())
        .mapToDouble(Findings.Transition::cost)
        .min()
        .orElse(0);
  }

  private double[] join(Chart chart, JsonNode cycle) {
    double sum = 0;
    double level = 0;
    java.util.List<double[]> below = new java.util.ArrayList<>();
    for (JsonNode child : cycle.path("children")) {
      double[] place = node(chart, child.asText());
      below.add(place);
      sum += place[0];
      level = Math.max(level, place[2]);
    }
    level = level > 0 ? level : cycle.path("exit").asDouble();
    double at = sum / Math.max(1, below.size());
    for (double[] place : below) {
      String style = "stroke:" + Svg.SOFT + ";stroke-width:1.6";
      chart
          .svg()
          .line(chart.px(place[0]), chart.py(place[1]), chart.px(place[0]), chart.py(level), style);
      chart.svg().line(chart.px(place[0]), chart.py(level), chart.px(at), chart.py(level), style);
    }
    return new double[] {at, level, Math.max(level, cycle.path("exit").asDouble())};
  }
}
