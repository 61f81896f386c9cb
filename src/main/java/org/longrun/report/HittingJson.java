package org.longrun.report;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.MeanTimes;
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
    json.object(
        "attraction",
        () -> {
          json.flag("holds", hitting.attraction().holds());
          json.number("margin", hitting.attraction().margin());
        });
    if (graph.size() <= MeanTimes.MOST) {
      times(stepSizes);
    }
  }

  /** log E τ of the chain with rates exp(−B/η), in units of 1/rate; null in the target or if ∞. */
  private void times(List<Double> stepSizes) throws IOException {
    record Time(double stepSize, int component, double logTime) {}
    List<Time> times = new ArrayList<>();
    for (double stepSize : stepSizes) {
      MeanTimes mean = MeanTimes.at(stepSize, hitting);
      for (int i = 0; i < graph.size(); i++) {
        times.add(new Time(stepSize, i, mean.logTime(i)));
      }
    }
    json.array(
        "times",
        times,
        time ->
            json.object(
                () -> {
                  json.number("stepSize", time.stepSize());
                  json.text("component", graph.id(time.component()));
                  json.number("logTime", time.logTime());
                }));
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
