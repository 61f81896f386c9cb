package org.longrun.graph;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

/**
 * GraphML: {@code node} and {@code edge} elements, the cost in the data whose key is named {@code
 * cost}, else {@code weight}; undirected edges go both ways. A node's {@code value} and {@code
 * kind} are kept, other data passed over. Document types and external entities are not read.
 *
 * <p>U. Brandes, M. Eiglsperger, J. Lerner, C. Pich, Graph Markup Language, in: Handbook of Graph
 * Drawing and Visualization (2013), chapter 16.
 */
final class GraphMlFormat implements NetworkFormat {
  @Override
  public void read(TextScanner text, TransitionGraphBuilder builder) throws IOException {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(text.rest());
      new Elements(xml, text.file(), builder).read();
    } catch (XMLStreamException e) {
      throw syntax(text.file(), e);
    }
  }

  private static InputError syntax(String file, XMLStreamException e) {
    Location place = e.getLocation();
    String message = e.getMessage() == null ? "" : e.getMessage();
    String last = message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", "");
    String problem = "no well-formed GraphML: " + last;
    return place == null
        ? new InputError(file + ": " + problem)
        : new InputError(
            file, place.getLineNumber(), Math.max(1, place.getColumnNumber()), problem);
  }

  /** The elements in their order. */
  private static final class Elements {
    private final XMLStreamReader xml;
    private final String file;
    private final TransitionGraphBuilder builder;
    private final Map<String, String> names = new HashMap<>();
    private boolean directed = true;

    Elements(XMLStreamReader xml, String file, TransitionGraphBuilder builder) {
      this.xml = xml;
      this.file = file;
      this.builder = builder;
    }

    void read() throws XMLStreamException {
      boolean graph = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "key" -> key();
          case "graph" -> {
            graph = true;
            directed = !"undirected".equals(xml.getAttributeValue(null, "edgedefault"));
          }
          case "node" -> node();
          case "edge" -> edge();
          default -> {
            // ports, data of the graph itself, foreign elements
          }
        }
      }
      if (!graph) {
        throw new InputError(file, 1, 1, "no <graph> element; GraphML holds one in <graphml>");
      }
    }

    private void key() {
      String name = xml.getAttributeValue(null, "attr.name");
      names.put(required("id"), name == null ? required("id") : name);
    }

    private void node() throws XMLStreamException {
      int vertex = builder.vertex(required("id"));
      Map<String, String> data = data("node");
      String value = data.get("value");
      if (value != null) {
        builder.value(vertex, number(value, "the value"));
      }
      Kind kind = Kind.ofLabel(data.getOrDefault("kind", ""));
      if (kind != null) {
        builder.kind(vertex, kind);
      }
    }

    private void edge() throws XMLStreamException {
      int from = builder.vertex(required("source"));
      int to = builder.vertex(required("target"));
      String own = xml.getAttributeValue(null, "directed");
      boolean oneWay = own == null ? directed : Boolean.parseBoolean(own);
      Location place = xml.getLocation();
      Map<String, String> data = data("edge");
      String text = data.getOrDefault("cost", data.get("weight"));
      if (text == null) {
        throw error(place, "this edge has no cost; give data with the key 'cost'");
      }
      double cost = number(text, "the cost");
      if (!(cost >= 0)) {
        throw error(place, "the cost is " + text.strip() + "; a cost is >= 0");
      }
      double error = number(data.getOrDefault("error", "0"), "the error");
      if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
        throw error(place, "the error is " + error + "; an error is finite and >= 0");
      }
      builder.edge(from, to, cost, error);
      if (!oneWay) {
        builder.edge(to, from, cost, error);
      }
    }

    /** The data inside the element, by the names of their keys; leaves its end behind. */
    private Map<String, String> data(String element) throws XMLStreamException {
      Map<String, String> data = new HashMap<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
          break;
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("data")) {
          String key = required("key");
          data.put(names.getOrDefault(key, key).toLowerCase(Locale.ROOT), xml.getElementText());
        }
      }
      return data;
    }

    private double number(String text, String what) {
      double value = TextScanner.parse(text.strip());
      if (Double.isNaN(value)) {
        throw error(xml.getLocation(), what + " is '" + text.strip() + "'; a number is wanted");
      }
      return value;
    }

    private String required(String attribute) {
      String value = xml.getAttributeValue(null, attribute);
      if (value == null) {
        throw error(
            xml.getLocation(), "<" + xml.getLocalName() + "> lacks the attribute " + attribute);
      }
      return value;
    }

    private InputError error(@Nullable Location place, String problem) {
      int line = place == null ? 1 : place.getLineNumber();
      int column = place == null ? 1 : Math.max(1, place.getColumnNumber());
      return new InputError(file, line, column, problem);
    }
  }
}
