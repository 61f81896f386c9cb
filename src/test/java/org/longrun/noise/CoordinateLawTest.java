package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinateLawTest {
  /** 30-digit values of log(sinh t/t) and log cosh t with their derivatives. */
  @ParameterizedTest
  @CsvSource({
    "UNIFORM, 1e-9, 1.6666666666666669e-19, 3.3333333333333333e-10, 0.33333333333333333",
    "UNIFORM, 1e-3, 1.6666666111111147e-7, 0.00033333331111111323, 0.33333326666667725",
    "UNIFORM, 0.3, 0.014955255419671121, 0.099405096988408256, 0.32741798010333677",
    "UNIFORM, 0.999999, 0.16143904853604809, 0.31303500956094299, 0.27593843759664916",
    "UNIFORM, 1.000001, 0.16143967460661908, 0.31303556143762106, 0.27593824047068807",
    "UNIFORM, 2, 0.59522019205422282, 0.5373147207275481, 0.1739781701619289",
    "UNIFORM, 30, 25.905655437777899, 0.96666666666666667, 0.0011111111111111111",
    "UNIFORM, 1000, 992.39909754045792, 0.999, 1.0e-6",
    "RADEMACHER, 1e-9, 5.0000000000000006e-19, 1.0e-9, 1.0",
    "RADEMACHER, 1e-3, 4.9999991666668891e-7, 0.0009999996666668, 0.99999900000066667",
    "RADEMACHER, 0.3, 0.044340769925940314, 0.29131261245159091, 0.9151369618266292",
    "RADEMACHER, 0.999999, 0.4337800688890812, 0.76159373598110342, 0.41997498131434533",
    "RADEMACHER, 1.000001, 0.43378159207739307, 0.76159457592978665, 0.41997370191432843",
    "RADEMACHER, 2, 1.3250027473578644, 0.96402758007581688, 0.070650824853164466",
    "RADEMACHER, 30, 29.306852819440055, 1.0, 3.5026043050786081e-26"
  })
  void agreesWithManyDigits(
      CoordinateLaw law, double t, double value, double first, double second) {
    assertThat(law.cumulant(t)).isCloseTo(value, within(4e-15 * value));
    assertThat(law.first(t)).isCloseTo(first, within(1e-14 * first));
    assertThat(law.second(t)).isCloseTo(second, within(1e-13 * second));
    assertThat(law.cumulant(-t)).isEqualTo(law.cumulant(t));
    assertThat(law.first(-t)).isEqualTo(-law.first(t));
    assertThat(law.second(-t)).isEqualTo(law.second(t));
  }

  @ParameterizedTest
  @EnumSource
  void vanishesAtZero(CoordinateLaw law) {
    assertThat(law.cumulant(0)).isZero();
    assertThat(law.first(0)).isZero();
    assertThat(law.second(0)).isCloseTo(law == CoordinateLaw.UNIFORM ? 1 / 3.0 : 1, within(1e-15));
  }

  @Test
  void staysFiniteFarOut() {
    for (CoordinateLaw law : CoordinateLaw.values()) {
      assertThat(law.cumulant(1e6)).isBetween(1e6 - 20, 1e6);
      assertThat(law.first(1e6)).isCloseTo(1, within(1e-5));
      assertThat(law.second(1e6)).isBetween(0.0, 1e-11);
    }
  }
}
