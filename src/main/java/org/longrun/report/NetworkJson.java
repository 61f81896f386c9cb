package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.Committor;

/** The results of a network as JSON (formats, section 3), streamed: linear in the network. */
public final class NetworkJson {
  private final NetworkAnalysis analysis;
  private final TransitionGraph graph;

  private NetworkJson(NetworkAnalysis analysis) {
    this.analysis = analysis;
    this.graph = analysis.network().graph();
  }

  /** The JSON of a network's analysis. */
  public static NetworkJson of(NetworkAnalysis analysis) {
    return new NetworkJson(analysis);
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
    EnergyJson energies = new EnergyJson(json, analysis.energies(), analysis.trees());
    energies.energies(minimisers());
    new HittingJson(json, analysis.hitting(), analysis.trees()).write(List.of());
    energies.classes();
    new HierarchyJson(json, analysis.hierarchy()).write();
    committor(json, analysis.committor());
    json.texts("warnings", analysis.warnings());
    json.object(
        "provenance",
        () -> {
          json.text("version", Provenance.version());
          json.text("java", Provenance.java());
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
    record Entry(int component, int target, double exponent) {}
    List<Entry> entries = new ArrayList<>();
    BitSet target = analysis.hitting().target();
    for (int q = target.nextSetBit(0); q >= 0; q = target.nextSetBit(q + 1)) {
      double[] exponents = committor.before(q);
      for (int i = 0; i < graph.size(); i++) {
        entries.add(new Entry(i, q, exponents[i]));
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
                }));
  }
}
