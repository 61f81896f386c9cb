package org.longrun.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function over a rectangle in relief, cut off at a height: patches drawn from the farthest to
 * the nearest, a second function as wires, the rectangle's axes below.
 */
final class ReliefFigure {
  private static final double TURN = Math.toRadians(-35);
  private static final double TILT = Math.toRadians(52);
  private static final double RISE = 0.42;
  private static final double MARGIN = 70;

  /** An axis: what it is called and where it begins and ends. */
  record Axis(String name, double lower, double upper) {}

  private record Patch(double depth, String path, String style) {}

  private final double[][] heights;
  private final double @Nullable [][] wires;
  private final double lowest;
  private final double top;
  private final Svg svg = new Svg(760, 750);

  /**
   * A relief.
   *
   * @param heights row by row, rows along the second axis; NaN where there is nothing to draw
   * @param wires a second function on the same grid; null for none
   * @param cut the height above which nothing is drawn
   */
  ReliefFigure(double[][] heights, double @Nullable [][] wires, double cut) {
    this.heights = heights;
    this.wires = wires;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : heights) {
      for (double h : row) {
        low = h < low ? h : low;
        high = h > high ? h : high;
      }
    }
    this.lowest = low;
    this.top = high > low ? Math.min(high, cut) : low + 1;
  }

  Svg draw(Axis first, Axis second, String heightName, ToDoubleFunction<Double> shade) {
    frame(first, second, heightName);
    List<Patch> patches = new ArrayList<>();
    for (int r = 0; r + 1 < heights.length; r++) {
      for (int c = 0; c + 1 < heights[0].length; c++) {
        String fill = Palette.css(shade.applyAsDouble(Math.min(top, heights[r][c])));
        patch(patches, heights, r, c, "fill:" + fill + ";stroke:#ffffff;stroke-width:.4");
        if (wires != null) {
          String style = "fill:none;stroke:" + Svg.VERMILION + ";stroke-width:.9";
          patch(patches, wires, r, c, style);
        }
      }
    }
    patches.sort(Comparator.comparingDouble(Patch::depth));
    patches.forEach(p -> svg.path(p.path(), p.style()));
    return svg;
  }

  /** The rectangle below, its two near sides as axes, and the height at its left corner. */
  private void frame(Axis first, Axis second, String heightName) {
    double[][] base = {place(0, 0, lowest), place(1, 0, lowest), place(1, 1, lowest)};
    svg.polyline(
        List.of(base[2], place(0, 1, lowest), base[0], place(0, 0, top)), "stroke:" + Svg.LINE);
    svg.polyline(List.of(base), "stroke:" + Svg.INK);
    side(base[0], base[1], first, "end", -12);
    side(base[1], base[2], second, "start", 12);
    double[] peak = place(0, 0, top);
    svg.text(base[0][0] - 8, base[0][1], "end", "", Markup.number(lowest));
    svg.text(peak[0] - 8, peak[1] + 4, "end", "", Markup.number(top));
    svg.text(peak[0], peak[1] - 10, "middle", "", heightName);
  }

  private void side(double[] from, double[] to, Axis axis, String anchor, double away) {
    double y = 16;
    svg.text(
        0.9 * from[0] + 0.1 * to[0] + away,
        0.9 * from[1] + 0.1 * to[1] + y,
        anchor,
        "",
        Markup.number(axis.lower()));
    svg.text(
        0.1 * from[0] + 0.9 * to[0] + away,
        0.1 * from[1] + 0.9 * to[1] + y,
        anchor,
        "",
        Markup.number(axis.upper()));
    svg.text((from[0] + to[0]) / 2 + away, (from[1] + to[1]) / 2 + y + 8, anchor, "", axis.name());
  }

  /** Adds a cell's patch, clipped at the top; nothing where the cell lies above it. */
  private void patch(List<Patch> out, double[][] values, int r, int c, String style) {
    int[][] corners = {{r, c}, {r, c + 1}, {r + 1, c + 1}, {r + 1, c}};
    StringBuilder path = new StringBuilder();
    double depth = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 4; k++) {
      double[] here = corner(values, corners[k]);
      double[] next = corner(values, corners[(k + 1) % 4]);
      if (Double.isNaN(here[2] + next[2])) {
        return;
      }
      if (here[2] <= top) {
        depth = Math.max(depth, vertex(path, here));
      }
      if (here[2] <= top != next[2] <= top) {
        depth = Math.max(depth, vertex(path, crossing(here, next)));
      }
    }
    if (!path.isEmpty()) {
      out.add(new Patch(depth, path.append('z').toString(), style));
    }
  }

  private static double[] corner(double[][] values, int[] k) {
    double u = (double) k[1] / (values[0].length - 1);
    double v = (double) k[0] / (values.length - 1);
    return new double[] {u, v, values[k[0]][k[1]]};
  }

  /** Where the side between two corners meets the top. */
  private double[] crossing(double[] a, double[] b) {
    double share = (top - a[2]) / (b[2] - a[2]);
    return new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), top};
  }

  /** Adds a point to a path and says how near it is. */
  private double vertex(StringBuilder path, double[] point) {
    double[] p = place(point[0], point[1], point[2]);
    path.append(path.isEmpty() ? 'M' : 'L');
    path.append(String.format(Locale.ROOT, "%.1f,%.1f", p[0], p[1]));
    return p[2];
  }

  /** Pixels of a point of the relief, and how near it is. */
  private double[] place(double u, double v, double value) {
    double x = u - 0.5;
    double y = v - 0.5;
    double across = x * Math.cos(TURN) - y * Math.sin(TURN);
    double away = x * Math.sin(TURN) + y * Math.cos(TURN);
    double up = RISE * (value - lowest) / (top - lowest);
    double span = (Math.cos(TURN) - Math.sin(TURN)) / 2;
    double scale = (svg.width() - 2 * MARGIN) / (2 * span);
    double bottom = svg.height() - MARGIN;
    double screenY = bottom - scale * ((away + span) * Math.sin(TILT) + up * Math.cos(TILT));
    return new double[] {svg.width() / 2.0 + scale * across, screenY, -away};
  }
}
