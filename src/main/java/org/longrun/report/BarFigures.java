package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars: energies beside f, hitting exponents, bounds, occupation. */
final class BarFigures {
  /** A group of bars, one for every name, with errors where there are any. */
  private record Series(
      String name, String colour, List<@Nullable Double> values, List<@Nullable Double> errors) {
    Series(String name, String colour, List<@Nullable Double> values) {
      this(name, colour, values, List.of());
    }
  }

  private final Findings findings;

  BarFigures(Findings findings) {
    this.findings = findings;
  }

  private List<String> ids() {
    return findings.components().stream().map(Findings.Component::id).toList();
  }

  /** ΔE; null where there is none. */
  @Nullable Svg energies() {
    Series energies =
        new Series("ΔE", Svg.BLUE, findings.energies("relative"), findings.energyErrors());
    Chart chart = draw(ids(), List.of(energies), "component", "ΔE (units of η·log-probability)");
    if (chart == null) {
      return null;
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Findings.Component c : findings.components()) {
      lowest = c.value() == null ? lowest : Math.min(lowest, c.value());
      highest = c.value() == null ? highest : Math.max(highest, c.value());
    }
    if (lowest <= highest) {
      beside(chart, Scale.covering(lowest, highest, false));
    }
    return chart.svg();
  }

  /** f as dashes, by the axis on the right. */
  private void beside(Chart chart, Scale scale) {
    chart.secondAxis(scale, "f");
    for (int i = 0; i < findings.components().size(); i++) {
      Double f = findings.components().get(i).value();
      if (f != null) {
        double y = chart.bottom() - (chart.bottom() - chart.top()) * scale.place(f);
        chart
            .svg()
            .line(
                chart.px(i + 0.3),
                y,
                chart.px(i + 0.7),
                y,
                "stroke:" + Svg.INK + ";stroke-width:3");
      }
    }
    chart.legend("f, on the right", "stroke:" + Svg.INK + ";stroke-width:3");
  }

  /** J of every component; null where it is 0 from everywhere. */
  @Nullable Svg exponents() {
    List<@Nullable Double> passing = findings.exponents("passing");
    List<@Nullable Double> avoiding = findings.exponents("avoiding");
    if (Double.valueOf(0).equals(findings.worstExponent())) {
      return null;
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(passing.equals(avoiding) ? "J" : "passing", Svg.BLUE, passing));
    if (!passing.equals(avoiding)) {
      series.add(new Series("avoiding", Svg.VERMILION, avoiding));
    }
    Chart chart = draw(ids(), series, "component", "J (units of η·log of steps)");
    return chart == null ? null : chart.svg();
  }

  /** The bounds that apply beside what they bound. */
  @Nullable Svg bounds() {
    List<String> names = new ArrayList<>();
    List<@Nullable Double> right = new ArrayList<>();
    List<@Nullable Double> actual = new ArrayList<>();
    for (JsonNode bound : findings.at("bounds")) {
      if (bound.path("applies").asBoolean() && bound.path("bound").isNumber()) {
        names.add(bound.path("name").asText());
        right.add(Findings.number(bound.path("bound")));
        actual.add(Findings.number(bound.path("actual")));
      }
    }
    List<Series> series =
        List.of(new Series("bound", Svg.LINE, right), new Series("actual", Svg.BLUE, actual));
    Chart chart = draw(names, series, "bound", "exponent (units of η·log)");
    return chart == null ? null : chart.svg();
  }

  /** Simulated and predicted occupation at the first step size of the simulation. */
  @Nullable Svg occupation(JsonNode simulation) {
    JsonNode rows = simulation.path("occupation");
    double eta = rows.path(0).path("stepSize").asDouble();
    List<String> names = new ArrayList<>();
    List<@Nullable Double> seen = new ArrayList<>();
    List<@Nullable Double> errors = new ArrayList<>();
    List<@Nullable Double> predicted = new ArrayList<>();
    for (JsonNode row : rows) {
      if (row.path("stepSize").asDouble() == eta) {
        names.add(row.path("component").asText());
        seen.add(Findings.number(row.path("fraction")));
        errors.add(2 * row.path("standardError").asDouble());
        predicted.add(Findings.number(row.path("predicted")));
      }
    }
    List<Series> series =
        List.of(
            new Series("simulated, η = " + Markup.number(eta), Svg.BLUE, seen, errors),
            new Series("predicted", Svg.LINE, predicted));
    Chart chart = draw(names, series, "component", "fraction of time");
    return chart == null ? null : chart.svg();
  }

  private static @Nullable Chart draw(
      List<String> names, List<Series> series, String xLabel, String yLabel) {
    double lowest = 0;
    double highest = 0;
    boolean any = false;
    for (Series s : series) {
      for (Double value : s.values()) {
        any |= value != null;
        lowest = value == null ? lowest : Math.min(lowest, value);
        highest = value == null ? highest : Math.max(highest, value);
      }
    }
    if (!any || names.isEmpty()) {
      return null;
    }
    Scale y = Scale.covering(lowest, highest, true);
    Chart chart = new Chart(new Svg(760, 460), new Scale(0, names.size(), false), y, 64);
    chart.categories(names, xLabel, yLabel);
    double width = 0.7 / series.size();
    for (int s = 0; s < series.size(); s++) {
      Series one = series.get(s);
      for (int i = 0; i < names.size(); i++) {
        Double value = one.values().get(i);
        double from = i + 0.15 + s * width;
        if (value != null) {
          chart.bar(from, from + width, value, "fill:" + one.colour() + ";stroke:" + Svg.INK);
          Double error = one.errors().isEmpty() ? null : one.errors().get(i);
          chart.whisker(from + width / 2, value, error == null ? 0 : error);
        } else {
          chart.svg().text(chart.px(from + width / 2), chart.bottom() - 4, "middle", "", "∞");
        }
      }
      chart.legend(one.name(), "stroke:" + one.colour() + ";stroke-width:9");
    }
    return chart;
  }
}
