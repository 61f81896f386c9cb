package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** log p = −2(1 − β)Φ/η − log s + constant, with Φ by hand. */
class StationaryDensityTest {
  private static final double STEP = 0.05;

  private static StationaryDensity of(String variance, double momentum) {
    return StationaryDensity.of(
            Sgd.of(
                LandscapeFile.parse(
                    "variables: [x]\nobjective: x^2\nnoise: {gaussian: {variance: "
                        + variance
                        + "}}\nmomentum: "
                        + momentum
                        + "\ndomain: {x: [-3, 3]}\n",
                    "test.yaml")),
            STEP)
        .orElseThrow();
  }

  private static double difference(StationaryDensity density, double from, double to) {
    return density.log(new double[] {to}) - density.log(new double[] {from});
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void constantNoiseIsGibbs(double momentum) {
    double expected = -2 * (1 - momentum) * (4 - 1) / 0.5 / STEP;
    assertThat(difference(of("0.5", momentum), 1, 2)).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.75})
  void noiseOfTheLossIsAPowerLaw(double momentum) {
    double logs = Math.log(5.0 / 2);
    double expected = -2 * (1 - momentum) * logs / 2 / STEP - logs;
    assertThat(difference(of("2*f + 2", momentum), 1, 2)).isCloseTo(expected, within(1e-9));
  }

  /** s = 1 + f²: Φ = arctan f. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void anyFunctionOfTheLossIsIntegrated(double momentum) {
    double potential = Math.atan(1) - Math.atan(0.25);
    double expected = -2 * (1 - momentum) * potential / STEP - Math.log(2 / 1.0625);
    assertThat(difference(of("1 + f^2", momentum), 0.5, 1)).isCloseTo(expected, within(1e-9));
  }

  /** s = 1 + x²: Φ = ∫ 2x/(1 + x²) dx = log(1 + x²). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void onTheLineAnyNoiseIsIntegrated(double momentum) {
    double logs = Math.log(5.0 / 2);
    double expected = -2 * (1 - momentum) * logs / STEP - logs;
    assertThat(difference(of("1 + x^2", momentum), 1, 2)).isCloseTo(expected, within(1e-4));
  }

  @Test
  void truncatedNoiseHasNoClosedForm() {
    String file =
        "variables: [x]\nobjective: x^2\nnoise: {gaussian: {variance: 1, truncate: 3}}\n"
            + "domain: {x: [-3, 3]}\n";
    Sgd sgd = Sgd.of(LandscapeFile.parse(file, "test.yaml"));
    assertThat(StationaryDensity.of(sgd, STEP)).isEmpty();
  }
}
