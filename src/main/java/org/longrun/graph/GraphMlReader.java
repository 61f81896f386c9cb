package org.longrun.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;
import org.longrun.landscape.PlainText;

/** The elements of a GraphML file, in their order. */
final class GraphMlReader {
  private static final int DEEPEST = 200;
  private static final List<String> COSTS = List.of("cost", "b", "weight");
  private static final List<String> LABELS = List.of("label", "edge label", "edgelabel");
  private final XmlElements xml;
  private final TransitionGraphBuilder builder;
  private final GraphMlKeys keys = new GraphMlKeys();
  private final GraphMlNodes nodes;

  GraphMlReader(XmlElements xml, TransitionGraphBuilder builder) {
    this.xml = xml;
    this.builder = builder;
    this.nodes = new GraphMlNodes(builder);
  }

  /** Reads everything; returns what there is to say of it. */
  List<String> read() throws XMLStreamException {
    xml.root("graphml");
    boolean graph = false;
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "key" -> keys.read(xml);
        case "graph" -> {
          if (graph) {
            throw xml.error("here begins a second <graph>; a network is one graph a file");
          }
          graph = true;
          graph(1);
        }
        default -> xml.skip();
      }
    }
    if (!graph) {
      throw new InputError(xml.file(), 1, 1, "no <graph> element; GraphML holds one in <graphml>");
    }
    xml.end();
    nodes.check(xml);
    return List.of();
  }

  private void graph(int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw xml.error("at most " + DEEPEST + " graphs may be nested");
    }
    boolean directed = !"undirected".equals(choice("edgedefault", "directed", "undirected"));
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "node" -> node(depth);
        case "edge" -> edge(directed);
        case "hyperedge" ->
            throw xml.error(
                "a hyperedge joins any number of nodes; a cost belongs to an <edge> between two");
        case "graph" -> throw xml.error("a <graph> inside a <graph> must stand in a <node>");
        default -> xml.skip();
      }
    }
  }

  /** An attribute's value in lower case, null if it is not there. */
  private @Nullable String choice(String attribute, String... choices) {
    String value = xml.attribute(attribute);
    String lower = value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    if (lower != null && !List.of(choices).contains(lower)) {
      throw xml.error(
          attribute
              + " is '"
              + PlainText.brief(lower)
              + "'; it is one of "
              + String.join(", ", choices));
    }
    return lower;
  }

  private void node(int depth) throws XMLStreamException {
    String id = xml.required("id");
    XmlElements.Place place = xml.place();
    Map<String, String> data = new HashMap<>();
    boolean group = false;
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "data" -> data(data, "node");
        case "graph" -> {
          group = true;
          graph(depth + 1);
        }
        default -> xml.skip();
      }
    }
    int vertex = group ? -1 : nodes.declare(id);
    if (group ? !nodes.declareGroup(id) : vertex < 0) {
      throw xml.error(place, "a second node has the id '" + PlainText.brief(id) + "'");
    }
    keys.complete("node", data);
    if (!group) {
      describe(vertex, data);
    }
  }

  private void describe(int vertex, Map<String, String> data) {
    double value = Decimals.parse(data.getOrDefault("value", ""));
    if (!Double.isNaN(value)) {
      builder.value(vertex, value);
    }
    Kind kind = Kind.ofLabel(data.getOrDefault("kind", ""));
    if (kind != null) {
      builder.kind(vertex, kind);
    }
  }

  private void edge(boolean byDefault) throws XMLStreamException {
    XmlElements.Place place = xml.place();
    int from = nodes.named(xml.required("source"), place);
    int to = nodes.named(xml.required("target"), place);
    String own = choice("directed", "true", "false", "1", "0");
    boolean directed = own == null ? byDefault : own.equals("true") || own.equals("1");
    Map<String, String> data = new HashMap<>();
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "data" -> data(data, "edge");
        case "graph" -> throw xml.error("a <graph> inside an <edge> is not read");
        default -> xml.skip();
      }
    }
    keys.complete("edge", data);
    if (from == to) {
      builder.edge(from, to, 0);
      return;
    }
    double cost = cost(data, place);
    double error = error(data, place);
    builder.edge(from, to, cost, error);
    if (!directed) {
      builder.edge(to, from, cost, error);
    }
  }

  private double cost(Map<String, String> data, XmlElements.Place place) {
    for (String name : COSTS) {
      String text = data.get(name);
      if (text != null) {
        double cost = number(text, "the cost", place);
        if (!(cost >= 0)) {
          throw xml.error(place, "the cost is " + PlainText.brief(text) + "; a cost is >= 0");
        }
        return cost;
      }
    }
    for (String name : LABELS) {
      double cost = Decimals.parse(data.getOrDefault(name, ""));
      if (cost >= 0) {
        return cost;
      }
    }
    throw xml.error(place, "this edge has no cost; give data with the key 'cost'");
  }

  private double error(Map<String, String> data, XmlElements.Place place) {
    String text = data.get("error");
    double error = text == null ? 0 : number(text, "the error", place);
    if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
      throw xml.error(place, "the error is " + error + "; an error is finite and >= 0");
    }
    return error;
  }

  /** Notes the data that the elements stand at; empty data says nothing. */
  private void data(Map<String, String> into, String element) throws XMLStreamException {
    String id = xml.required("key");
    XmlElements.Text text = xml.text("EdgeLabel");
    if (!text.own().isEmpty()) {
      into.put(keys.name(element, id), text.own());
    } else if (!text.label().isEmpty()) {
      into.putIfAbsent("label", text.label());
    }
  }

  private double number(String text, String what, XmlElements.Place place) {
    double value = Decimals.parse(text);
    if (Double.isNaN(value)) {
      throw xml.error(place, what + " is '" + PlainText.brief(text) + "'; a number is wanted");
    }
    return value;
  }
}
