package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** The exact law of a clipped step against the cumulants that the theory uses. */
class ClippedStepTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 4, 100})
  void atomsHaveTheCumulants(double norm) {
    Sgd sgd =
        Sgd.of(
            LandscapeFile.parse(
                "variables: [x]\nobjective: (x^2-1)^2/4\nnoise: {gaussian: {variance: 0.25}}\n"
                    + "domain: {x: [-2, 2]}\nmethod: {clipped: {norm: "
                    + norm
                    + "}}\n",
                "clipped.yaml"));
    double x = -0.6;
    StepLaw.Atoms atoms = StepLaw.of(sgd).orElseThrow().at(x);
    double total = 0;
    double sum = 0;
    for (int a = 0; a < atoms.gradient().length; a++) {
      total += atoms.probability()[a];
      sum += atoms.probability()[a] * Math.exp(-1.5 * atoms.gradient()[a]);
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    assertThat(Math.log(sum))
        .isCloseTo(sgd.hamiltonian().at(new double[] {x}).value(new double[] {1.5}), within(1e-12));
  }
}
