package org.longrun.action;

import java.util.concurrent.ConcurrentHashMap;
import org.longrun.numerics.ChebyshevLobatto;
import org.longrun.numerics.GaussLegendre;

/**
 * How a path is discretised: panels of equal length in the parameter, on each a polynomial of
 * degree n through Chebyshev–Lobatto nodes, with m = 2n + 6 Gauss–Legendre points for the action
 * (action methods, section 3). Neighbouring panels share a node; nothing else joins them, and the
 * least path makes itself smooth there.
 */
final class PathMesh {
  private static final ConcurrentHashMap<Integer, Matrices> KNOWN = new ConcurrentHashMap<>();

  private record Matrices(GaussLegendre rule, double[][] interpolation, double[][] derivative) {}

  private final int panels;
  private final int degree;
  private final int density;
  private final double[][] interpolation;
  private final double[][] derivative;
  private final GaussLegendre rule;

  /**
   * A mesh.
   *
   * @param density 1 for m = 2n + 6 points a panel, 2 for twice as many
   */
  PathMesh(int panels, int degree, int density) {
    this.panels = panels;
    this.degree = degree;
    this.density = density;
    Matrices matrices =
        KNOWN.computeIfAbsent(1000 * density + degree, key -> matrices(degree, density));
    this.rule = matrices.rule();
    this.interpolation = matrices.interpolation();
    this.derivative = matrices.derivative();
  }

  private static Matrices matrices(int degree, int density) {
    GaussLegendre rule = GaussLegendre.of(density * (2 * degree + 6));
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
    return panels;
  }

  int density() {
    return density;
  }

  int degree() {
    return degree;
  }

  /** The number of nodes on the whole path, panels·n + 1. */
  int nodes() {
    return panels * degree + 1;
  }

  /** The number of quadrature points a panel. */
  int points() {
    return rule.size();
  }

  double weight(int q) {
    return rule.weight(q);
  }

  /** B_qj = l_j(t_q), j = 0 … n. */
  double[] interpolation(int q) {
    return interpolation[q];
  }

  /** D_qj = l_j′(t_q). */
  double[] derivative(int q) {
    return derivative[q];
  }

  /** The parameter of the j-th node of the path, from 0 to 1. */
  double parameter(int node) {
    int panel = Math.min(node / degree, panels - 1);
    double inside = 0.5 * (1 + ChebyshevLobatto.of(degree).node(node - panel * degree));
    return (panel + inside) / panels;
  }
}
