package org.longrun.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function over a rectangle in relief: patches drawn from the farthest to the nearest, and a
 * second function as wires.
 */
final class ReliefFigure {
  private static final double TURN = Math.toRadians(-35);
  private static final double TILT = Math.toRadians(38);

  private final double[][] heights;
  private final double @Nullable [][] wires;
  private final double lowest;
  private final double highest;

  /**
   * A relief.
   *
   * @param heights row by row, rows along the second axis
   * @param wires a second function on the same grid; null for none
   */
  ReliefFigure(double[][] heights, double @Nullable [][] wires) {
    this.heights = heights;
    this.wires = wires;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : heights) {
      for (double h : row) {
        low = Math.min(low, h);
        high = Math.max(high, h);
      }
    }
    this.lowest = low;
    this.highest = high > low ? high : low + 1;
  }

  private record Patch(double depth, String path, String style) {}

  Svg draw(String firstAxis, String secondAxis, String heightName, ToDoubleFunction<Double> shade) {
    Svg svg = new Svg(760, 620);
    List<Patch> patches = new ArrayList<>();
    for (int r = 0; r + 1 < heights.length; r++) {
      for (int c = 0; c + 1 < heights[0].length; c++) {
        double value = heights[r][c];
        String fill = Palette.css(shade.applyAsDouble(value));
        patches.add(patch(heights, r, c, "fill:" + fill + ";stroke:#ffffff;stroke-width:.4"));
        if (wires != null) {
          String style = "fill:none;stroke:" + Svg.VERMILION + ";stroke-width:.9";
          patches.add(patch(wires, r, c, style));
        }
      }
    }
    patches.sort(Comparator.comparingDouble(Patch::depth));
    patches.forEach(p -> svg.path(p.path(), p.style()));
    names(svg, firstAxis, secondAxis, heightName);
    return svg;
  }

  private void names(Svg svg, String first, String second, String height) {
    double[] a = place(0.5, -0.12, lowest);
    double[] b = place(1.1, 0.5, lowest);
    svg.text(a[0], a[1] + 16, "middle", "", first);
    svg.text(b[0], b[1] + 16, "start", "", second);
    String range = Markup.number(lowest) + " … " + Markup.number(highest);
    svg.text(svg.width() - 20.0, 24, "end", "", height + " from " + range);
  }

  private Patch patch(double[][] values, int r, int c, String style) {
    StringBuilder path = new StringBuilder();
    double depth = Double.NEGATIVE_INFINITY;
    int[][] corners = {{r, c}, {r, c + 1}, {r + 1, c + 1}, {r + 1, c}};
    for (int[] k : corners) {
      double u = (double) k[1] / (values[0].length - 1);
      double v = (double) k[0] / (values.length - 1);
      double[] p = place(u, v, values[k[0]][k[1]]);
      path.append(path.isEmpty() ? 'M' : 'L');
      path.append(String.format(java.util.Locale.ROOT, "%.1f,%.1f", p[0], p[1]));
      depth = Math.max(depth, p[2]);
    }
    return new Patch(depth, path.append('z').toString(), style);
  }

  /** Pixels of a point of the relief, and how near it is. */
  private double[] place(double u, double v, double value) {
    double x = u - 0.5;
    double y = v - 0.5;
    double across = x * Math.cos(TURN) - y * Math.sin(TURN);
    double away = x * Math.sin(TURN) + y * Math.cos(TURN);
    double up = 0.55 * (Math.min(value, highest) - lowest) / (highest - lowest);
    double screenY = -away * Math.sin(TILT) - up * Math.cos(TILT);
    return new double[] {380 + 480 * across, 400 + 480 * screenY, -away};
  }
}
