package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of an analysis as the page reads them: a typed view of the results' JSON (formats,
 * sections 2 and 3). What a network has not (coordinates, values) is empty.
 */
final class Findings {
  /**
   * A critical component, or a network's vertex.
   *
   * @param id its name
   * @param kind minimum, saddle, maximum, degenerate; vertex in a network
   * @param index the Morse index; −1 where there is none
   * @param value f, or null in a network
   * @param representative a point of it; empty in a network
   * @param points points along it
   */
  record Component(
      String id,
      String kind,
      int index,
      @Nullable Double value,
      List<Double> representative,
      List<List<Double>> points) {
    boolean isMinimum() {
      return kind.equals("minimum");
    }
  }

  /**
   * A transition.
   *
   * @param from position of the component it leaves
   * @param to position of the component it reaches
   * @param cost B_ij, closed
   * @param directCost the direct path's cost; null where the transition is not direct
   * @param error estimated absolute error
   * @param converged whether the cost has converged
   * @param path points along the direct path; empty where there is none
   */
  record Transition(
      int from,
      int to,
      double cost,
      @Nullable Double directCost,
      @Nullable Double error,
      boolean converged,
      List<double[]> path) {
    boolean isDirect() {
      return directCost != null;
    }

    boolean hasPath() {
      return isDirect() && path.size() > 1;
    }
  }

  private final JsonNode root;
  private final List<Component> components;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final List<Transition> transitions;

  private Findings(JsonNode root) {
    this.root = root;
    this.components = List.copyOf(readComponents(root));
    for (int i = 0; i < components.size(); i++) {
      positions.put(components.get(i).id(), i);
    }
    this.transitions = List.copyOf(readTransitions(root, positions));
  }

  /** Reads the results. */
  static Findings of(JsonNode results) {
    return new Findings(results);
  }

  /** The tree itself, for what is only copied. */
  JsonNode root() {
    return root;
  }

  /** K_1 … K_N in the order of the results. */
  List<Component> components() {
    return components;
  }

  /** Every transition of the results. */
  List<Transition> transitions() {
    return transitions;
  }

  /** The component's position, −1 for a name that is unknown. */
  int position(String id) {
    return positions.getOrDefault(id, -1);
  }

  /** Text at a path of keys; empty where there is none. */
  String text(String... keys) {
    return at(keys).asText("");
  }

  /** The node at a path of keys; a missing node where there is none. */
  JsonNode at(String... keys) {
    JsonNode node = root;
    for (String key : keys) {
      node = node.path(key);
    }
    return node;
  }

  /** The strings of the array at a path of keys. */
  List<String> names(String... keys) {
    List<String> out = new ArrayList<>();
    at(keys).forEach(node -> out.add(node.asText()));
    return out;
  }

  /** The landscape's or network's name. */
  String name() {
    String name = text("landscape", "name");
    return name.isEmpty() ? text("network", "name") : name;
  }

  /** The entries of {@code energies} by position of their component, null where there is none. */
  List<@Nullable Double> energies(String field) {
    return column(at("energies"), field);
  }

  /** By position, what the errors of its arborescence's costs leave of an energy: their sum. */
  List<@Nullable Double> energyErrors() {
    Map<List<Integer>, Double> errors = new HashMap<>();
    for (Transition t : transitions) {
      if (t.isDirect() && t.error() != null) {
        errors.put(List.of(t.from(), t.to()), t.error());
      }
    }
    List<@Nullable Double> out = new ArrayList<>();
    components.forEach(c -> out.add(null));
    for (JsonNode row : at("energies")) {
      double sum = 0;
      for (JsonNode e : row.path("arborescence")) {
        int from = position(e.path(0).asText());
        sum += errors.getOrDefault(List.of(from, position(e.path(1).asText())), 0.0);
      }
      out.set(position(row.path("component").asText()), sum);
    }
    return out;
  }

  /** The entries of {@code hitting.components} by position: {@code exponent} and the like. */
  List<@Nullable Double> exponents(String field) {
    return column(at("hitting", "components"), field);
  }

  /** How sure a component's entry is: the word in {@code certainty}; empty in older results. */
  String certainty(String part, int position) {
    JsonNode rows = part.equals("hitting") ? at("hitting", "components") : at(part);
    return rows.path(position).path("certainty").asText("");
  }

  /** True if a component's energy or exponent is not decided. */
  boolean isOpen(String part, int position) {
    return certainty(part, position).equals("undecided");
  }

  /** True if the ground states are not decided. */
  boolean areGroundStatesOpen() {
    return text("groundStatesCertain").equals("undecided");
  }

  /** The largest hitting exponent, ∞ where one is infinite; null where none is known. */
  @Nullable Double worstExponent() {
    Double out = null;
    for (JsonNode row : at("hitting", "components")) {
      Double exponent = number(row.path("exponent"));
      double j = exponent == null ? Double.POSITIVE_INFINITY : exponent;
      out = out == null || j > out ? Double.valueOf(j) : out;
    }
    return out;
  }

  private List<@Nullable Double> column(JsonNode rows, String field) {
    List<@Nullable Double> out = new ArrayList<>();
    components.forEach(c -> out.add(null));
    for (JsonNode row : rows) {
      int i = position(row.path("component").asText());
      if (i >= 0) {
        out.set(i, number(row.path(field)));
      }
    }
    return out;
  }

  /** The edges (from, to) of the first ground state's arborescence. */
  Set<List<Integer>> groundTree() {
    Set<List<Integer>> out = new LinkedHashSet<>();
    List<String> states = names("groundStates");
    for (JsonNode row : at("energies")) {
      if (!states.isEmpty() && row.path("component").asText().equals(states.get(0))) {
        for (JsonNode e : row.path("arborescence")) {
          out.add(List.of(position(e.path(0).asText()), position(e.path(1).asText())));
        }
      }
    }
    return out;
  }

  /** The largest of the numbers that are known; null where none is. */
  static @Nullable Double largest(List<@Nullable Double> numbers) {
    Double out = null;
    for (Double number : numbers) {
      out = number != null && (out == null || number > out) ? number : out;
    }
    return out;
  }

  /** A JSON number, or null. */
  static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : null;
  }

  /** An array of numbers. */
  static List<Double> numbers(JsonNode array) {
    List<Double> out = new ArrayList<>();
    array.forEach(node -> out.add(node.doubleValue()));
    return out;
  }

  private static List<Component> readComponents(JsonNode root) {
    List<Component> out = new ArrayList<>();
    for (JsonNode c : root.path("components")) {
      List<List<Double>> points = new ArrayList<>();
      c.path("points").forEach(p -> points.add(numbers(p)));
      out.add(
          new Component(
              c.path("id").asText(),
              c.path("kind").asText("vertex"),
              c.path("index").asInt(-1),
              number(c.path("value")),
              numbers(c.path("representative")),
              points));
    }
    if (out.isEmpty()) {
      for (JsonNode e : root.path("energies")) {
        String id = e.path("component").asText();
        out.add(new Component(id, "vertex", -1, null, List.of(), List.of()));
      }
    }
    return out;
  }

  private static List<Transition> readTransitions(JsonNode root, Map<String, Integer> positions) {
    List<Transition> out = new ArrayList<>();
    for (JsonNode t : root.path("transitions")) {
      Integer from = positions.get(t.path("from").asText());
      Integer to = positions.get(t.path("to").asText());
      if (from != null && to != null && !t.path("cost").isNull()) {
        out.add(readTransition(t, from, to));
      }
    }
    return out;
  }

  private static Transition readTransition(JsonNode t, int from, int to) {
    List<double[]> path = new ArrayList<>();
    for (JsonNode p : t.path("path")) {
      path.add(numbers(p).stream().mapToDouble(Double::doubleValue).toArray());
    }
    Double cost = number(t.path("cost"));
    boolean direct = t.path("direct").asBoolean(true);
    Double directCost = direct ? number(t.path("directCost")) : null;
    return new Transition(
        from,
        to,
        cost == null ? Double.NaN : cost,
        direct && directCost == null ? cost : directCost,
        number(t.path("error")),
        t.path("converged").asBoolean(true),
        path);
  }
}
