package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSolverTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 20})
  void solvesAndInverts(int d) {
    SplittableRandom random = new SplittableRandom(7L * d);
    double[] a = random.doubles(d * d, -1, 1).toArray();
    double[] x = random.doubles(d, -1, 1).toArray();
    LinearSolver solver = LinearSolver.of(a, d);
    double[] b = product(a, x, d);
    solver.solve(b);
    double[] again = product(solver.inverse(), product(a, x, d), d);
    for (int k = 0; k < d; k++) {
      assertThat(b[k]).isCloseTo(x[k], within(1e-11));
      assertThat(again[k]).isCloseTo(x[k], within(1e-11));
    }
  }

  @Test
  void pivotsAndRefusesSingularMatrices() {
    double[] b = {3, 5};
    LinearSolver.of(new double[] {0, 1, 1, 0}, 2).solve(b);
    assertThat(b).containsExactly(5, 3);
    LinearSolver singular = LinearSolver.of(new double[] {1, 2, 2, 4}, 2);
    assertThat(singular.isRegular()).isFalse();
    assertThatThrownBy(() -> singular.solve(new double[2])).isInstanceOf(ArithmeticException.class);
  }

  private static double[] product(double[] a, double[] x, int d) {
    double[] b = new double[d];
    for (int i = 0; i < d * d; i++) {
      b[i / d] += a[i] * x[i % d];
    }
    return b;
  }
}
