package org.longrun.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * The keys of a GraphML file: what the data of nodes and edges is called, and what holds where
 * there is none. A key counts for data of another element than it is declared for, as some programs
 * write it, but its default does not.
 */
final class GraphMlKeys {
  private static final String ALL = "all";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<String, String>> defaults = new HashMap<>();

  /** Takes the key that the elements stand at. */
  void read(XmlElements xml) throws XMLStreamException {
    String id = xml.required("id");
    String given = xml.attribute("attr.name");
    String domain = xml.attribute("for") == null ? ALL : xml.required("for");
    String name = given == null || given.isEmpty() ? id : given;
    String known = known(name, id);
    names.put(domain + " " + id, known);
    names.putIfAbsent(id, known);
    while (xml.nextChild()) {
      if (xml.name().equals("default")) {
        String value = xml.text("").own();
        if (!value.isEmpty()) {
          defaults.computeIfAbsent(domain, d -> new LinkedHashMap<>()).put(known, value);
        }
      } else {
        xml.skip();
      }
    }
  }

  /** The name by which data is looked up: the key's, or its id where that says more. */
  private static String known(String name, String id) {
    String lower = name.toLowerCase(Locale.ROOT);
    String lowerId = id.toLowerCase(Locale.ROOT);
    boolean plain = !lower.equals("cost") && !lower.equals("b");
    return plain && (lowerId.equals("cost") || lowerId.equals("weight")) ? lowerId : lower;
  }

  /** What data with this key inside such an element is called. */
  String name(String element, String id) {
    String any =
        names.getOrDefault(ALL + " " + id, names.getOrDefault(id, id.toLowerCase(Locale.ROOT)));
    return names.getOrDefault(element + " " + id, any);
  }

  /** Adds what holds for such an element where nothing is said. */
  void complete(String element, Map<String, String> data) {
    defaults.getOrDefault(element, Map.of()).forEach(data::putIfAbsent);
    defaults.getOrDefault(ALL, Map.of()).forEach(data::putIfAbsent);
  }
}
