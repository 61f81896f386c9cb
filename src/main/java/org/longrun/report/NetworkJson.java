package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.Committor;
import org.longrun.hitting.CommittorProbabilities;

/**
 * The results of a network as JSON (formats, section 3), streamed: linear in the network. Above
 * 1000 vertices in columns.
 */
public final class NetworkJson {
  private static final int MOST_SHOWN = 1000;
  private static final int MOST_EDGES = 20_000;
  private final NetworkAnalysis analysis;
  private final Trees trees;
  private final TransitionGraph graph;

  private NetworkJson(NetworkAnalysis analysis, Trees trees) {
    this.analysis = analysis;
    this.trees = trees;
    this.graph = analysis.network().graph();
  }

  /** The JSON of a network's analysis with these trees. */
  public static NetworkJson of(NetworkAnalysis analysis, Trees trees) {
    return new NetworkJson(analysis, trees);
  }

  /** Writes everything and closes the stream. */
  public void writeTo(OutputStream stream) throws IOException {
    try (JsonWriter json = new JsonWriter(stream)) {
      json.object(() -> write(json));
    }
  }

  private void write(JsonWriter json) throws IOException {
    json.object(
        "network",
        () -> {
          json.text("name", analysis.network().name());
          json.count("vertices", (long) graph.size());
          json.count("edges", (long) graph.digraph().edgeCount());
        });
    if (graph.size() > MOST_SHOWN) {
      new NetworkColumns(json, analysis, trees).write();
    } else {
      rows(json);
    }
    json.texts("warnings", analysis.warnings());
    json.object(
        "provenance",
        () -> {
          json.text("version", Provenance.version());
          json.text("java", Provenance.java());
        });
  }

  private void rows(JsonWriter json) throws IOException {
    if (writesEdges(graph)) {
      json.array(
          "transitions", EnergyJson.indices(graph.digraph().edgeCount()), e -> edge(json, e));
    }
    Certainty certainty = analysis.certainty();
    EnergyJson energies = new EnergyJson(json, analysis.energies(), certainty, trees);
    energies.energies(minimisers());
    new ChainJson(json, analysis.stepSizes()).weights(analysis.energies());
    new HittingJson(json, analysis.hitting(), certainty, trees).write(analysis.stepSizes());
    new CertaintyJson(json, certainty, graph).write();
    energies.classes();
    new HierarchyJson(json, analysis.hierarchy()).write();
    committor(json, analysis.committor());
  }

  /** Small networks are written with their edges, so that a page can show them. */
  static boolean writesEdges(TransitionGraph graph) {
    return graph.size() <= MOST_SHOWN && graph.digraph().edgeCount() <= MOST_EDGES;
  }

  private void edge(JsonWriter json, int e) throws IOException {
    double cost = graph.digraph().cost(e);
    json.object(
        () -> {
          json.text("from", graph.id(graph.digraph().tail(e)));
          json.text("to", graph.id(graph.digraph().head(e)));
          json.number("cost", cost);
          json.number("directCost", cost);
          json.number("error", graph.error(e));
          json.flag("direct", true);
          json.flag("converged", true);
        });
  }

  /** Where no vertex says its kind, none is dominated: all count as minimisers. */
  private BitSet minimisers() {
    BitSet minima = graph.minima();
    if (minima.isEmpty()) {
      minima.set(0, graph.size());
    }
    return minima;
  }

  private void committor(JsonWriter json, @Nullable Committor committor) throws IOException {
    if (committor == null) {
      return;
    }
    record Entry(int component, int target, double exponent, List<CommittorProbabilities> at) {}
    List<Entry> entries = new ArrayList<>();
    BitSet target = analysis.hitting().target();
    for (int q = target.nextSetBit(0); q >= 0; q = target.nextSetBit(q + 1)) {
      double[] exponents = committor.before(q);
      List<CommittorProbabilities> at = probabilities(q, target);
      for (int i = 0; i < graph.size(); i++) {
        entries.add(new Entry(i, q, exponents[i], at));
      }
    }
    json.array(
        "committor",
        entries,
        entry ->
            json.object(
                () -> {
                  json.text("component", graph.id(entry.component()));
                  json.text("target", graph.id(entry.target()));
                  json.number("exponent", entry.exponent());
                  if (!entry.at().isEmpty()) {
                    json.array(
                        "logProbabilities",
                        entry.at(),
                        each -> json.number(each.logProbability(entry.component())));
                  }
                }));
  }

  /** By step size; none where elimination for every member of the target would take long. */
  private List<CommittorProbabilities> probabilities(int member, BitSet target) {
    return graph.size() > Trees.ALL
        ? List.of()
        : analysis.stepSizes().stream()
            .map(stepSize -> CommittorProbabilities.at(stepSize, member, target, graph))
            .toList();
  }
}
