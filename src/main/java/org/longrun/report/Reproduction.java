package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.Doubles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.SimulationPlan;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** The versions, settings and parts of the landscape file that reproduce the results, as HTML. */
final class Reproduction {
  private static final int MOST_VARIABLES = 24;

  private final StringBuilder out = new StringBuilder("<dl class=\"settings\">\n");

  private Reproduction() {}

  /** The list; without a landscape the provenance alone. */
  static String of(JsonNode provenance, @Nullable Landscape landscape) {
    Reproduction list = new Reproduction();
    provenance.properties().forEach(list::setting);
    if (landscape != null) {
      list.domain(landscape);
      list.question(landscape);
      list.simulation(landscape.simulation());
    }
    return list.out.append("</dl>").toString();
  }

  private void setting(Map.Entry<String, JsonNode> entry) {
    JsonNode value = entry.getValue();
    if (value.isObject()) {
      value.properties().forEach(this::setting);
    } else if (entry.getKey().equals("wallSeconds")) {
      pair("wall seconds", Markup.number(value.doubleValue(), 3));
    } else {
      pair(entry.getKey(), value.isNumber() ? exact(value.doubleValue()) : value.asText());
    }
  }

  private void domain(Landscape landscape) {
    int shown = Math.min(landscape.dimension(), MOST_VARIABLES);
    for (int k = 0; k < shown; k++) {
      List<Double> ends =
          List.of(landscape.domain().lower().get(k), landscape.domain().upper().get(k));
      pair(landscape.variables().get(k) + " ∈", numbers(ends));
    }
    if (shown < landscape.dimension()) {
      pair("…", (landscape.dimension() - shown) + " more variables");
    }
  }

  private void question(Landscape landscape) {
    pair("target", target(landscape.target()));
    for (Point start : landscape.starts()) {
      pair("start", numbers(Doubles.asList(start.toArray())));
    }
    pair("method", landscape.method().text());
    pair("momentum β", exact(landscape.momentum()));
    pair("step sizes η", numbers(landscape.stepSizes()));
  }

  private static String target(Target target) {
    if (target instanceof Target.GroundStates) {
      return "ground-states";
    }
    return target instanceof Target.Nearest nearest
        ? String.join(
            ", ", nearest.points().stream().map(p -> numbers(Doubles.asList(p.toArray()))).toList())
        : "argmin";
  }

  private void simulation(SimulationPlan plan) {
    pair("replicas", exact(plan.replicas()));
    pair("steps of a replica", exact(plan.steps()));
    pair("radius δ", exact(plan.radius()));
  }

  private void pair(String name, String value) {
    out.append("<div><dt>").append(Markup.escape(name)).append("</dt><dd>");
    out.append(Markup.escape(value)).append("</dd></div>\n");
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(Reproduction::exact).toList().toString();
  }

  /** Every digit, so that the number can be typed in again; without a needless ".0". */
  private static String exact(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0E", "E");
  }
}
