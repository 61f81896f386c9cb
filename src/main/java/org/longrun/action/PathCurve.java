package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import org.longrun.numerics.ChebyshevLobatto;
import org.longrun.numerics.Point;

/**
 * A piecewise polynomial path x(s), s ∈ [0, 1], by its values at the nodes of a mesh.
 *
 * <p>Immutable but for its scratch space: one thread.
 */
final class PathCurve implements Curve {
  private final int panels;
  private final int dimension;
  private final ChebyshevLobatto nodes;
  private final double[] values;
  private final double[] velocities;
  private final double[] row;

  /**
   * The path with these values.
   *
   * @param values the nodes' points one after the other; kept
   */
  PathCurve(PathMesh mesh, int dimension, double[] values) {
    this(mesh.panels(), ChebyshevLobatto.of(mesh.degree()), dimension, values);
  }

  private PathCurve(int panels, ChebyshevLobatto nodes, int dimension, double[] values) {
    this.panels = panels;
    this.dimension = dimension;
    this.nodes = nodes;
    this.values = values;
    this.velocities = new double[panels * (nodes.degree() + 1) * dimension];
    this.row = new double[nodes.degree() + 1];
    differentiate();
  }

  /** The same points run through the other way: the nodes lie symmetrically. */
  PathCurve reversed() {
    double[] backward = new double[values.length];
    for (int first = 0; first < values.length; first += dimension) {
      System.arraycopy(values, first, backward, values.length - dimension - first, dimension);
    }
    return new PathCurve(panels, nodes, dimension, backward);
  }

  private void differentiate() {
    int n = nodes.degree();
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= n; j++) {
          double entry = 2.0 * panels * nodes.derivative(i, j);
          for (int k = 0; k < dimension; k++) {
            velocities[(panel * (n + 1) + i) * dimension + k] +=
                entry * values[(panel * n + j) * dimension + k];
          }
        }
      }
    }
  }

  @Override
  public void point(double s, double[] out) {
    int panel = locate(s);
    int n = nodes.degree();
    combine(values, panel * n, out);
  }

  /** Writes x(s) and x′(s). */
  void evaluate(double s, double[] x, double[] v) {
    int panel = locate(s);
    int n = nodes.degree();
    combine(values, panel * n, x);
    combine(velocities, panel * (n + 1), v);
  }

  private int locate(double s) {
    int panel = Math.max(0, Math.min(panels - 1, (int) Math.floor(s * panels)));
    double t = 2 * (s * panels - panel) - 1;
    nodes.interpolation(Math.max(-1, Math.min(1, t)), row);
    return panel;
  }

  private void combine(double[] source, int first, double[] out) {
    java.util.Arrays.fill(out, 0, dimension, 0);
    for (int j = 0; j < row.length; j++) {
      for (int k = 0; k < dimension; k++) {
        out[k] += row[j] * source[(first + j) * dimension + k];
      }
    }
  }

  /** The panels' ends, from 0 to 1. */
  double[] cuts() {
    double[] cuts = new double[panels + 1];
    for (int panel = 0; panel <= panels; panel++) {
      cuts[panel] = (double) panel / panels;
    }
    return cuts;
  }

  /** Points along the path, its ends included and exact. */
  List<Point> sample(int count) {
    List<Point> points = new ArrayList<>();
    double[] x = new double[dimension];
    for (int k = 0; k < count; k++) {
      point((double) k / (count - 1), x);
      points.add(Point.of(x));
    }
    return points;
  }
}
