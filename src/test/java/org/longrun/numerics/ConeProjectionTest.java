package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConeProjectionTest {
  private static boolean contains(double[][] generators, double... u) {
    return ConeProjection.contains((y, out) -> support(generators, y, out), u);
  }

  private static double support(double[][] generators, double[] y, double[] out) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double[] a : generators) {
      double product = 0;
      for (int k = 0; k < y.length; k++) {
        product += a[k] * y[k];
      }
      if (product > largest) {
        largest = product;
        System.arraycopy(a, 0, out, 0, y.length);
      }
    }
    return largest;
  }

  @Test
  void quadrantHoldsItsOwn() {
    double[][] axes = {{1, 0}, {0, 5}};
    assertThat(contains(axes, 3, 1e-7)).isTrue();
    assertThat(contains(axes, 3, 0)).isTrue();
    assertThat(contains(axes, 3, -1e-7)).isFalse();
    assertThat(contains(axes, -1, -1)).isFalse();
  }

  @Test
  void zeroGeneratorsReachNothing() {
    assertThat(contains(new double[][] {{0, 0}, {0, 0}}, 1, 0)).isFalse();
  }

  @Test
  void raysReachOnlyThemselves() {
    double[][] line = {{1, 2, 3}, {2, 4, 6}};
    assertThat(contains(line, 0.1, 0.2, 0.3)).isTrue();
    assertThat(contains(line, -1, -2, -3)).isFalse();
    assertThat(contains(line, 1, 2, 3.001)).isFalse();
  }

  /** By Carathéodory a point of the cone lies in that of d generators: all are tried. */
  @ParameterizedTest
  @CsvSource({"2, 3", "2, 6", "3, 4", "3, 8", "4, 7"})
  void agreesWithAllSimplicialCones(int d, int n) {
    Random random = new Random(100 * d + n);
    int inside = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[][] generators = new double[n][];
      for (int i = 0; i < n; i++) {
        generators[i] = gaussian(random, d);
        generators[i][0] += 0.7;
      }
      double[] u = gaussian(random, d);
      boolean expected = inSomeSimplex(generators, u, new int[d], 0, 0);
      assertThat(contains(generators, u)).isEqualTo(expected);
      inside += expected ? 1 : 0;
    }
    assertThat(inside).isBetween(5, 195);
  }

  private static double[] gaussian(Random random, int d) {
    return random.doubles(d).map(uniform -> random.nextGaussian()).toArray();
  }

  private static boolean inSomeSimplex(
      double[][] generators, double[] u, int[] chosen, int count, int from) {
    if (count == u.length) {
      Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(u.length, u.length);
      for (int j = 0; j < u.length; j++) {
        matrix.setColumn(j, generators[chosen[j]]);
      }
      double[] c = new LUDecomposition(matrix).getSolver().solve(new ArrayRealVector(u)).toArray();
      return Arrays.stream(c).allMatch(entry -> entry >= 0);
    }
    for (int i = from; i < generators.length; i++) {
      chosen[count] = i;
      if (inSomeSimplex(generators, u, chosen, count + 1, i + 1)) {
        return true;
      }
    }
    return false;
  }
}
