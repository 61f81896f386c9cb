package org.longrun.graph;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.longrun.graph.XmlElements.Place;
import org.longrun.landscape.PlainText;

/** The nodes of a GraphML file: which are declared, and where an edge names one that is not yet. */
final class GraphMlNodes {
  private final TransitionGraphBuilder builder;
  private final BitSet declared = new BitSet();
  private final Set<String> groups = new HashSet<>();
  private final Map<Integer, Place> awaited = new HashMap<>();

  GraphMlNodes(TransitionGraphBuilder builder) {
    this.builder = builder;
  }

  /** The vertex of a node; −1 if it was declared before. */
  int declare(String id) {
    int vertex = builder.vertex(id);
    if (declared.get(vertex) || groups.contains(id)) {
      return -1;
    }
    declared.set(vertex);
    awaited.remove(vertex);
    return vertex;
  }

  /** Notes a node that holds others: a vertex only if an edge names it. False if it was there. */
  boolean declareGroup(String id) {
    int vertex = builder.find(id);
    return (vertex < 0 || !declared.get(vertex)) && groups.add(id);
  }

  /** The vertex that an edge at this place names. */
  int named(String id, Place place) {
    int vertex = builder.vertex(id);
    if (!declared.get(vertex)) {
      awaited.putIfAbsent(vertex, place);
    }
    return vertex;
  }

  /**
   * Ends the reading.
   *
   * @throws org.longrun.landscape.InputError if an edge names a node that is nowhere, at the first
   *     such edge
   */
  void check(XmlElements xml) {
    awaited.keySet().removeIf(vertex -> groups.contains(builder.id(vertex)));
    Comparator<Map.Entry<Integer, Place>> order =
        Comparator.comparing((Map.Entry<Integer, Place> each) -> each.getValue().line())
            .thenComparing(each -> each.getValue().column());
    awaited.entrySet().stream()
        .min(order)
        .ifPresent(
            first -> {
              throw xml.error(
                  first.getValue(),
                  "this edge names '"
                      + PlainText.brief(builder.id(first.getKey()))
                      + "', and no <node> has that id");
            });
  }
}
