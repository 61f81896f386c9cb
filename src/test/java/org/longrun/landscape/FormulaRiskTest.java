package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulaRiskTest extends EmpiricalRiskContract {
  private static final String REST =
      """
      variables: [a, b]
      loss: (tanh(a*u + b) - v)^2 / 2
      regularizer: 0.01*(a^2 + b^2)
      noise: {finite-sum: {batch: 2, replacement: false}}
      domain: {a: [-3, 3], b: [-3, 3]}
      """;

  @Override
  Landscape landscape() {
    return LandscapeFile.parse(
        "data: {u: [1, -0.3, -0.4, 2], v: [0.5, 0, -1, 1]}\n" + REST, "inline.yaml");
  }

  @Test
  void dataMayStandInAFileBesideTheLandscape(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/p.csv"), "u,v\r\n1,.5\n -0.3 , 0\n-0.4,-1\n\n2,1e0\n");
    Path file = Files.writeString(folder.resolve("l.yaml"), "data: data/p.csv\n" + REST);
    Landscape read = LandscapeFile.read(file);
    double[] x = {0.7, -0.2};
    assertThat(read.objective().value(x)).isEqualTo(landscape().objective().value(x));
    assertThat(read.noise().text()).isEqualTo("finite sum, batch 2 without replacement");
    assertThat(read.formula()).isEqualTo("mean((tanh(a*u + b) - v)^2 / 2) + 0.01*(a^2 + b^2)");
  }

  @Test
  void theObjectiveOfAFiniteSumIsEnclosed() {
    Landscape landscape = landscape();
    Enclosure enclosure = landscape.objective().enclosure().orElseThrow();
    double[] lower = {0.1, -0.2};
    double[] upper = {0.3, 0.1};
    double[] value = new double[2];
    enclosure.value(lower, upper, value);
    double[] low = new double[4];
    double[] high = new double[4];
    double[] hessian = new double[4];
    for (double[] x : new double[][] {lower, upper, {0.2, 0}}) {
      assertThat(landscape.objective().value(x)).isBetween(value[0], value[1]);
      enclosure.gradient(lower, upper, low, high);
      landscape.objective().gradient(x, hessian);
      assertThat(hessian[0]).isBetween(low[0], high[0]);
      assertThat(hessian[1]).isBetween(low[1], high[1]);
      enclosure.hessian(lower, upper, low, high);
      landscape.objective().hessian(x, hessian);
      for (int k = 0; k < 4; k++) {
        assertThat(hessian[k]).isBetween(low[k], high[k]);
      }
    }
    assertThat(value[1] - value[0]).isCloseTo(0.3, within(0.3));
  }

  @Test
  void noiseWithoutAKeyIsOneSampleAStep() {
    Landscape landscape =
        LandscapeFile.parse(
            "variables: [x]\nloss: (x - u)^2\ndata: {u: [0, 1]}\ndomain: {x: [-1, 2]}\n", "m.yaml");
    assertThat(landscape.noise().text()).isEqualTo("finite sum, batch 1 with replacement");
  }

  @Test
  void aGaussianVarianceMayDependOnTheLossOfAFiniteSum() {
    Landscape landscape =
        LandscapeFile.parse(
            """
            variables: [x, y]
            loss: (x*u - y)^2
            data: {u: [0, 1]}
            noise: {gaussian: {variance: 2*(f + 3)}}
            domain: {x: [-1, 2], y: [-1, 1]}
            """,
            "g.yaml");
    NoiseDescription.Isotropic noise = (NoiseDescription.Isotropic) landscape.noise();
    double[] x = {0.3, 0.4};
    double f = landscape.objective().value(x);
    assertThat(noise.variance().value(x)).isCloseTo(2 * (f + 3), within(1e-14));
    assertThat(noise.functionOfLoss().slope()).isEqualTo(2);
    assertThat(noise.functionOfLoss().offset()).isEqualTo(3);
  }
}
