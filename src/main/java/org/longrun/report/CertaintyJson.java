package org.longrun.report;

import java.io.IOException;
import java.util.List;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.Trees;
import org.longrun.graph.TransitionGraph;

/** The part {@code certainty} of the results: what the errors of the costs leave open. */
final class CertaintyJson {
  private static final int NONE = -1;
  private final JsonWriter json;
  private final Certainty certainty;
  private final TransitionGraph graph;

  CertaintyJson(JsonWriter json, Certainty certainty, TransitionGraph graph) {
    this.json = json;
    this.certainty = certainty;
    this.graph = graph;
  }

  /** Where costs are exact and the graph is large, the ranges would say everything twice. */
  static boolean writesIntervals(TransitionGraph graph) {
    return graph.hasErrors() || graph.size() <= Trees.MOST_RANKED;
  }

  void write() throws IOException {
    int worst = certainty.hitting().leastCertain();
    json.object(
        "certainty",
        () -> {
          json.flag("groundStates", certainty.energies().isGroundStateCertain());
          json.flag("exponents", certainty.areExponentsKnown());
          json.text("leastCertain", worst == NONE ? null : graph.id(worst));
          json.number("width", worst == NONE ? 0 : certainty.hitting().width(worst));
          json.object(
              "refineFirst",
              () -> {
                edge("groundStates", certainty.energies().refineFirst());
                edge("exponents", certainty.hitting().refineFirst());
              });
        });
  }

  private void edge(String name, int edge) throws IOException {
    if (edge == NONE) {
      json.none(name);
      return;
    }
    String tail = graph.id(graph.digraph().tail(edge));
    json.texts(name, List.of(tail, graph.id(graph.digraph().head(edge))));
  }
}
