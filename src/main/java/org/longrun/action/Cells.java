package org.longrun.action;

import java.util.Arrays;
import org.longrun.landscape.Domain;
import org.longrun.noise.DriftBound;

/**
 * A box of the coordinates y_i = ⟨e_i, x⟩ cut into equal cells, numbered along the axes e_i.
 *
 * @param axes e_1 … e_d
 * @param around the least box of y that holds the domain: its lower and its upper corner
 * @param number the number of cells on each axis
 * @param turned whether the axes are not those of the variables
 */
record Cells(Domain domain, double[][] axes, double[][] around, int number, boolean turned) {
  /** How far the inverse of the axes' matrix may be from its transpose. */
  private static final double SKEW = 1e-5;

  static Cells of(Domain domain, double[][] axes, int number) {
    double[][] corners = {domain.lower().toArray(), domain.upper().toArray()};
    boolean turned = !Arrays.deepEquals(axes, DriftBound.ofVariables(axes.length));
    return new Cells(domain, axes, product(axes, corners), number, turned);
  }

  /** Bounds of Ax over a box of x. */
  private static double[][] product(double[][] a, double[][] box) {
    double[][] out = new double[2][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        double one = a[i][k] * box[0][k];
        double other = a[i][k] * box[1][k];
        out[0][i] += Math.min(one, other);
        out[1][i] += Math.max(one, other);
      }
    }
    return out;
  }

  double edge(int i, int n) {
    return around[0][i] + (around[1][i] - around[0][i]) * n / number;
  }

  /** A cell's corners in y. */
  double[][] corners(int cell) {
    int d = axes.length;
    double[][] corners = new double[2][d];
    int rest = cell;
    for (int i = 0; i < d; i++) {
      corners[0][i] = edge(i, rest % number);
      corners[1][i] = edge(i, rest % number + 1);
      rest /= number;
    }
    return corners;
  }

  /** The corners of a box of x that holds a box of y. */
  double[][] box(double[][] y) {
    if (!turned) {
      return y;
    }
    int d = axes.length;
    double[][] transposed = new double[d][d];
    double size = 0;
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        transposed[k][i] = axes[i][k];
      }
      size = Math.max(size, Math.max(Math.abs(y[0][i]), Math.abs(y[1][i])));
    }
    double[][] box = product(transposed, y);
    for (int k = 0; k < d; k++) {
      box[0][k] -= SKEW * d * size;
      box[1][k] += SKEW * d * size;
    }
    return box;
  }

  /** Stands for all that is beyond the cells. */
  private static final int OUTSIDE = -1;

  /** The next cell along an axis, up or down by its sign. */
  int neighbour(int cell, int i, int sign) {
    int stride = 1;
    for (int k = 0; k < i; k++) {
      stride *= number;
    }
    int n = cell / stride % number + sign;
    return n < 0 || n == number ? OUTSIDE : cell + sign * stride;
  }

  /** Whether all of a cell lies in the domain. */
  boolean isInside(int cell) {
    if (cell == OUTSIDE || !turned) {
      return cell != OUTSIDE;
    }
    double[][] box = box(corners(cell));
    return domain.contains(box[0]) && domain.contains(box[1]);
  }

  /** A cell that holds a point of the domain. */
  int holding(double[] x) {
    double[] y = product(axes, new double[][] {x, x})[0];
    int cell = 0;
    for (int i = y.length - 1; i >= 0; i--) {
      int n = (int) ((y[i] - around[0][i]) / (around[1][i] - around[0][i]) * number);
      n = Math.max(0, Math.min(number - 1, n));
      if (n > 0 && y[i] < edge(i, n)) {
        n--;
      } else if (n < number - 1 && y[i] > edge(i, n + 1)) {
        n++;
      }
      cell = cell * number + n;
    }
    return cell;
  }
}
