package org.longrun.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** φ(b) − φ(a) = ∫_a^b df/s(f) against its closed forms. */
class NoiseScaleTest {
  private static NoiseScale of(String noise, double momentum) {
    return NoiseScale.of(
        Sgd.of(
            LandscapeFile.parse(
                "variables: [x]\nobjective: x^2\nnoise: {gaussian: {"
                    + noise
                    + "}}\nmomentum: "
                    + momentum
                    + "\ndomain: {x: [-3, 3]}\n",
                "test.yaml")));
  }

  private static NoiseScale variance(String s) {
    return of("variance: '" + s + "'", 0);
  }

  @Test
  void constantNoiseDividesByTheVariance() {
    assertThat(variance("4").cost(1, 3)).isEqualTo(0.5);
    assertThat(of("variance: 4", 0.75).cost(1, 3)).isEqualTo(0.125);
    assertThat(variance("4").isConstant()).isTrue();
    assertThat(variance("4").isPowerLaw()).isFalse();
  }

  @Test
  void thePowerLawIsALogarithm() {
    NoiseScale scale = variance("(f + f)/4 + 1");
    assertThat(scale.isPowerLaw()).isTrue();
    assertThat(scale.cost(1, 4)).isCloseTo(Math.log(6.0 / 3) / 0.5, within(1e-12));
    assertThat(variance("f").cost(0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anyOtherLawIsIntegrated() {
    NoiseScale scale = variance("1 + f^2");
    assertThat(scale.isPowerLaw()).isFalse();
    assertThat(scale.cost(0.5, 2)).isCloseTo(Math.atan(2) - Math.atan(0.5), within(1e-11));
    assertThat(of("variance: 1 + f^2", 0.5).cost(0, 1)).isCloseTo(Math.PI / 8, within(1e-11));
    assertThat(scale.cost(1, 1)).isZero();
  }

  @Test
  void whetherAZeroOfTheNoiseIsPassableIsDecidedByIntegrability() {
    assertThat(variance("sqrt(f)").cost(0, 4)).isCloseTo(4, within(1e-9));
    assertThat(variance("f^0.9").cost(0, 1)).isCloseTo(10, within(1e-5));
    assertThat(variance("f^2").cost(0, 4)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(variance("f + f^2").cost(0, 4)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aKinkOfTheVarianceIsNoPowerLaw() {
    NoiseScale scale = variance("max(f, 0.5) + 1");
    assertThat(scale.isPowerLaw()).isFalse();
    double expected = 0.5 / 1.5 + Math.log(3 / 1.5);
    assertThat(scale.cost(0, 2)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aVarianceOfXOrATruncatedOneHasNoScale() {
    assertThat(variance("1 + x^2").isUnknown()).isTrue();
    assertThat(of("variance: 1, truncate: 4", 0).isUnknown()).isTrue();
    assertThat(variance("1 + f + 0*x").isUnknown()).isFalse();
  }
}
