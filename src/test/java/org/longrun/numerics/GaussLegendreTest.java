package org.longrun.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 64})
  void isExactUpToDegreeTwiceTheSizeMinusOne(int n) {
    GaussLegendre rule = GaussLegendre.of(n);
    for (int power = 0; power < 2 * n; power++) {
      double sum = 0;
      for (int q = 0; q < n; q++) {
        sum += rule.weight(q) * Math.pow(rule.point(q), power);
      }
      double exact = power % 2 == 0 ? 2.0 / (power + 1) : 0;
      assertThat(sum).as("n = %d, power %d", n, power).isCloseTo(exact, within(1e-13));
    }
  }

  @Test
  void refusesAnEmptyRule() {
    assertThatThrownBy(() -> GaussLegendre.of(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
