package org.longrun.report;

import java.util.ArrayList;
import java.util.List;

/** A drawing with axes: places values, draws frame, ticks, labels and a legend. */
final class Chart {
  static final double TOP = 34;
  static final double BOTTOM = 60;
  static final double LEFT = 76;

  private final Svg svg;
  private final Scale x;
  private final Scale y;
  private final double right;
  private double legend;

  Chart(Svg svg, Scale x, Scale y) {
    this(svg, x, y, 24);
  }

  /** A chart that leaves room on the right for a second axis or a colour bar. */
  Chart(Svg svg, Scale x, Scale y, double right) {
    this.svg = svg;
    this.x = x;
    this.y = y;
    this.right = svg.width() - right;
    this.legend = LEFT;
  }

  Svg svg() {
    return svg;
  }

  double left() {
    return LEFT;
  }

  double right() {
    return right;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return svg.height() - BOTTOM;
  }

  double px(double value) {
    return LEFT + (right - LEFT) * x.place(value);
  }

  double py(double value) {
    return bottom() - (bottom() - TOP) * y.place(value);
  }

  /** Draws both axes with their ticks. */
  void axes(String xLabel, String yLabel) {
    for (double tick : x.ticks()) {
      svg.line(px(tick), TOP, px(tick), bottom(), "stroke:" + Svg.LINE);
      svg.text(px(tick), bottom() + 18, "middle", "", x.label(tick));
    }
    vertical(xLabel, yLabel);
  }

  /** Draws the axes of a bar chart: names below, at 0.5, 1.5, … */
  void categories(List<String> names, String xLabel, String yLabel) {
    int step = (int) Math.ceil(names.size() / 30.0);
    for (int i = 0; i < names.size(); i += step) {
      svg.text(px(i + 0.5), bottom() + 18, "middle", "", names.get(i));
    }
    vertical(xLabel, yLabel);
  }

  private void vertical(String xLabel, String yLabel) {
    for (double tick : y.ticks()) {
      svg.line(LEFT, py(tick), right, py(tick), "stroke:" + Svg.LINE);
      svg.text(LEFT - 6, py(tick) + 4, "end", "", y.label(tick));
    }
    svg.line(LEFT, bottom(), right, bottom(), "stroke:" + Svg.INK);
    svg.line(LEFT, TOP, LEFT, bottom(), "stroke:" + Svg.INK);
    svg.text((LEFT + right) / 2, svg.height() - 14, "middle", "", xLabel);
    svg.upright(18, (TOP + bottom()) / 2, yLabel);
  }

  /** A second vertical axis on the right, for values placed by another scale. */
  void secondAxis(Scale scale, String label) {
    for (double tick : scale.ticks()) {
      double py = bottom() - (bottom() - TOP) * scale.place(tick);
      svg.line(right, py, right + 5, py, "stroke:" + Svg.INK);
      svg.text(right + 8, py + 4, "start", "", scale.label(tick));
    }
    svg.upright(svg.width() - 10, (TOP + bottom()) / 2, label);
  }

  /** A line through values; breaks where one is not finite or lies below the axis. */
  void curve(double[] xs, double[] ys, String style) {
    List<double[]> run = new ArrayList<>();
    for (int k = 0; k < xs.length; k++) {
      if (Double.isFinite(ys[k]) && y.place(ys[k]) >= -0.02 && y.place(ys[k]) <= 1.02) {
        run.add(new double[] {px(xs[k]), py(ys[k])});
      } else if (!run.isEmpty()) {
        svg.polyline(run, style);
        run.clear();
      }
    }
    if (run.size() > 1) {
      svg.polyline(run, style);
    }
  }

  /** A bar from zero, between two abscissas. */
  void bar(double from, double to, double value, String style) {
    double zero = py(Math.max(0, y.lower()));
    double end = py(value);
    svg.rectangle(px(from), Math.min(zero, end), px(to) - px(from), Math.abs(zero - end), style);
  }

  /** A whisker of half length {@code error} about a value. */
  void whisker(double at, double value, double error) {
    if (error > 0) {
      svg.line(px(at), py(value - error), px(at), py(value + error), "stroke:" + Svg.INK);
    }
  }

  /** An entry of the legend above the chart. */
  void legend(String name, String style) {
    svg.line(legend, 16, legend + 22, 16, style);
    svg.text(legend + 27, 20, "start", "font-size:12px", name);
    legend += 45 + 7 * name.length();
  }
}
