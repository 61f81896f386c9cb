package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkRiskTest {
  private static final String DATA = "data: {u: [-1, -0.2, 0.5, 2], v: [0, 1, 1, 0]}\n";

  private static Landscape network(String mlp, String data) {
    return LandscapeFile.parse(
        "mlp: {" + mlp + "}\n" + data + "domain: {all: [-3, 3]}\n", "net.yaml");
  }

  private static Landscape small() {
    return network(
        "layers: [1, 2, 1], activation: tanh, loss: squared, inputs: [u], outputs: [v],"
            + " weight-decay: 0.02",
        DATA);
  }

  @Nested
  class Tanh extends EmpiricalRiskContract {
    @Override
    Landscape landscape() {
      return small();
    }
  }

  @Nested
  class DeepSigmoidLogistic extends EmpiricalRiskContract {
    @Override
    Landscape landscape() {
      return network(
          "layers: [2, 3, 2, 1], activation: sigmoid, loss: logistic, inputs: [u, v],"
              + " outputs: [v]",
          DATA);
    }
  }

  @Nested
  class SoftplusSoftmax extends EmpiricalRiskContract {
    @Override
    Landscape landscape() {
      return network(
          "layers: [1, 3, 3], activation: softplus, loss: softmax, inputs: [u], outputs: [c]",
          "data: {u: [-1, -0.2, 0.5, 2], c: [0, 2, 1, 2]}\n");
    }
  }

  @Nested
  class Relu extends EmpiricalRiskContract {
    @Override
    Landscape landscape() {
      return network("layers: [1, 4, 1], activation: relu, inputs: [u], outputs: [v]", DATA);
    }
  }

  @Test
  void theNetworkIsTheFormulaThatItStandsFor() {
    Landscape formula =
        LandscapeFile.parse(
            """
            variables: [w1_11, w1_21, b1_1, b1_2, w2_11, w2_12, b2_1]
            loss: (w2_11*tanh(w1_11*u + b1_1) + w2_12*tanh(w1_21*u + b1_2) + b2_1 - v)^2/2
            regularizer: 0.01*(w1_11^2 + w1_21^2 + b1_1^2 + b1_2^2 + w2_11^2 + w2_12^2 + b2_1^2)
            domain: {all: [-3, 3]}
            """
                + DATA,
            "formula.yaml");
    Landscape network = small();
    assertThat(network.variables()).isEqualTo(formula.variables());
    assertThat(network.formula())
        .isEqualTo("mean squared loss of a 1-2-1 tanh network + weight decay 0.02");
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      double[] x = random.doubles(7, -3, 3).toArray();
      assertThat(network.objective().value(x))
          .isCloseTo(formula.objective().value(x), within(1e-13));
      double[][] results = new double[4][49];
      network.objective().gradient(x, results[0]);
      formula.objective().gradient(x, results[1]);
      network.objective().hessian(x, results[2]);
      formula.objective().hessian(x, results[3]);
      assertThat(results[0]).containsExactly(results[1], within(1e-12));
      assertThat(results[2]).containsExactly(results[3], within(1e-11));
    }
  }

  @Test
  void exchangesAndFlipsLeaveTheLossUnchanged() {
    Landscape landscape =
        network("layers: [2, 3, 2, 1], inputs: [u, v], outputs: [v], weight-decay: 0.1", DATA);
    assertThat(landscape.symmetries()).hasSize(2 + 3 + 1 + 2);
    double[] x = new Random(6).doubles(landscape.dimension(), -3, 3).toArray();
    for (SignedPermutation symmetry : landscape.symmetries()) {
      double[] image = symmetry.apply(x);
      assertThat(image).isNotEqualTo(x);
      assertThat(landscape.objective().value(image))
          .isCloseTo(landscape.objective().value(x), within(1e-12));
      assertThat(symmetry.apply(image)).isEqualTo(x);
    }
  }

  @Test
  void onlySymmetriesOfTheDomainAndTheNoiseCount() {
    String net = "mlp: {layers: [1, 2, 1], inputs: [u], outputs: [v]}\n" + DATA;
    Landscape half =
        LandscapeFile.parse(net + "domain: {all: [-3, 3], w2_11: [0, 3], w2_12: [0, 3]}\n", "h");
    assertThat(half.symmetries()).hasSize(1);
    Landscape noisy =
        LandscapeFile.parse(
            net + "domain: {all: [-3, 3]}\nnoise: {gaussian: {variance: 1 + b1_1^2}}\n", "n");
    assertThat(noisy.symmetries()).isEmpty();
  }

  @Test
  void namesOfWideLayersStayDistinct() {
    Landscape wide = network("layers: [1, 12, 1], inputs: [u], outputs: [v]", DATA);
    List<String> names = wide.variables();
    assertThat(names).doesNotHaveDuplicates().contains("w1_11_1", "w2_1_12", "b1_12");
  }

  @Test
  void networksThatDoNotFitTheirDataAreRefused() {
    wrong("layers: [2, 3, 1], inputs: [u], outputs: [v]", "1:34: 1 inputs do not fit a layer of 2");
    wrong("layers: [1, 3, 2], inputs: [u], outputs: [v]", "1:48: 1 outputs do not fit");
    wrong("layers: [1, 3, 1], inputs: [q], outputs: [v]", "1:35: there is no data column 'q'");
    wrong("layers: [1], inputs: [u], outputs: [v]", "1:15: 'mlp.layers' must be the numbers");
    wrong("layers: [1, 0, 1], inputs: [u], outputs: [v]", "1:19: 'mlp.layers[2]' must be a whole");
    wrong("layers: [1, 2, 1], loss: softmx, inputs: [u], outputs: [v]", "1:32: 'mlp.loss' must be");
    wrong(
        "layers: [1, 2, 1], loss: logistic, inputs: [v], outputs: [u]",
        "1:64: row 1 has label -1; this loss takes labels from 0 to 1");
    wrong("layers: [1, 2, 1], inputs: [u]", "1:6: the key 'outputs' is missing in 'mlp'");
  }

  private static void wrong(String mlp, String expected) {
    assertThatThrownBy(() -> network(mlp, DATA))
        .isInstanceOf(InputError.class)
        .hasMessageStartingWith("net.yaml:" + expected);
  }
}
