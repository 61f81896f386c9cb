package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;

/** From a landscape file to its noise: the descriptions reach the right models. */
class NoiseModelsTest {
  private static NoiseModel.Local local(String rest) {
    String text = "variables: [x, y]\ndomain: {x: [-2, 2], y: [-2, 2]}\n" + rest + "\n";
    Landscape landscape = LandscapeFile.parse(text, "test.yaml");
    return NoiseModels.of(landscape).at(new double[] {0.5, -1});
  }

  /** At x = 0.5, y = −1, where f = 2.5; v = (0.4, 0.3), ‖v‖² = 0.25. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gaussian: {variance: 3}|0.375",
        "gaussian: {variance: f + x + 1}|0.5",
        "gaussian: {covariance: [[1, 0.5], [0.5, 1 + x^2]]}|0.19625",
        "gaussian: {variance: 2, truncate: 1000}|0.25",
        "uniform: {half-width: f + x + 1}|0.62466422996515756",
        "rademacher: {scale: 2}|0.4608888471064794",
        "'rademacher: {scale: 2, directions: [[0.8, 0.6], [-0.6, 0.8]]}'|0.43378083048302719"
      })
  void isTheOneDescribed(String noise, double expected) {
    double[] v = {0.4, 0.3};
    assertThat(local("objective: 2*x^2 + 2*y^2\nnoise: {" + noise + "}").cumulant(v))
        .isCloseTo(expected, within(1e-14));
  }

  /** Samples (x − u)²/2 + y: gradients (x − u, 1) with u = 1, 2, 6, so that Z = (3 − u, 0). */
  @ParameterizedTest
  @CsvSource({
    "'batch: 1', 0.2923113005339264",
    "'batch: 2', 0.1674803989714367",
    "'batch: 2, replacement: false', 0.098689191630788985"
  })
  void readsFiniteSums(String options, double expected) {
    String rest = "loss: (x - u)^2/2 + y\ndata: {u: [1, 2, 6]}\nregularizer: x^4";
    double[] v = {0.4, 0.3};
    assertThat(local(rest + "\nnoise: {finite-sum: {" + options + "}}").cumulant(v))
        .isCloseTo(expected, within(1e-14));
  }
}
