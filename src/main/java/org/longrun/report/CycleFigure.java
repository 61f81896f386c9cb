package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Freidlin's cycles as a disconnectivity tree: a component stands at its energy within the largest
 * cycle around it, a join at the level where its cycle closes.
 *
 * <p>In a cycle the energy of a part plus its exit exponent is the same for every part, the level:
 * the flow round the cycle, exp(−level/η) in each step, passes through all of them (M. Freidlin, A.
 * Wentzell, <em>Random Perturbations of Dynamical Systems</em>, chapter 6, section 6).
 */
final class CycleFigure {
  /** A component or a cycle with its place: feet are energies, tops the levels of joins. */
  record Node(String id, double x, double foot, double top, List<Node> parts) {}

  private final Map<String, JsonNode> cycles = new LinkedHashMap<>();
  private final Findings findings;
  private int leaves;

  CycleFigure(Findings findings) {
    this.findings = findings;
    findings.at("hierarchy", "cycles").forEach(c -> cycles.put(c.path("id").asText(), c));
  }

  /** The tree; null where there is no cycle. */
  @Nullable Svg draw() {
    if (cycles.isEmpty()) {
      return null;
    }
    List<Node> roots = tree();
    double highest = Math.max(1e-9, roots.stream().mapToDouble(Node::top).max().orElse(0));
    Scale x = new Scale(-1, Math.max(1, leaves), false);
    Chart chart = new Chart(new Svg(860, 480), x, Scale.covering(-0.1 * highest, highest, false));
    chart.categories(List.of(), "components", "ΔE (units of η·log-probability)");
    roots.forEach(root -> draw(chart, root));
    return chart.svg();
  }

  /** The roots with all that is below them, placed. */
  List<Node> tree() {
    leaves = 0;
    return roots().stream().map(id -> node(id, 0)).toList();
  }

  /**
   * What no cycle contains: the largest cycles, and components that are recurrent by themselves.
   */
  private List<String> roots() {
    Set<String> inside = new HashSet<>();
    cycles.values().forEach(c -> c.path("children").forEach(child -> inside.add(child.asText())));
    List<@Nullable Double> energies = findings.energies("relative");
    Stream<String> alone =
        findings.components().stream()
            .map(Findings.Component::id)
            .filter(id -> energies.get(findings.position(id)) != null);
    return Stream.concat(cycles.keySet().stream(), alone)
        .filter(id -> !inside.contains(id))
        .toList();
  }

  private Node node(String id, double foot) {
    JsonNode cycle = cycles.get(id);
    if (cycle == null) {
      return new Node(id, leaves++, foot, foot, List.of());
    }
    double level = foot;
    for (JsonNode child : cycle.path("children")) {
      boolean main = main(child.asText()).equals(main(id));
      level = main ? foot + exit(child.asText()) : level;
    }
    List<Node> parts = new ArrayList<>();
    double sum = 0;
    for (JsonNode child : cycle.path("children")) {
      boolean main = main(child.asText()).equals(main(id));
      parts.add(node(child.asText(), main ? foot : level - exit(child.asText())));
      sum += parts.get(parts.size() - 1).x();
    }
    return new Node(id, sum / parts.size(), foot, level, parts);
  }

  /** Where SGD is mostly while it is in there. */
  private String main(String id) {
    JsonNode cycle = cycles.get(id);
    return cycle == null ? id : cycle.path("main").asText();
  }

  /** The exponent of the time to leave; a single component is left by its cheapest move. */
  private double exit(String id) {
    JsonNode cycle = cycles.get(id);
    if (cycle != null) {
      return cycle.path("exit").asDouble();
    }
    int i = findings.position(id);
    return findings.transitions().stream()
        .filter(t -> t.from() == i && t.isDirect())
        .mapToDouble(t -> t.directCost() == null ? t.cost() : t.directCost())
        .min()
        .orElse(0);
  }

  private void draw(Chart chart, Node node) {
    Svg svg = chart.svg();
    if (node.parts().isEmpty()) {
      int i = findings.position(node.id());
      String kind = i < 0 ? "vertex" : findings.components().get(i).kind();
      double y = chart.py(node.foot());
      svg.mark(kind, chart.px(node.x()), y, 5, "fill:" + Svg.colour(kind));
      if (leaves <= 40) {
        svg.text(chart.px(node.x()), y + 20, "middle", "", node.id());
      }
    }
    String style = "stroke:" + Svg.SOFT + ";stroke-width:1.6";
    double level = chart.py(node.top());
    for (Node part : node.parts()) {
      draw(chart, part);
      double at = chart.px(part.x());
      svg.line(at, chart.py(part.top()), at, level, style);
      svg.line(at, level, chart.px(node.x()), level, style);
    }
  }
}
