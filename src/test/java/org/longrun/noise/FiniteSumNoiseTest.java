package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.InputError;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

class FiniteSumNoiseTest {
  private static final FieldSum RISK = TestLosses.neuron(6);
  private static final ScalarField LOSS = RISK.mean(TestLosses::decay);
  private static final double[] X = {0.7, -0.4};

  private static NoiseModel minibatches(int batch, boolean replacement) {
    return NoiseModels.of(new NoiseDescription.FiniteSum("", batch, replacement, RISK), LOSS);
  }

  abstract static class OfNeuron extends NoiseModelContract {
    @Override
    ScalarField objective() {
      return LOSS;
    }

    @Override
    double reach() {
      return 4;
    }
  }

  @Nested
  class SingleSamples extends OfNeuron {
    @Override
    NoiseModel model() {
      return minibatches(1, true);
    }
  }

  @Nested
  class Batches extends OfNeuron {
    @Override
    NoiseModel model() {
      return minibatches(3, true);
    }
  }

  @Nested
  class Sets extends OfNeuron {
    @Override
    NoiseModel model() {
      return minibatches(4, false);
    }
  }

  @Nested
  class Pairs extends OfNeuron {
    @Override
    NoiseModel model() {
      return minibatches(2, false);
    }
  }

  @Nested
  class Diffusion extends OfNeuron {
    @Override
    NoiseModel model() {
      return minibatches(2, false).diffusion();
    }

    @Test
    void hasTheCovarianceOfTheMinibatches() {
      double[] expected = new double[4];
      double[] actual = new double[4];
      minibatches(2, false).at(X).covariance(expected);
      model().at(X).covariance(actual);
      assertThat(actual).usingComparatorWithPrecision(1e-15).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 30, 3000})
  void withoutReplacementIsTheSumOverAllSets(double size) {
    double[] v = {size, -0.6 * size};
    for (int batch = 1; batch <= 6; batch++) {
      double expected = enumerate(batch, v);
      assertThat(minibatches(batch, false).at(X).cumulant(v))
          .isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-14 * (size + 0.1)));
    }
  }

  /** log of the mean of e^{⟨v, Ḡ_S − ∇f̄⟩} over all sets S of b samples. */
  private static double enumerate(int batch, double[] v) {
    double[] scores = new double[6];
    double[] gradient = new double[2];
    for (int i = 0; i < 6; i++) {
      RISK.gradient(i, X, gradient);
      scores[i] = Vectors.dot(v, gradient);
    }
    double mean = Arrays.stream(scores).sum() / 6;
    List<Double> exponents = new ArrayList<>();
    for (int set = 0; set < 64; set++) {
      if (Integer.bitCount(set) == batch) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
          sum += (set >> i & 1) * (scores[i] - mean) / batch;
        }
        exponents.add(sum);
      }
    }
    double largest = exponents.stream().mapToDouble(e -> e).max().orElseThrow();
    return largest
        + Math.log(
            exponents.stream().mapToDouble(e -> Math.exp(e - largest)).average().orElseThrow());
  }

  @Test
  void replacementScalesByTheBatch() {
    NoiseModel.Local one = minibatches(1, true).at(X);
    NoiseModel.Local many = minibatches(7, true).at(X);
    double[] v = {2.1, 0.8};
    double[] scaled = {7 * 2.1, 7 * 0.8};
    assertThat(many.cumulant(scaled)).isCloseTo(7 * one.cumulant(v), within(1e-13));
  }

  @Test
  void singleSamplesAreTheSameEitherWay() {
    double[] v = {9, -5};
    assertThat(minibatches(1, false).at(X).cumulant(v))
        .isCloseTo(minibatches(1, true).at(X).cumulant(v), within(1e-12));
  }

  @Test
  void hugeMomentaGiveTheLargestSampleAndNoOverflow() {
    for (NoiseModel model : List.of(minibatches(1, true), minibatches(2, false))) {
      double[] gradient = new double[2];
      double[] hessian = new double[4];
      double[] v = {3e5, 4e5};
      model.at(X).gradient(v, gradient);
      model.at(X).hessian(v, hessian);
      assertThat(model.at(X).cumulant(v)).isCloseTo(Vectors.dot(v, gradient), within(4.0));
      assertThat(hessian).usingComparatorWithPrecision(1e-9).containsOnly(0.0);
    }
  }

  @Test
  void wholeBatchesHaveNoNoise() {
    NoiseModel.Local local = minibatches(6, false).at(X);
    assertThat(local.cumulant(new double[] {3, 4})).isCloseTo(0, within(1e-14));
    assertThat(local.reaches(new double[] {1, 0}, new double[] {-1, 0})).isFalse();
    assertThat(local.reaches(new double[] {1, 0}, new double[] {1, 0})).isTrue();
  }

  @Test
  void impossibleBatchesAreRefusedWithTheReason() {
    assertThatThrownBy(() -> minibatches(7, false))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("batch of 7")
        .hasMessageContaining("there are 6");
    assertThatThrownBy(() -> new WithoutReplacement(100_000, 50_000))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("at most 200000, not 100000·50000");
    assertThatThrownBy(() -> minibatches(0, true)).isInstanceOf(InputError.class);
  }

  @Test
  void theLargestTableStaysInRange() {
    for (int batch : new int[] {1, 50, 222, 447}) {
      int samples = NoiseDescription.FiniteSum.LARGEST_TABLE / batch;
      double[] scores = new double[samples];
      assertThat(new WithoutReplacement(samples, batch).tilt(scores).logMass()).isZero();
      scores[0] = 1;
      assertThat(new WithoutReplacement(samples, batch).tilt(scores).logMass())
          .isCloseTo(Math.log1p(Math.expm1(1) * batch / samples), within(samples * Math.ulp(1.0)));
    }
  }

  /** A direction is reached iff no half-plane holds all drifts: checked over a fine fan. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reachesExactlyTheConeOfTheGradients(boolean replacement) {
    NoiseModel.Local local = minibatches(2, replacement).at(X);
    double[] mean = {0.35, 0.1};
    int reached = 0;
    for (int step = 0; step < 360; step++) {
      double[] u = {Math.cos(Math.toRadians(step + 0.37)), Math.sin(Math.toRadians(step + 0.37))};
      boolean expected = inCone(replacement, mean, u);
      assertThat(local.reaches(mean, u)).as("direction %d", step).isEqualTo(expected);
      reached += expected ? 1 : 0;
    }
    assertThat(reached).isBetween(1, 359);
  }

  private static boolean inCone(boolean replacement, double[] mean, double[] u) {
    double[] g = new double[12];
    RISK.gradients(X, g);
    SampleCovariance.centre(g, 6, 2);
    double left = 0;
    double right = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = replacement ? i : i + 1; j < 6; j++) {
        double a = (g[2 * i] + g[2 * j]) / 2 + mean[0];
        double b = (g[2 * i + 1] + g[2 * j + 1]) / 2 + mean[1];
        double angle = Math.atan2(u[0] * b - u[1] * a, u[0] * a + u[1] * b);
        left = Math.max(left, angle);
        right = Math.min(right, angle);
      }
    }
    return left > 0 && right < 0 && left - right < Math.PI;
  }
}
