package org.longrun.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.analysis.Tracks;

/**
 * The drawings of a sweep: curves of E and J against the one number that varies, phase diagrams for
 * two.
 */
final class SweepFigures {
  private static final int MOST_CURVES = 10;
  private static final String UNKNOWN = "#ffffff";

  private final SweepResult sweep;
  private final Tracks tracks;

  SweepFigures(SweepResult sweep) {
    this.sweep = sweep;
    this.tracks = Tracks.of(sweep.points(), sweep.row());
  }

  Tracks tracks() {
    return tracks;
  }

  /** The drawings under their titles; none for more than two numbers, or a single value. */
  Map<String, Svg> all() {
    Map<String, Svg> figures = new LinkedHashMap<>();
    if (sweep.variations().size() == 1 && sweep.size() > 1) {
      figures.put("Energies of the minima", curves("E − min E", c -> c.energy().value()));
      figures.put("Hitting exponents from the minima", curves("J", c -> c.exponent().value()));
      figures.put("f of the components", levels());
    } else if (sweep.variations().size() == 2) {
      figures.put("Ground states", groundStates());
      figures.put("Largest hitting exponent from a minimum", exponents());
    }
    return figures;
  }

  private Svg curves(String label, Function<SweepPoint.Component, @Nullable Double> result) {
    return chart(label, true, result);
  }

  private Svg levels() {
    return chart("f", false, SweepPoint.Component::value);
  }

  private Svg chart(
      String label, boolean minimaOnly, Function<SweepPoint.Component, @Nullable Double> result) {
    double[] xs = sweep.points().stream().mapToDouble(p -> p.values().get(0)).toArray();
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (int k = 0; k < xs.length; k++) {
      List<SweepPoint.Component> components = sweep.points().get(k).components();
      for (int i = 0; i < components.size(); i++) {
        Double value = result.apply(components.get(i));
        if (!minimaOnly || components.get(i).kind().equals("minimum")) {
          double[] ys = curves.computeIfAbsent(tracks.names().get(k).get(i), t -> gaps(xs.length));
          ys[k] = value == null ? Double.NaN : value;
        }
      }
    }
    double[] all = curves.values().stream().flatMapToDouble(Arrays::stream).toArray();
    Chart chart = new Chart(new Svg(760, 420), covering(xs, false), covering(all, minimaOnly));
    chart.axes(sweep.variations().get(0).name(), label);
    int k = 0;
    for (Map.Entry<String, double[]> each : curves.entrySet()) {
      String style = "fill:none;stroke-width:2;stroke:" + Svg.SERIES[k % Svg.SERIES.length];
      chart.curve(xs, each.getValue(), style);
      if (k++ < MOST_CURVES) {
        chart.legend(each.getKey(), style);
      }
    }
    return chart.svg();
  }

  private static double[] gaps(int size) {
    double[] ys = new double[size];
    Arrays.fill(ys, Double.NaN);
    return ys;
  }

  private static Scale covering(double[] values, boolean zero) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return finite.length == 0
        ? new Scale(0, 1, false)
        : Scale.covering(finite[0], finite[finite.length - 1], zero);
  }

  /** Which tracks are the ground states, a colour for each set of them. */
  private Svg groundStates() {
    List<String> phases = new ArrayList<>();
    String[] at = new String[sweep.size()];
    for (int k = 0; k < at.length; k++) {
      SweepPoint point = sweep.points().get(k);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < point.components().size(); i++) {
        if (point.groundStates().contains(point.components().get(i).id())) {
          names.add(tracks.names().get(k).get(i));
        }
      }
      at[k] = String.join(" ", names);
      if (!names.isEmpty() && !phases.contains(at[k])) {
        phases.add(at[k]);
      }
    }
    Chart chart = diagram();
    for (int k = 0; k < at.length; k++) {
      int phase = phases.indexOf(at[k]);
      cell(chart, k, phase < 0 ? UNKNOWN : Svg.SERIES[phase % Svg.SERIES.length]);
    }
    for (int k = 0; k < Math.min(MOST_CURVES, phases.size()); k++) {
      chart.legend(phases.get(k), "stroke-width:8;stroke:" + Svg.SERIES[k % Svg.SERIES.length]);
    }
    return chart.svg();
  }

  private Svg exponents() {
    double largest = 0;
    for (SweepPoint point : sweep.points()) {
      Double exponent = point.largestExponent();
      largest = exponent == null ? largest : Math.max(largest, exponent);
    }
    Chart chart = diagram();
    for (int k = 0; k < sweep.size(); k++) {
      Double exponent = sweep.points().get(k).largestExponent();
      boolean known = exponent != null && largest > 0;
      cell(chart, k, exponent == null ? UNKNOWN : Palette.css(known ? exponent / largest : 0));
    }
    chart.legend("0", "stroke-width:8;stroke:" + Palette.css(0));
    chart.legend(Markup.number(largest, 4), "stroke-width:8;stroke:" + Palette.css(1));
    return chart.svg();
  }

  private Chart diagram() {
    int across = sweep.row();
    int up = sweep.variations().get(0).values().size();
    Chart chart =
        new Chart(new Svg(760, 520), new Scale(0, across, false), new Scale(0, up, false));
    chart.categories(labels(1), sweep.variations().get(1).name(), sweep.variations().get(0).name());
    return chart;
  }

  private List<String> labels(int variation) {
    return sweep.variations().get(variation).values().stream()
        .map(value -> Markup.number(value, 4))
        .toList();
  }

  private void cell(Chart chart, int k, String colour) {
    int column = k % sweep.row();
    int line = k / sweep.row();
    double top = chart.py(line + 1.0);
    double width = chart.px(column + 1.0) - chart.px(column);
    chart.svg().rectangle(chart.px(column), top, width, chart.py(line) - top, "fill:" + colour);
  }
}
