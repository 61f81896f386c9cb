package org.longrun.report;

import java.util.Locale;

/**
 * Level lines of a sampled function: in every cell the segments on which the linear interpolation
 * along the cell's edges takes the level; W. Lorensen, H. Cline, SIGGRAPH 1987, in two dimensions.
 */
final class MarchingSquares {
  private MarchingSquares() {}

  /**
   * The segments of one level as SVG path data.
   *
   * @param f samples, row by row
   * @param level the level
   * @param width the width in pixels over which columns are spread
   * @param height the height in pixels over which rows are spread, the first row at the bottom
   */
  static String path(double[][] f, double level, double width, double height) {
    StringBuilder out = new StringBuilder();
    double dx = width / (f[0].length - 1);
    double dy = height / (f.length - 1);
    for (int r = 0; r + 1 < f.length; r++) {
      for (int c = 0; c + 1 < f[0].length; c++) {
        cell(f, level, r, c, out, dx, dy, height);
      }
    }
    return out.toString();
  }

  private static void cell(
      double[][] f,
      double level,
      int r,
      int c,
      StringBuilder out,
      double dx,
      double dy,
      double height) {
    int[][] corners = {{r, c}, {r, c + 1}, {r + 1, c + 1}, {r + 1, c}};
    int found = 0;
    for (int k = 0; k < 4; k++) {
      int[] a = corners[k];
      int[] b = corners[(k + 1) % 4];
      double fa = f[a[0]][a[1]] - level;
      double fb = f[b[0]][b[1]] - level;
      if ((fa < 0) != (fb < 0) && Double.isFinite(fa) && Double.isFinite(fb)) {
        double t = fa / (fa - fb);
        double x = (a[1] + t * (b[1] - a[1])) * dx;
        double y = height - (a[0] + t * (b[0] - a[0])) * dy;
        out.append(found++ % 2 == 0 ? 'M' : 'L');
        out.append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
      }
    }
  }
}
