package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.Trees;
import org.longrun.bound.Bound;
import org.longrun.graph.TransitionGraph;
import org.longrun.landscape.Landscape;

/** The results of an analysis as JSON (formats, section 2). */
public final class ResultsJson {
  private final LongRunResult result;
  private final Trees trees;
  private final boolean withPaths;

  private ResultsJson(LongRunResult result, Trees trees, boolean withPaths) {
    this.result = result;
    this.trees = trees;
    this.withPaths = withPaths;
  }

  /**
   * The JSON of a result.
   *
   * @param ids components whose trees are written even where there are too many to write all
   * @throws org.longrun.landscape.InputError if there is no such component
   */
  public static ResultsJson of(LongRunResult result, List<String> ids) {
    return of(result, Trees.of(result.energies(), ids, 0));
  }

  /** The JSON of a result with these trees. */
  public static ResultsJson of(LongRunResult result, Trees trees) {
    return new ResultsJson(result, trees, true);
  }

  /** The same without the points of the least paths. */
  public ResultsJson withoutPaths() {
    return new ResultsJson(result, trees, false);
  }

  /** Writes everything; the stream stays open until its owner closes it. */
  public void writeTo(OutputStream stream) throws IOException {
    try (JsonWriter json = new JsonWriter(stream)) {
      json.object(() -> write(json));
    }
  }

  private void write(JsonWriter json) throws IOException {
    Landscape landscape = result.sgd().landscape();
    CriticalJson.landscape(json, landscape);
    CriticalJson.components(json, result.critical());
    CriticalJson.completeness(json, result.critical().completeness());
    new TransitionJson(json, result.critical().components(), withPaths).write(result.costs());
    EnergyJson energies = new EnergyJson(json, result.energies(), result.certainty(), trees);
    BitSet minimisers = new BitSet();
    for (int i = 0; i < result.critical().size(); i++) {
      minimisers.set(i, result.critical().components().get(i).isMinimum());
    }
    energies.energies(minimisers);
    new ChainJson(json, landscape.stepSizes()).weights(result.energies());
    new HittingJson(json, result.hitting(), result.certainty(), trees).write(landscape.stepSizes());
    new CertaintyJson(json, result.certainty(), result.graph()).write();
    json.array("bounds", result.bounds().all(), bound -> bound(json, bound));
    energies.classes();
    new HierarchyJson(json, result.hierarchy()).write();
    json.texts("warnings", result.warnings());
    provenance(json, landscape);
  }

  private static void bound(JsonWriter json, Bound bound) throws IOException {
    json.object(
        () -> {
          json.text("name", bound.name());
          json.flag("applies", bound.applies());
          json.number("bound", bound.bound());
          json.number("actual", bound.actual());
          json.number("tightness", bound.tightness());
          json.flag("holds", bound.holds());
          json.text("note", bound.note());
        });
  }

  private void provenance(JsonWriter json, Landscape landscape) throws IOException {
    json.object(
        "provenance",
        () -> {
          json.text("version", Provenance.version());
          json.text("java", Provenance.java());
          json.count("seed", landscape.simulation().seed());
          json.object(
              "settings",
              () -> {
                for (var setting : landscape.settings().values().entrySet()) {
                  json.number(setting.getKey(), setting.getValue());
                }
              });
          json.number("wallSeconds", result.wallSeconds());
        });
  }

  /** Ids of the vertices in a set, in order. */
  static List<String> ids(BitSet set, TransitionGraph graph) {
    return set.stream().mapToObj(graph::id).toList();
  }
}
