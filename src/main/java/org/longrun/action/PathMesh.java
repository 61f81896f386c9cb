package org.longrun.action;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import org.longrun.numerics.ChebyshevLobatto;
import org.longrun.numerics.GaussLegendre;

/**
 * How a path is discretised: panels of the parameter, on each a polynomial of degree n through
 * Chebyshev–Lobatto nodes, with m = 2n + 6 Gauss–Legendre points for the action (action methods,
 * section 3), or m = 3 on the straight sides of a polygon, n = 1. Neighbouring panels share a node;
 * nothing else joins them, and the least path makes itself smooth there.
 */
final class PathMesh {
  private static final ConcurrentHashMap<Integer, Matrices> KNOWN = new ConcurrentHashMap<>();

  /** m on straight panels, of which a polygon has many. */
  private static final int STRAIGHT = 3;

  private record Matrices(GaussLegendre rule, double[][] interpolation, double[][] derivative) {}

  private final double[] cuts;
  private final int degree;
  private final int density;
  private final Matrices matrices;

  /**
   * A mesh.
   *
   * @param cuts the panels' ends, ascending from 0 to 1; kept
   * @param degree n
   * @param density 1 for m points a panel, 2 for twice as many
   */
  PathMesh(double[] cuts, int degree, int density) {
    this.cuts = cuts;
    this.degree = degree;
    this.density = density;
    this.matrices =
        KNOWN.computeIfAbsent(1000 * density + degree, key -> matrices(degree, density));
  }

  /** The mesh of a polygon: straight panels of equal widths. */
  static PathMesh polygon(int sides) {
    double[] cuts = new double[sides + 1];
    for (int k = 0; k <= sides; k++) {
      cuts[k] = (double) k / sides;
    }
    return new PathMesh(cuts, 1, 1);
  }

  /** Whether the paths of this mesh are polygons. */
  boolean isPolygon() {
    return degree == 1;
  }

  /** The mesh of one panel. */
  static PathMesh single(int degree, int density) {
    return new PathMesh(new double[] {0, 1}, degree, density);
  }

  private static Matrices matrices(int degree, int density) {
    int points = degree == 1 ? STRAIGHT : 2 * degree + 6;
    GaussLegendre rule = GaussLegendre.of(density * points);
    double[][] interpolation = new double[rule.size()][degree + 1];
    double[][] derivative = new double[rule.size()][degree + 1];
    ChebyshevLobatto nodes = ChebyshevLobatto.of(degree);
    for (int q = 0; q < rule.size(); q++) {
      nodes.interpolation(rule.point(q), interpolation[q]);
      nodes.derivative(interpolation[q], derivative[q]);
    }
    return new Matrices(rule, interpolation, derivative);
  }

  int panels() {
    return cuts.length - 1;
  }

  int density() {
    return density;
  }

  int degree() {
    return degree;
  }

  /** The panels' ends, from 0 to 1. */
  double[] cuts() {
    return cuts.clone();
  }

  /** Where a panel begins; 1 for the panel after the last. */
  double start(int panel) {
    return cuts[panel];
  }

  /** The length of a panel. */
  double width(int panel) {
    return cuts[panel + 1] - cuts[panel];
  }

  /** The panel that holds a parameter; of two the later. */
  int panel(double s) {
    int found = Arrays.binarySearch(cuts, s);
    int panel = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(panels() - 1, panel));
  }

  /**
   * The mesh with some of its panels split: in halves, but at the path's two ends in unequal parts.
   *
   * @param end the share of a panel that is left at the path's end
   */
  PathMesh split(IntPredicate chosen, double end, int newDegree, int newDensity) {
    DoubleStream.Builder ends = DoubleStream.builder();
    ends.add(0);
    for (int panel = 0; panel < panels(); panel++) {
      if (chosen.test(panel)) {
        double from = start(panel);
        double width = width(panel);
        splits(panel, end).forEach(share -> ends.add(from + share * width));
      }
      ends.add(cuts[panel + 1]);
    }
    return new PathMesh(ends.build().toArray(), newDegree, newDensity);
  }

  /** Where a panel is split, as shares of its width. */
  private DoubleStream splits(int panel, double end) {
    boolean first = panel == 0;
    boolean last = panel == panels() - 1;
    double left = first ? end : last ? 1 - end : 0.5;
    double right = last ? 1 - end : left;
    return DoubleStream.of(left, right).distinct();
  }

  /** The same run through the other way. */
  PathMesh reversed() {
    double[] mirrored = new double[cuts.length];
    for (int k = 0; k < cuts.length; k++) {
      mirrored[k] = 1 - cuts[cuts.length - 1 - k];
    }
    return new PathMesh(mirrored, degree, density);
  }

  /** The number of nodes on the whole path, panels·n + 1. */
  int nodes() {
    return panels() * degree + 1;
  }

  /** The number of quadrature points a panel. */
  int points() {
    return matrices.rule().size();
  }

  /** Where a quadrature point lies on its panel, in [−1, 1]. */
  double point(int q) {
    return matrices.rule().point(q);
  }

  double weight(int q) {
    return matrices.rule().weight(q);
  }

  /** B_qj = l_j(t_q), j = 0 … n. */
  double[] interpolation(int q) {
    return matrices.interpolation()[q];
  }

  /** D_qj = l_j′(t_q). */
  double[] derivative(int q) {
    return matrices.derivative()[q];
  }

  /** The parameter of the j-th node of the path, from 0 to 1. */
  double parameter(int node) {
    int panel = Math.min(node / degree, panels() - 1);
    double inside = 0.5 * (1 + ChebyshevLobatto.of(degree).node(node - panel * degree));
    return start(panel) + inside * width(panel);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathMesh mesh
        && degree == mesh.degree
        && density == mesh.density
        && Arrays.equals(cuts, mesh.cuts);
  }

  @Override
  public int hashCode() {
    return 31 * degree + Arrays.hashCode(cuts);
  }
}
