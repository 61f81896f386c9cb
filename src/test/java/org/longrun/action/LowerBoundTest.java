package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.landscape.LandscapeFile;

/** W(x′) − W(x) of each noise, f = x² + y² from (1, 0) to (1, 2): Δf = 4, f = 1 and 5. */
class LowerBoundTest {
  private static final double[] FROM = {1, 0};
  private static final double[] TO = {1, 2};

  private static LowerBound of(String noise) {
    return LowerBound.of(
        LandscapeFile.parse(
            "variables: [x, y]\nobjective: x^2 + y^2\nnoise: {"
                + noise
                + "}\ndomain: {x: [-3, 3], y: [-3, 3]}\n",
            "test.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "gaussian: {variance: 2} ~ 4",
        "gaussian: {variance: 2, truncate: 3} ~ 4",
        "gaussian: {covariance: [[1, 0.6], [0.6, 1]]} ~ 5",
        "gaussian: {covariance: [[1, 0], [0, 4]]} ~ 2",
        "uniform: {half-width: 6} ~ 0.6666666666666666",
        "rademacher: {scale: 2} ~ 2"
      })
  void twiceTheRiseOverTheSubGaussianVariance(String noise, double expected) {
    assertThat(of(noise).between(FROM, TO)).isCloseTo(expected, within(1e-12));
    assertThat(of(noise).between(TO, FROM)).isZero();
  }

  @Test
  void underThePowerLawARatioOfLogarithms() {
    assertThat(of("gaussian: {variance: 2*f + 6}").between(FROM, TO))
        .isCloseTo(2 * Math.log(8.0 / 4) / 2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "gaussian: {variance: 1 + x^2}",
        "gaussian: {variance: 'max(f, 2) + 1'}",
        "uniform: {half-width: 1 + x^2}"
      })
  void nothingIsProvedOfOtherNoise(String noise) {
    assertThat(of(noise).between(FROM, TO)).isNull();
  }
}
