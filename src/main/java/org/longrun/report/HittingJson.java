package org.longrun.report;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.StartExponent;

/** The part {@code hitting} of the results, the same for landscapes and networks. */
final class HittingJson {
  private final JsonWriter json;
  private final HittingExponents hitting;
  private final TransitionGraph graph;
  private final BitSet trees;

  HittingJson(JsonWriter json, HittingExponents hitting, BitSet trees) {
    this.json = json;
    this.hitting = hitting;
    this.graph = hitting.graph();
    this.trees = trees;
  }

  void write() throws IOException {
    json.object("hitting", this::fields);
  }

  private void fields() throws IOException {
    BitSet target = hitting.target();
    json.texts("target", ResultsJson.ids(target, graph));
    json.number("targetEnergy", hitting.targetEnergy());
    json.array("components", EnergyJson.indices(graph.size()), i -> component(i));
    json.array("starts", hitting.starts(), this::start);
    json.object(
        "attraction",
        () -> {
          json.flag("holds", hitting.attraction().holds());
          json.number("margin", hitting.attraction().margin());
        });
  }

  private void component(int i) throws IOException {
    json.object(
        () -> {
          json.text("component", graph.id(i));
          json.number("exponent", hitting.exponent(i));
          json.number("avoiding", hitting.avoiding(i));
          json.number("passing", hitting.passing(i));
          if (trees.get(i)) {
            Optional<InForest> pruned = hitting.pruned(i);
            if (pruned.isPresent()) {
              EnergyJson.edges(json, "pruned", pruned.get(), graph);
            } else {
              json.none("pruned");
            }
          }
        });
  }

  private void start(StartExponent start) throws IOException {
    json.object(
        () -> {
          json.array(
              "x", com.google.common.primitives.Doubles.asList(start.x().toArray()), json::number);
          json.number("exponent", start.exponent());
          json.text("component", idOrNull(start.component()));
          json.text("basin", idOrNull(start.basin()));
          json.number("avoiding", start.avoiding());
          json.number("passing", start.passing());
        });
  }

  private @org.jspecify.annotations.Nullable String idOrNull(int vertex) {
    return vertex < 0 ? null : graph.id(vertex);
  }
}
