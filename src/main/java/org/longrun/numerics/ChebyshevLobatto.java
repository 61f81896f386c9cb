package org.longrun.numerics;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Polynomial interpolation on the Chebyshev–Lobatto nodes s_j = −cos(πj/n), j = 0 … n, of [−1, 1],
 * in barycentric form (J.-P. Berrut, L. N. Trefethen, <em>Barycentric Lagrange Interpolation</em>,
 * SIAM Review 46, 2004, sections 3 to 5 and 9.3).
 */
public final class ChebyshevLobatto {
  private static final ConcurrentHashMap<Integer, ChebyshevLobatto> KNOWN =
      new ConcurrentHashMap<>();

  private final int degree;
  private final double[] nodes;
  private final double[] weights;
  private final double[] differentiation;

  private ChebyshevLobatto(int degree) {
    this.degree = degree;
    this.nodes = new double[degree + 1];
    this.weights = new double[degree + 1];
    for (int j = 0; j <= degree; j++) {
      // The sine is exact and antisymmetric at the middle, where the cosine is not.
      nodes[j] = Math.sin(Math.PI * (2 * j - degree) / (2.0 * degree));
      weights[j] = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == degree ? 0.5 : 1);
    }
    this.differentiation = differentiation(nodes, weights);
  }

  /**
   * The nodes of this degree.
   *
   * @param degree n ≥ 1
   */
  public static ChebyshevLobatto of(int degree) {
    return KNOWN.computeIfAbsent(degree, ChebyshevLobatto::new);
  }

  /** n. */
  public int degree() {
    return degree;
  }

  /** s_j, ascending from −1 to 1. */
  public double node(int j) {
    return nodes[j];
  }

  /**
   * Writes l_0(t) … l_n(t), the Lagrange polynomials.
   *
   * @param t in [−1, 1]
   */
  public void interpolation(double t, double[] out) {
    double sum = 0;
    for (int j = 0; j <= degree; j++) {
      double gap = t - nodes[j];
      if (gap == 0) {
        Arrays.fill(out, 0, degree + 1, 0);
        out[j] = 1;
        return;
      }
      out[j] = weights[j] / gap;
      sum += out[j];
    }
    for (int j = 0; j <= degree; j++) {
      out[j] /= sum;
    }
  }

  /**
   * Writes l_0′(t) … l_n′(t).
   *
   * @param interpolation l_0(t) … l_n(t)
   */
  public void derivative(double[] interpolation, double[] out) {
    Arrays.fill(out, 0, degree + 1, 0);
    for (int i = 0; i <= degree; i++) {
      for (int j = 0; j <= degree; j++) {
        out[j] += interpolation[i] * differentiation[i * (degree + 1) + j];
      }
    }
  }

  /** l_j′(s_i): the entry (i, j) of the differentiation matrix. */
  public double derivative(int i, int j) {
    return differentiation[i * (degree + 1) + j];
  }

  private static double[] differentiation(double[] nodes, double[] weights) {
    int count = nodes.length;
    double[] matrix = new double[count * count];
    for (int i = 0; i < count; i++) {
      double diagonal = 0;
      for (int j = 0; j < count; j++) {
        if (j != i) {
          double entry = weights[j] / weights[i] / (nodes[i] - nodes[j]);
          matrix[i * count + j] = entry;
          diagonal -= entry;
        }
      }
      matrix[i * count + i] = diagonal;
    }
    return matrix;
  }
}
