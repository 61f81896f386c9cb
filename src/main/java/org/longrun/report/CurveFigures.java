package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Curves: weights against η, hitting times against 1/η, distance to Gibbs over time. */
final class CurveFigures {
  private static final String[] DASHES = {"none", "8 4", "2 3", "8 3 2 3", "14 5"};

  private final Findings findings;

  CurveFigures(Findings findings) {
    this.findings = findings;
  }

  /** exp(−ΔE/η), normalised, of the ten components of least energy; null with no gap. */
  @Nullable Svg weights() {
    List<@Nullable Double> energies = findings.energies("relative");
    Double largest = Findings.largest(energies);
    double level = largest == null ? 0 : 1e-6 * largest;
    double gap = Double.POSITIVE_INFINITY;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < energies.size(); i++) {
      Double e = energies.get(i);
      if (e != null) {
        order.add(i);
        gap = e > level ? Math.min(gap, e) : gap;
      }
    }
    if (!Double.isFinite(gap) || findings.at("closedClasses").size() > 1) {
      return null;
    }
    order.sort((a, b) -> Double.compare(value(energies, a), value(energies, b)));
    double[] etas = new double[121];
    for (int k = 0; k < etas.length; k++) {
      etas[k] = gap * Math.pow(10, -1.6 + 3.0 * k / 120);
    }
    Chart chart =
        new Chart(
            new Svg(760, 460), new Scale(etas[0], etas[120], true), new Scale(1e-6, 1.5, true));
    chart.axes("step η", "weight μ(K)");
    for (int k = 0; k < Math.min(10, order.size()); k++) {
      int i = order.get(k);
      chart.curve(etas, weight(etas, energies, i), style(k));
      chart.legend(findings.components().get(i).id(), style(k));
    }
    return chart.svg();
  }

  private static String style(int k) {
    return "stroke:" + Svg.SERIES[k % 10] + ";stroke-width:2;stroke-dasharray:" + DASHES[k % 5];
  }

  private static double value(List<@Nullable Double> energies, int i) {
    Double e = energies.get(i);
    return e == null ? Double.POSITIVE_INFINITY : e;
  }

  private static double[] weight(double[] etas, List<@Nullable Double> energies, int i) {
    double[] out = new double[etas.length];
    for (int k = 0; k < etas.length; k++) {
      double sum = 0;
      for (int j = 0; j < energies.size(); j++) {
        sum += Math.exp(-value(energies, j) / etas[k]);
      }
      out[k] = Math.exp(-value(energies, i) / etas[k]) / sum;
    }
    return out;
  }

  /** log(ητ) against 1/η with two standard errors and the line of slope J. */
  @Nullable Svg arrhenius(JsonNode simulation) {
    Map<String, List<JsonNode>> starts = new LinkedHashMap<>();
    double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
    for (JsonNode row : simulation.path("hittingTimes")) {
      if (row.path("mean").asDouble() > 0) {
        String start = Markup.point(Findings.numbers(row.path("start")));
        starts.computeIfAbsent(start, s -> new ArrayList<>()).add(row);
        range[0] = Math.min(range[0], 1 / row.path("stepSize").asDouble());
        range[1] = Math.max(range[1], 1 / row.path("stepSize").asDouble());
        range[2] = Math.min(range[2], level(row));
        range[3] = Math.max(range[3], level(row));
      }
    }
    if (starts.isEmpty()) {
      return null;
    }
    Scale x = Scale.covering(range[0], range[1], false);
    Chart chart = new Chart(new Svg(760, 460), x, Scale.covering(range[2], range[3], false));
    chart.axes("1/η", "log(η·mean τ)");
    int k = 0;
    for (Map.Entry<String, List<JsonNode>> start : starts.entrySet()) {
      arrhenius(chart, start.getValue(), Svg.SERIES[k % 10]);
      chart.legend("from " + start.getKey(), "stroke:" + Svg.SERIES[k++ % 10] + ";stroke-width:6");
    }
    return chart.svg();
  }

  private static double level(JsonNode row) {
    return Math.log(row.path("stepSize").asDouble() * row.path("mean").asDouble());
  }

  private static void arrhenius(Chart chart, List<JsonNode> rows, String colour) {
    double slope = rows.get(0).path("predictedExponent").asDouble(Double.NaN);
    double intercept = 0;
    double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE};
    for (JsonNode row : rows) {
      double x = 1 / row.path("stepSize").asDouble();
      double error = 2 * row.path("standardError").asDouble() / row.path("mean").asDouble();
      chart.whisker(x, level(row), error);
      chart.svg().mark("minimum", chart.px(x), chart.py(level(row)), 4, "fill:" + colour);
      intercept += (level(row) - slope * x) / rows.size();
      ends[0] = Math.min(ends[0], x);
      ends[1] = Math.max(ends[1], x);
    }
    if (!Double.isNaN(slope)) {
      double[] ys = {intercept + slope * ends[0], intercept + slope * ends[1]};
      chart.curve(ends, ys, "stroke:" + colour + ";stroke-width:1.5;stroke-dasharray:6 4");
      chart.legend(
          "slope J = " + Markup.number(slope), "stroke:" + colour + ";stroke-dasharray:6 4");
    }
  }

  /** Total variation to the Gibbs measure over time, a curve for every step size. */
  @Nullable Svg distance(JsonNode simulation) {
    Map<Double, List<JsonNode>> steps = new LinkedHashMap<>();
    double least = Double.MAX_VALUE;
    double last = 0;
    for (JsonNode row : simulation.path("distance")) {
      double iteration = row.path("iteration").asDouble();
      if (iteration > 0 && row.path("totalVariation").isNumber()) {
        steps.computeIfAbsent(row.path("stepSize").asDouble(), s -> new ArrayList<>()).add(row);
        least = Math.min(least, iteration);
        last = Math.max(last, iteration);
      }
    }
    if (!(last > least)) {
      return null;
    }
    Chart chart =
        new Chart(new Svg(760, 460), new Scale(least, last, true), Scale.covering(0, 1, true));
    chart.axes("iteration t", "total variation to the Gibbs measure");
    int k = 0;
    for (Map.Entry<Double, List<JsonNode>> step : steps.entrySet()) {
      List<JsonNode> rows = step.getValue();
      double[] x = rows.stream().mapToDouble(r -> r.path("iteration").asDouble()).toArray();
      double[] y = rows.stream().mapToDouble(r -> r.path("totalVariation").asDouble()).toArray();
      chart.curve(x, y, style(k));
      chart.legend("η = " + Markup.number(step.getKey()), style(k++));
    }
    return chart.svg();
  }
}
