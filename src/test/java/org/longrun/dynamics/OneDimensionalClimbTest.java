package org.longrun.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.NoiseDescription;
import org.longrun.noise.DerivedField;
import org.longrun.noise.FieldSum;
import org.longrun.noise.NoiseModels;

/**
 * In one dimension climbs cost ∫ p* dx with H(x, p*) = 0, p* ≠ 0 (theory, section 1): the whole
 * model of noise and Hamiltonian against the reference values.
 */
class OneDimensionalClimbTest {
  private static Hamiltonian doubleWell(int batch, double... slopes) {
    List<DerivedField> samples =
        Arrays.stream(slopes).mapToObj(OneDimensionalClimbTest::well).toList();
    FieldSum risk = new FieldSum(samples, DerivedField.constant(1, 0));
    DerivedField loss = well(Arrays.stream(slopes).average().orElseThrow());
    return new NoiseHamiltonian(
        loss, NoiseModels.of(new NoiseDescription.FiniteSum("", batch, true, risk), loss));
  }

  private static DerivedField well(double slope) {
    return DerivedField.of(
        1,
        x ->
            x[0].pow(4)
                .divide(4)
                .subtract(x[0].multiply(x[0]).divide(2))
                .add(x[0].multiply(slope)));
  }

  private static JsonNode reference(String name) throws IOException {
    try (InputStream in =
        OneDimensionalClimbTest.class.getResourceAsStream("/reference/landscapes.json")) {
      return new ObjectMapper().readTree(in).get(name);
    }
  }

  private static double critical(JsonNode reference, int k) {
    return reference.get("critical_points").get(k).get("x").get(0).asDouble();
  }

  /** ∫ |p*| dx from a minimum up to a maximum. */
  private static double climb(Hamiltonian hamiltonian, double from, double to) {
    double direction = Math.signum(to - from);
    UnivariateFunction momentum = x -> momentum(hamiltonian.at(new double[] {x}), direction);
    return new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-12)
        .integrate(10_000, momentum, Math.min(from, to), Math.max(from, to));
  }

  /** |p*|: H falls from 0 at p = 0 along the climb and rises through 0 again at p*. */
  private static double momentum(Hamiltonian.Local local, double direction) {
    double high = 1e-3;
    while (local.value(new double[] {direction * high}) <= 0 && high < 1e6) {
      high *= 2;
    }
    double low = 0;
    for (int step = 0; step < 100; step++) {
      double middle = (low + high) / 2;
      if (local.value(new double[] {direction * middle}) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  @Test
  void climbsOfTheThreePointSumAreTheReferences() throws IOException {
    JsonNode reference = reference("fs1_dw_n3__finite_sum_b1");
    Hamiltonian hamiltonian = doubleWell(1, 1, -0.3, -0.4);
    double top = critical(reference, 1);
    for (int from : new int[] {0, 2}) {
      double expected = reference.get("B").get(from).get(1).asDouble();
      double cost = climb(hamiltonian, critical(reference, from), top);
      assertThat(cost).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void costsScaleByTheBatch(int batch) {
    double one = climb(doubleWell(1, 1, -0.3, -0.4), 0.9456, 0.1010312578810108);
    double many = climb(doubleWell(batch, 1, -0.3, -0.4), 0.9456, 0.1010312578810108);
    assertThat(many).isCloseTo(batch * one, within(1e-9 * many));
  }

  /** Slopes 1, −0.3, −0.4 have mean 0.1 and variance (0.81 + 0.16 + 0.25)/3 everywhere. */
  @Test
  void theDiffusionApproximationClimbsAtTheGaussianPrice() throws IOException {
    JsonNode points = reference("fs1_dw_n3__finite_sum_b1").get("critical_points");
    double height = points.get(1).get("f").asDouble() - points.get(0).get("f").asDouble();
    DerivedField loss = well(0.1);
    FieldSum risk =
        new FieldSum(List.of(well(1), well(-0.3), well(-0.4)), DerivedField.constant(1, 0));
    Hamiltonian diffusion =
        new NoiseHamiltonian(
            loss,
            NoiseModels.of(new NoiseDescription.FiniteSum("", 2, true, risk), loss).diffusion());
    double cost =
        climb(
            diffusion,
            points.get(0).get("x").get(0).asDouble(),
            points.get(1).get("x").get(0).asDouble());
    double expected = 2 * height / (1.22 / 3 / 2);
    assertThat(cost).isCloseTo(expected, within(1e-10 * expected));
  }

  @Test
  void climbsThatTheNoiseIsTooWeakForAreOutOfReach() {
    Hamiltonian hamiltonian = doubleWell(1, 0.15, 0.05, 0.1);
    Hamiltonian.Local slope = hamiltonian.at(new double[] {0.6});
    double[] gradient = new double[1];
    slope.lossGradient(gradient);
    assertThat(gradient[0]).isNegative();
    assertThat(slope.reaches(new double[] {1})).isTrue();
    assertThat(slope.reaches(new double[] {-1})).isFalse();
    Hamiltonian.Local bottom = hamiltonian.at(new double[] {-1.0466805318046022});
    assertThat(bottom.reaches(new double[] {1})).isTrue();
    assertThat(bottom.reaches(new double[] {-1})).isTrue();
  }
}
