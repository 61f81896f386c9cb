package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InverseHessianTest {
  private static final double EXACT = 1e-12;

  @Test
  void newtonsStepEndsAtTheMinimumOfAParabola() {
    InverseHessian inverse = InverseHessian.absolute(new double[] {3, 1, 1, 2}, 2, 0);

    assertThat(inverse.step(new double[] {4, 3}))
        .containsExactly(new double[] {-1, -1}, within(EXACT));
    assertThat(inverse.expected(new double[] {4, 3})).isCloseTo(3.5, within(EXACT));
  }

  @Test
  void aNegativeEigenvalueLeadsDownAndAVanishingOneCountsAsTheLeast() {
    InverseHessian inverse = InverseHessian.absolute(new double[] {-2, 0, 0, 0}, 2, 0.1);

    assertThat(inverse.step(new double[] {1, 1}))
        .containsExactly(new double[] {-0.5, -10}, within(EXACT));
  }

  @Test
  void afterAnUpdateTheChangeOfTheGradientGivesTheStep() {
    double[] step = {1, 2};
    double[] change = {0.5, 0.3};

    InverseHessian updated = InverseHessian.scaled(4, 2).updated(step, change);

    assertThat(updated.step(change)).containsExactly(new double[] {-1, -2}, within(EXACT));
  }

  @Test
  void aStepAlongWhichTheFunctionCurvesDownChangesNothing() {
    InverseHessian before = InverseHessian.scaled(4, 2);

    assertThat(before.updated(new double[] {1, 0}, new double[] {-1, 0})).isSameAs(before);
  }
}
