package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** 2 I + ε v vᵀ with |v|² = d: the eigenvalues are 2, and 2 + ε d once. */
  @ParameterizedTest
  @CsvSource({"13,1e-160", "13,1e-17", "20,1e-300", "40,1e-155", "40,0.5", "13,-3", "5,1e-160"})
  void aTinyPerturbationOfAMultipleOfTheIdentity(int d, double epsilon) {
    for (double scale : new double[] {1, 1e-300, 1e300, 0x1p-1070}) {
      double[] a = new double[d * d];
      for (int i = 0; i < d * d; i++) {
        double sign = (i / d + i % d) % 2 == 0 ? 1 : -1;
        a[i] = scale * ((i / d == i % d ? 2 : 0) + epsilon * sign);
      }
      SymmetricEigen eigen = SymmetricEigen.of(a, d);
      double most = Math.max(2, 2 + epsilon * d);
      double least = Math.min(2, 2 + epsilon * d);
      double tolerance = scale == 0x1p-1070 ? 0.6 : 1e-13;
      assertThat(eigen.value(d - 1) / scale).isCloseTo(most, within(tolerance * d));
      assertThat(eigen.value(0) / scale).isCloseTo(least, within(tolerance * d));
    }
  }

  @Test
  void gradedMatricesOfAnyScaleAreDecomposed() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 300; trial++) {
      int d = 13 + trial % 8;
      double[] a = new double[d * d];
      for (int i = 0; i < d; i++) {
        for (int k = 0; k <= i; k++) {
          double size = Math.pow(10, -random.nextInt(0, 320));
          a[i * d + k] = random.nextInt(4) == 0 ? 0 : size * (random.nextDouble() - 0.5);
          a[k * d + i] = a[i * d + k];
        }
      }
      SymmetricEigen eigen = SymmetricEigen.of(a, d);
      double trace = 0;
      double sum = 0;
      for (int k = 0; k < d; k++) {
        trace += a[k * d + k];
        sum += eigen.value(k);
        assertThat(eigen.coefficient(k, eigen.vector(k))).isCloseTo(1, within(1e-12));
      }
      assertThat(sum).isCloseTo(trace, within(1e-13 * d * Math.max(eigen.norm(), 1e-300)));
    }
  }

  @Test
  void theZeroMatrix() {
    assertThat(SymmetricEigen.of(new double[400], 20).values()).containsOnly(0);
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
