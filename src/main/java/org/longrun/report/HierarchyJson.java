package org.longrun.report;

import com.google.common.primitives.Ints;
import java.io.IOException;
import java.util.List;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.Cycle;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.hitting.EigenvalueExponent;

/** The part {@code hierarchy} of the results (formats, section 3). */
final class HierarchyJson {
  private final JsonWriter json;
  private final CycleHierarchy hierarchy;
  private final TransitionGraph graph;

  HierarchyJson(JsonWriter json, CycleHierarchy hierarchy) {
    this.json = json;
    this.hierarchy = hierarchy;
    this.graph = hierarchy.graph();
  }

  void write() throws IOException {
    json.object(
        "hierarchy",
        () -> {
          json.array("cycles", hierarchy.cycles(), this::cycle);
          json.array("eigenvalueExponents", hierarchy.eigenvalueExponents(), this::eigenvalue);
        });
  }

  private void cycle(Cycle cycle) throws IOException {
    json.object(
        () -> {
          json.text("id", cycle.id());
          json.texts("children", cycle.children());
          if (graph.size() <= NetworkAnalysis.ALL_MEMBERS) {
            json.texts("members", members(cycle));
          }
          json.text("main", graph.id(cycle.main()));
          json.number("exit", cycle.exit());
          exitEdge(cycle.exitEdge());
          if (graph.size() <= NetworkAnalysis.ALL_MEMBERS) {
            inside(hierarchy.members(cycle));
          }
        });
  }

  private List<String> members(Cycle cycle) {
    return Ints.asList(hierarchy.members(cycle)).stream().map(graph::id).toList();
  }

  private void exitEdge(int edge) throws IOException {
    if (edge < 0) {
      json.none("exitEdge");
      return;
    }
    String tail = graph.id(graph.digraph().tail(edge));
    json.texts("exitEdge", List.of(tail, graph.id(graph.digraph().head(edge))));
  }

  private void inside(int[] members) throws IOException {
    double[] exponents = hierarchy.inside(members);
    json.object(
        "inside",
        () -> {
          for (int k = 0; k < members.length; k++) {
            json.number(graph.id(members[k]), exponents[k]);
          }
        });
  }

  private void eigenvalue(EigenvalueExponent eigenvalue) throws IOException {
    json.object(
        () -> {
          json.number("exponent", eigenvalue.exponent());
          json.text("dying", graph.id(eigenvalue.dying()));
          json.text("absorbedBy", graph.id(eigenvalue.absorbedBy()));
        });
  }
}
