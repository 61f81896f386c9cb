package org.longrun.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.landscape.SignedPermutation;
import org.longrun.numerics.ChebyshevLobatto;
import org.longrun.numerics.Point;

/**
 * A piecewise polynomial path x(s), s ∈ [0, 1], by its values at the nodes of a mesh.
 *
 * <p>Immutable.
 */
final class PathCurve implements Curve {
  private static final int LEAST_STEPS = 8;

  private final PathMesh mesh;
  private final int dimension;
  private final ChebyshevLobatto nodes;
  private final double[] values;
  private final double[] velocities;

  /**
   * The path with these values.
   *
   * @param values the nodes' points one after the other; kept
   */
  PathCurve(PathMesh mesh, int dimension, double[] values) {
    this.mesh = mesh;
    this.dimension = dimension;
    this.nodes = ChebyshevLobatto.of(mesh.degree());
    this.values = values;
    this.velocities = new double[mesh.panels() * (nodes.degree() + 1) * dimension];
    differentiate();
  }

  /** The straight line from one point to another. */
  static PathCurve segment(double[] from, double[] to) {
    double[] ends = Arrays.copyOf(from, 2 * from.length);
    System.arraycopy(to, 0, ends, from.length, to.length);
    return new PathCurve(PathMesh.single(1, 1), from.length, ends);
  }

  /** The same points run through the other way: the nodes lie symmetrically. */
  PathCurve reversed() {
    double[] backward = new double[values.length];
    for (int first = 0; first < values.length; first += dimension) {
      System.arraycopy(values, first, backward, values.length - dimension - first, dimension);
    }
    return new PathCurve(mesh.reversed(), dimension, backward);
  }

  /** The image of this path under a symmetry. */
  PathCurve image(SignedPermutation symmetry) {
    double[] images = new double[values.length];
    for (int first = 0; first < values.length; first += dimension) {
      double[] x = Arrays.copyOfRange(values, first, first + dimension);
      System.arraycopy(symmetry.apply(x), 0, images, first, dimension);
    }
    return new PathCurve(mesh, dimension, images);
  }

  private void differentiate() {
    int n = nodes.degree();
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= n; j++) {
          double entry = 2 / mesh.width(panel) * nodes.derivative(i, j);
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
    int panel = mesh.panel(s);
    combine(interpolation(panel, s), values, panel * nodes.degree(), out);
  }

  /** Writes x(s) and x′(s). */
  void evaluate(double s, double[] x, double[] v) {
    int panel = mesh.panel(s);
    int n = nodes.degree();
    double[] row = interpolation(panel, s);
    combine(row, values, panel * n, x);
    combine(row, velocities, panel * (n + 1), v);
  }

  /** l_0 … l_n at a parameter of a panel. */
  private double[] interpolation(int panel, double s) {
    double[] row = new double[nodes.degree() + 1];
    double t = 2 * (s - mesh.start(panel)) / mesh.width(panel) - 1;
    nodes.interpolation(Math.max(-1, Math.min(1, t)), row);
    return row;
  }

  private void combine(double[] row, double[] source, int first, double[] out) {
    Arrays.fill(out, 0, dimension, 0);
    for (int j = 0; j < row.length; j++) {
      for (int k = 0; k < dimension; k++) {
        out[k] += row[j] * source[(first + j) * dimension + k];
      }
    }
  }

  /** The point that the path begins at, s = 0, or ends at, s = 1. */
  double[] end(double s) {
    double[] x = new double[dimension];
    point(s, x);
    return x;
  }

  /** f at the path's end, less f where it begins. */
  double rise(Hamiltonian hamiltonian) {
    return hamiltonian.loss(end(1)) - hamiltonian.loss(end(0));
  }

  PathMesh mesh() {
    return mesh;
  }

  int dimension() {
    return dimension;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathCurve curve
        && mesh.equals(curve.mesh)
        && Arrays.equals(values, curve.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /**
   * The size of a panel's two highest Chebyshev coefficients: how far its polynomial is from having
   * found the path.
   */
  double roughness(int panel) {
    int n = nodes.degree();
    double square = 0;
    for (int k = 0; k < dimension; k++) {
      double last = 0;
      double before = 0;
      for (int j = 0; j <= n; j++) {
        double share = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == n ? 0.5 : 1) / n;
        double value = values[(panel * n + j) * dimension + k];
        last += share * value;
        before += 2 * share * value * -nodes.node(j);
      }
      square += last * last + before * before;
    }
    return Math.sqrt(square);
  }

  /**
   * Points along the path, its ends included and exact: on each panel as many, at equal steps, so
   * that they are dense where the path turns.
   *
   * @param least the least number of steps in all
   */
  List<Point> sample(int least) {
    int steps = Math.max(LEAST_STEPS, (least + mesh.panels() - 1) / mesh.panels());
    List<Point> points = new ArrayList<>();
    double[] x = new double[dimension];
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int k = panel == 0 ? 0 : 1; k <= steps; k++) {
        double share = (double) k / steps;
        point((1 - share) * mesh.start(panel) + share * mesh.start(panel + 1), x);
        points.add(Point.of(x));
      }
    }
    return points;
  }
}
