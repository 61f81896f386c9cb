package org.longrun.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.longrun.landscape.Landscape;

/** f from above with its components and the ground state's least paths; for d = 1 its graph. */
final class LandscapeFigure {
  private static final int GRID = 161;
  private static final int PIXELS = 480;

  /** The longer side of the map, in a figure and in the page's overview. */
  private static final double FULL = 574;

  private static final double SMALL = 290;
  private static final double COLOUR_BAR = 110;

  private final Findings findings;
  private final Landscape landscape;
  private final View view;

  LandscapeFigure(Findings findings, Landscape landscape, View view) {
    this.findings = findings;
    this.landscape = landscape;
    this.view = view;
  }

  Svg draw() {
    return view.dimension() == 1 ? curve(new Svg(760, 480)) : map(FULL);
  }

  /** The same, small and without level lines, to be read at a glance. */
  Svg preview() {
    return view.dimension() == 1 ? curve(new Svg(430, 330)) : map(SMALL);
  }

  private Svg curve(Svg svg) {
    FieldSampler sampler = new FieldSampler(landscape, view);
    double[] x = sampler.axis(0, sampler.resolution(601));
    double[] f = sampler.values(x, new double[] {0})[0];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Findings.Component c : findings.components()) {
      lowest = c.value() == null ? lowest : Math.min(lowest, c.value());
      highest = c.value() == null ? highest : Math.max(highest, c.value());
    }
    double room = highest > lowest ? highest - lowest : 1;
    Scale y = new Scale(lowest - 0.15 * room, highest + 0.7 * room, false);
    Chart chart = new Chart(svg, new Scale(x[0], x[x.length - 1], false), y);
    chart.axes(view.axes().get(0), "f");
    chart.curve(x, f, "stroke:" + Svg.BLUE + ";stroke-width:2");
    for (Findings.Component c : findings.components()) {
      if (c.value() != null) {
        component(chart, c, c.representative().get(0), c.value(), Svg.INK);
      }
    }
    return chart.svg();
  }

  /** One scale for both axes, so that a circle is a circle, unless the picture would be a strip. */
  private Svg canvas(double side) {
    double ratio = (view.upper()[1] - view.lower()[1]) / (view.upper()[0] - view.lower()[0]);
    double height = ratio > 3 || ratio < 1.0 / 3 ? 0.8 : ratio;
    double scale = side / Math.max(1, height);
    return new Svg(
        (int) (Chart.LEFT + scale + COLOUR_BAR), (int) (Chart.TOP + scale * height + Chart.BOTTOM));
  }

  private Svg map(double side) {
    FieldSampler sampler = new FieldSampler(landscape, view);
    int count = sampler.resolution(GRID);
    double[] x = sampler.axis(0, count);
    double[] y = sampler.axis(1, count);
    double[][] f = sampler.values(x, y);
    List<Double> levels = new PageData(findings, landscape).levels(f);
    Chart chart =
        new Chart(
            canvas(side),
            new Scale(x[0], x[count - 1], false),
            new Scale(y[0], y[count - 1], false),
            COLOUR_BAR);
    double w = chart.right() - chart.left();
    double h = chart.bottom() - chart.top();
    chart.axes(view.axes().get(0), view.axes().get(1));
    chart.svg().image(chart.left(), chart.top(), w, h, bands(f, levels));
    if (side == FULL) {
      lines(chart, f, levels, w, h);
    }
    curves(chart);
    paths(chart);
    colourBar(chart, levels);
    for (int i = 0; i < findings.components().size(); i++) {
      Findings.Component c = findings.components().get(i);
      double[] t = view.project(coordinates(c.representative()));
      if (t[2] <= 0.02 * (view.upper()[0] - view.lower()[0])) {
        component(chart, c, t[0], t[1], "#ffffff");
      }
    }
    return chart.svg();
  }

  private static double[] coordinates(List<Double> point) {
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Every pixel in its band's colour, f between the samples interpolated. */
  private static BufferedImage bands(double[][] f, List<Double> levels) {
    BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
    int cells = f.length - 1;
    for (int py = 0; py < PIXELS; py++) {
      double row = (PIXELS - 1 - py) * (double) cells / (PIXELS - 1);
      int r = Math.min(cells - 1, (int) row);
      for (int px = 0; px < PIXELS; px++) {
        double column = px * (double) cells / (PIXELS - 1);
        int c = Math.min(cells - 1, (int) column);
        double low = f[r][c] + (column - c) * (f[r][c + 1] - f[r][c]);
        double high = f[r + 1][c] + (column - c) * (f[r + 1][c + 1] - f[r + 1][c]);
        double value = low + (row - r) * (high - low);
        image.setRGB(px, py, Double.isNaN(value) ? 0xffffff : Palette.at(band(value, levels)));
      }
    }
    return image;
  }

  /** The band of a value, scaled to [0, 1]. */
  static double band(double value, List<Double> levels) {
    int k = 0;
    while (k < levels.size() && value >= levels.get(k)) {
      k++;
    }
    return levels.isEmpty() ? 0 : (double) k / levels.size();
  }

  private static void lines(Chart chart, double[][] f, List<Double> levels, double w, double h) {
    Svg frame = chart.svg();
    StringBuilder all = new StringBuilder();
    levels.forEach(level -> all.append(MarchingSquares.path(f, level, w, h)));
    frame.group(
        chart.left(), chart.top(), all.toString(), "fill:none;stroke:#ffffff;stroke-opacity:.5");
  }

  /** Components that are curves. */
  private void curves(Chart chart) {
    for (Findings.Component c : findings.components()) {
      if (c.points().size() > 1) {
        List<double[]> curve = c.points().stream().map(p -> place(chart, coordinates(p))).toList();
        chart.svg().polyline(curve, "stroke:#ffffff;stroke-width:2.5");
      }
    }
  }

  private double[] place(Chart chart, double[] x) {
    double[] t = view.project(x);
    return new double[] {chart.px(t[0]), chart.py(t[1])};
  }

  private void paths(Chart chart) {
    for (Findings.Transition t : findings.transitions()) {
      if (t.hasPath() && findings.groundTree().contains(List.of(t.from(), t.to()))) {
        List<double[]> points = new ArrayList<>();
        for (double[] x : t.path()) {
          points.add(place(chart, x));
        }
        chart.svg().polyline(points, "stroke:#000000;stroke-width:3.5");
        chart.svg().polyline(points, "stroke:#ffffff;stroke-width:1.6");
        int half = points.size() / 2;
        chart.svg().arrowHead(points.get(half - 1), points.get(half), "#ffffff");
      }
    }
  }

  private static void component(Chart chart, Findings.Component c, double x, double y, String ink) {
    String style = "fill:" + Svg.colour(c.kind()) + ";stroke:#ffffff;stroke-width:1.5";
    chart.svg().mark(c.kind(), chart.px(x), chart.py(y), 6, style);
    String halo = ink.equals(Svg.INK) ? "" : "paint-order:stroke;stroke:#000000;stroke-width:2.5;";
    String text = halo + "fill:" + ink + ";font-weight:600";
    chart.svg().text(chart.px(x), chart.py(y) - 10, "middle", text, c.id());
  }

  private static void colourBar(Chart chart, List<Double> levels) {
    double x = chart.right() + 24;
    double height = (chart.bottom() - chart.top() - 20) / (levels.size() + 1);
    chart.svg().text(x, chart.top() + 4, "start", "", "f");
    int step = Math.max(1, (int) Math.ceil(17 / height));
    for (int k = 0; k <= levels.size(); k++) {
      double y = chart.bottom() - (k + 1) * height;
      String fill = "fill:" + Palette.css((double) k / Math.max(1, levels.size()));
      chart.svg().rectangle(x, y, 14, height + 0.3, fill);
      if (k < levels.size() && k % step == 0) {
        chart.svg().text(x + 19, y + 4, "start", "", Markup.number(levels.get(k)));
      }
    }
  }
}
