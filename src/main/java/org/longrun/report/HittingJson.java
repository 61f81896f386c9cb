package org.longrun.report;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.Trees;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingIntervals;
import org.longrun.hitting.StartExponent;

/** The part {@code hitting} of the results, the same for landscapes and networks. */
final class HittingJson {
  private final JsonWriter json;
  private final HittingExponents hitting;
  private final TransitionGraph graph;
  private final Certainty certainty;
  private final HittingIntervals intervals;
  private final BitSet trees;

  HittingJson(JsonWriter json, HittingExponents hitting, Certainty certainty, Trees trees) {
    this.json = json;
    this.hitting = hitting;
    this.graph = hitting.graph();
    this.certainty = certainty;
    this.intervals = certainty.hitting();
    this.trees = trees.roots();
  }

  /** The exponents, and the chain's own mean times at these step sizes. */
  void write(List<Double> stepSizes) throws IOException {
    json.object("hitting", () -> fields(stepSizes));
  }

  private void fields(List<Double> stepSizes) throws IOException {
    BitSet target = hitting.target();
    json.texts("target", ResultsJson.ids(target, graph));
    json.number("targetEnergy", hitting.targetEnergy());
    json.array("components", EnergyJson.indices(graph.size()), i -> component(i));
    json.array("starts", hitting.starts(), this::start);
    attraction();
    largest(hitting.slowest());
    new ChainJson(json, stepSizes).times(hitting);
  }

  void attraction() throws IOException {
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
          json.text("certainty", certainty.exponent(i).text());
          if (CertaintyJson.writesIntervals(graph)) {
            json.array("interval", List.of(intervals.lower(i), intervals.upper(i)), json::number);
          }
          if (trees.get(i)) {
            bottleneck(i);
            Optional<InForest> pruned = hitting.pruned(i);
            if (pruned.isPresent()) {
              EnergyJson.edges(json, "pruned", pruned.get(), graph);
            } else {
              json.none("pruned");
            }
          }
        });
  }

  /** The transitions that decide J(i), which is the sum of their costs, each times its slope. */
  void bottleneck(int i) throws IOException {
    json.array(
        "bottleneck",
        hitting.gradient(i),
        each ->
            json.object(
                () -> {
                  json.text("from", graph.id(graph.digraph().tail(each.edge())));
                  json.text("to", graph.id(graph.digraph().head(each.edge())));
                  json.count("slope", (long) each.slope());
                }));
  }

  /** The largest finite exponent, which says how long the target may take to be found. */
  void largest(int vertex) throws IOException {
    if (vertex < 0) {
      json.none("largest");
      return;
    }
    json.object(
        "largest",
        () -> {
          json.text("component", graph.id(vertex));
          json.number("exponent", hitting.exponent(vertex));
          bottleneck(vertex);
        });
  }

  private void start(StartExponent start) throws IOException {
    json.object(
        () -> {
          json.array("x", Doubles.asList(start.x().toArray()), json::number);
          json.number("exponent", start.exponent());
          json.text("component", idOrNull(start.component()));
          json.text("basin", idOrNull(start.basin()));
          json.number("avoiding", start.avoiding());
          json.number("passing", start.passing());
        });
  }

  private @Nullable String idOrNull(int vertex) {
    return vertex < 0 ? null : graph.id(vertex);
  }
}
