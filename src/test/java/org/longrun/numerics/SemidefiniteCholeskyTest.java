package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemidefiniteCholeskyTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void rootsOfAnyRankGiveTheMatrixBack(int rank) {
    int d = 5;
    Random random = new Random(rank);
    double[] matrix = new double[d * d];
    for (int r = 0; r < rank; r++) {
      double[] u = random.doubles(d, -1, 1).toArray();
      for (int i = 0; i < d; i++) {
        for (int k = 0; k < d; k++) {
          matrix[i * d + k] += u[i] * u[k];
        }
      }
    }
    SemidefiniteCholesky cholesky = new SemidefiniteCholesky(d);
    cholesky.factor(matrix);
    double[] product = new double[d * d];
    for (int k = 0; k < d; k++) {
      double[] unit = new double[d];
      unit[k] = 1;
      double[] column = new double[d];
      cholesky.addProduct(unit, column, 0);
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          product[i * d + j] += column[i] * column[j];
        }
      }
    }
    assertThat(product).usingComparatorWithPrecision(1e-12).containsExactly(matrix);
  }
}
