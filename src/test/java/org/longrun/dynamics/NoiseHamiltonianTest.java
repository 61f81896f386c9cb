package org.longrun.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.noise.DerivedField;
import org.longrun.noise.FieldSum;
import org.longrun.noise.NoiseModel;
import org.longrun.noise.NoiseModels;

/** H and its derivatives against finite differences and the definition, for every kind of noise. */
class NoiseHamiltonianTest {
  private static final double STEP = 1e-5;
  private static final double[] X = {0.4, -0.7};
  private static final double[] P = {0.9, 0.5};

  private static final DerivedField VARIANCE =
      DerivedField.of(2, x -> x[0].multiply(x[0]).add(x[1].sin().divide(3)).add(1));
  private static final FieldSum RISK =
      new FieldSum(
          IntStream.range(0, 5).mapToObj(NoiseHamiltonianTest::sample).toList(),
          DerivedField.of(2, x -> x[0].multiply(x[1]).add(x[1].pow(4))));
  private static final ScalarField LOSS = RISK.mean(x -> x[0].multiply(x[1]).add(x[1].pow(4)));

  private static DerivedField sample(int i) {
    return DerivedField.of(
        2, x -> x[0].multiply(Math.cos(i)).add(x[1].multiply(i - 2)).sin().multiply(1 + i / 3.0));
  }

  static Stream<NoiseModel> noises() {
    return Stream.of(
            new NoiseDescription.Isotropic("", VARIANCE, OptionalDouble.empty(), null),
            new NoiseDescription.Isotropic("", VARIANCE, OptionalDouble.of(2), null),
            new NoiseDescription.Uniform("", VARIANCE),
            new NoiseDescription.Rademacher("", VARIANCE, List.of(0.6, 0.8, -0.8, 0.6)),
            new NoiseDescription.FiniteSum("", 2, true, RISK),
            new NoiseDescription.FiniteSum("", 2, false, RISK))
        .map(description -> NoiseModels.of(description, LOSS));
  }

  private static Hamiltonian hamiltonian(NoiseModel noise) {
    return new NoiseHamiltonian(LOSS, noise);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void isTheCumulantLessTheDrift(NoiseModel noise) {
    double[] gradient = new double[2];
    LOSS.gradient(X, gradient);
    double expected =
        noise.at(X).cumulant(new double[] {-P[0], -P[1]}) - P[0] * gradient[0] - P[1] * gradient[1];
    double[] told = new double[2];
    hamiltonian(noise).at(X).lossGradient(told);
    assertThat(hamiltonian(noise).at(X).value(P)).isCloseTo(expected, within(1e-14));
    assertThat(told).usingComparatorWithPrecision(1e-14).containsExactly(gradient);
    assertThat(hamiltonian(noise).at(X).value(new double[2])).isZero();
  }

  @ParameterizedTest
  @MethodSource("noises")
  void momentumDerivativesAreThoseOfTheValue(NoiseModel noise) {
    Hamiltonian.Local local = hamiltonian(noise).at(X);
    double[] gradient = new double[2];
    double[] hessian = new double[4];
    double[] above = new double[2];
    double[] below = new double[2];
    local.momentumGradient(P, gradient);
    local.momentumHessian(P, hessian);
    for (int k = 0; k < 2; k++) {
      double difference = local.value(moved(P, k, STEP)) - local.value(moved(P, k, -STEP));
      assertThat(gradient[k]).isCloseTo(difference / (2 * STEP), within(1e-8));
      local.momentumGradient(moved(P, k, STEP), above);
      local.momentumGradient(moved(P, k, -STEP), below);
      for (int i = 0; i < 2; i++) {
        assertThat(hessian[2 * i + k]).isCloseTo((above[i] - below[i]) / (2 * STEP), within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("noises")
  void spaceDerivativesAreThoseOfTheValue(NoiseModel noise) {
    Hamiltonian hamiltonian = hamiltonian(noise);
    double[] gradient = new double[2];
    double[] mixed = new double[4];
    double[] above = new double[2];
    double[] below = new double[2];
    hamiltonian.at(X).spaceGradient(P, gradient);
    hamiltonian.at(X).mixedHessian(P, mixed);
    for (int i = 0; i < 2; i++) {
      Hamiltonian.Local right = hamiltonian.at(moved(X, i, STEP));
      Hamiltonian.Local left = hamiltonian.at(moved(X, i, -STEP));
      assertThat(gradient[i])
          .isCloseTo((right.value(P) - left.value(P)) / (2 * STEP), within(1e-8));
      right.momentumGradient(P, above);
      left.momentumGradient(P, below);
      for (int k = 0; k < 2; k++) {
        assertThat(mixed[2 * i + k]).isCloseTo((above[k] - below[k]) / (2 * STEP), within(1e-7));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("noises")
  void theGradientFlowIsAlwaysReached(NoiseModel noise) {
    double[] drift = new double[2];
    hamiltonian(noise).at(X).lossGradient(drift);
    drift[0] = -drift[0];
    drift[1] = -drift[1];
    assertThat(hamiltonian(noise).at(X).reaches(drift)).isTrue();
  }

  private static double[] moved(double[] a, int k, double step) {
    double[] copy = a.clone();
    copy[k] += step;
    return copy;
  }
}
