package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 13, 30})
  void vectorsAreOrthonormalAndRebuildTheMatrix(int d) {
    double[] a = random(d);
    SymmetricEigen eigen = SymmetricEigen.of(a, d);
    double[] rebuilt = new double[d * d];
    for (int k = 0; k < d; k++) {
      double[] v = eigen.vector(k);
      assertThat(k == 0 || eigen.value(k - 1) <= eigen.value(k)).isTrue();
      for (int j = 0; j < d; j++) {
        assertThat(eigen.coefficient(j, v)).isCloseTo(j == k ? 1 : 0, within(1e-12));
      }
      for (int i = 0; i < d * d; i++) {
        rebuilt[i] += eigen.value(k) * v[i / d] * v[i % d];
      }
    }
    for (int i = 0; i < d * d; i++) {
      assertThat(rebuilt[i]).isCloseTo(a[i], within(1e-12 * d));
    }
  }

  @Test
  void smallEigenvaluesKeepTheirDigits() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[] {1e10, 1, 1, 1e-10 + 1e-20}, 2);
    assertThat(eigen.value(0)).isCloseTo(1e-20, within(1e-25));
  }

  @Test
  void aMatrixThatIsNotFiniteHasNoEigenvalues() {
    assertThat(SymmetricEigen.of(new double[] {1, Double.NaN, Double.NaN, 1}, 2).value(0)).isNaN();
  }

  private static double[] random(int d) {
    SplittableRandom random = new SplittableRandom(d);
    double[] a = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k <= i; k++) {
        a[i * d + k] = random.nextDouble() - 0.5;
        a[k * d + i] = a[i * d + k];
      }
    }
    return a;
  }
}
