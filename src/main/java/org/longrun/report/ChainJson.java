package org.longrun.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.GibbsWeights;
import org.longrun.energy.StationaryWeights;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.MeanTimes;

/**
 * What the results say at each step size η: the leading order exp(−E/η), and beside it the chain
 * with rates exp(−B/η) exactly, with a bound of what rounding does to its logarithms.
 */
final class ChainJson {
  private final JsonWriter json;
  private final List<Double> stepSizes;

  ChainJson(JsonWriter json, List<Double> stepSizes) {
    this.json = json;
    this.stepSizes = stepSizes;
  }

  /** {@code weights}: exp(−E/η) normalised, and the chain's where it is not too large. */
  void weights(EnergyLevels energies) throws IOException {
    record Weight(
        double stepSize, int component, GibbsWeights gibbs, @Nullable StationaryWeights chain) {}
    TransitionGraph graph = energies.graph();
    List<Weight> weights = new ArrayList<>();
    for (double stepSize : stepSizes) {
      GibbsWeights gibbs = GibbsWeights.at(stepSize, energies);
      boolean small = graph.size() <= StationaryWeights.MOST;
      StationaryWeights chain = small ? StationaryWeights.at(stepSize, energies) : null;
      for (int i = 0; i < graph.size(); i++) {
        weights.add(new Weight(stepSize, i, gibbs, chain));
      }
    }
    json.array(
        "weights",
        weights,
        each ->
            json.object(
                () -> {
                  json.number("stepSize", each.stepSize());
                  json.text("component", graph.id(each.component()));
                  json.number("weight", each.gibbs().weight(each.component()));
                  StationaryWeights chain = each.chain();
                  if (chain != null) {
                    json.number("stationary", chain.weight(each.component()));
                    json.number("logStationary", chain.logWeight(each.component()));
                    json.number("rounding", chain.roundingBound());
                  }
                }));
  }

  /** {@code times}: log E τ of the chain, in units of 1/rate; null in the target or if ∞. */
  void times(HittingExponents hitting) throws IOException {
    record Time(double stepSize, int component, MeanTimes mean) {}
    TransitionGraph graph = hitting.graph();
    if (graph.size() > MeanTimes.MOST) {
      return;
    }
    List<Time> times = new ArrayList<>();
    for (double stepSize : stepSizes) {
      MeanTimes mean = MeanTimes.at(stepSize, hitting);
      for (int i = 0; i < graph.size(); i++) {
        times.add(new Time(stepSize, i, mean));
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
                  json.number("logTime", time.mean().logTime(time.component()));
                  json.number("rounding", time.mean().roundingBound());
                }));
  }
}
