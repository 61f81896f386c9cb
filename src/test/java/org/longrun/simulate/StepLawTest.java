package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** The law of one step: every atom and its probability. */
class StepLawTest {
  /** Samples (w − y)²/2 with y = 0, 10, 200: the gradient of a batch at w = 0 is −mean y. */
  private static Map<Double, Double> atoms(String sum) {
    Sgd sgd =
        Sgd.of(
            LandscapeFile.parse(
                "variables: [w]\ndata: {y: [0, 10, 200]}\nloss: (w - y)^2/2\nnoise: {finite-sum: {"
                    + sum
                    + "}}\ndomain: {w: [-300, 300]}\n",
                "test.yaml"));
    StepLaw.Atoms atoms = StepLaw.of(sgd).orElseThrow().at(0);
    Map<Double, Double> law = new TreeMap<>();
    for (int a = 0; a < atoms.gradient().length; a++) {
      law.merge(
          (double) Math.round(-1e6 * atoms.gradient()[a]) / 1e6,
          atoms.probability()[a],
          Double::sum);
    }
    return law;
  }

  private static void is(Map<Double, Double> law, double gradient, double probability) {
    assertThat(law.get(gradient)).as("P(" + gradient + ")").isCloseTo(probability, within(1e-12));
  }

  @Test
  void batchesWithReplacementAreMultinomial() {
    Map<Double, Double> law = atoms("batch: 2");
    assertThat(law).hasSize(6);
    is(law, 0, 1.0 / 9);
    is(law, 5, 2.0 / 9);
    is(law, 10, 1.0 / 9);
    is(law, 100, 2.0 / 9);
    is(law, 105, 2.0 / 9);
    is(law, 200, 1.0 / 9);
  }

  @Test
  void threeDrawsHaveThreeFactorialOrders() {
    Map<Double, Double> law = atoms("batch: 3");
    assertThat(law).hasSize(10);
    is(law, 70, 6.0 / 27);
    is(law, 0, 1.0 / 27);
    is(law, 3.333333, 3.0 / 27);
  }

  @Test
  void batchesWithoutReplacementAreSubsets() {
    Map<Double, Double> law = atoms("batch: 2, replacement: false");
    assertThat(law).hasSize(3);
    is(law, 5, 1.0 / 3);
    is(law, 100, 1.0 / 3);
    is(law, 105, 1.0 / 3);
  }
}
