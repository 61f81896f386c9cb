package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * What every noise model promises: K(x, 0) = 0, zero mean, convexity, exact derivatives in v and x,
 * draws whose moments are K's.
 */
abstract class NoiseModelContract {
  private static final double STEP = 1e-5;
  private static final int DRAWS = 20_000;

  /** The model under test. */
  abstract NoiseModel model();

  /** f, about whose gradient the model's whole stochastic gradient is drawn. */
  abstract ScalarField objective();

  /** The largest |v_k| at which K is compared; less where K grows fast. */
  double reach() {
    return 1.5;
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 6).boxed();
  }

  static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  double[] draw(UniformRandomProvider random, double bound) {
    return random.doubles(model().dimension(), -bound, bound).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cumulantAndItsGradientVanishAtZero(int seed) {
    int d = model().dimension();
    NoiseModel.Local local = model().at(draw(random(seed), 1));
    double[] gradient = new double[d];
    local.gradient(new double[d], gradient);
    assertThat(local.cumulant(new double[d])).isZero();
    assertThat(gradient).usingComparatorWithPrecision(1e-14).containsOnly(new double[d]);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientIsTheDerivativeOfTheCumulant(int seed) {
    UniformRandomProvider random = random(seed);
    NoiseModel.Local local = model().at(draw(random, 1));
    double[] v = draw(random, reach());
    double[] gradient = new double[v.length];
    local.gradient(v, gradient);
    for (int k = 0; k < v.length; k++) {
      double difference =
          (local.cumulant(moved(v, k, STEP)) - local.cumulant(moved(v, k, -STEP))) / (2 * STEP);
      assertThat(gradient[k]).isCloseTo(difference, within(1e-8 * scale(gradient)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hessianIsTheDerivativeOfTheGradient(int seed) {
    UniformRandomProvider random = random(seed);
    int d = model().dimension();
    NoiseModel.Local local = model().at(draw(random, 1));
    double[] v = draw(random, reach());
    double[] hessian = new double[d * d];
    local.hessian(v, hessian);
    double[] above = new double[d];
    double[] below = new double[d];
    for (int k = 0; k < d; k++) {
      local.gradient(moved(v, k, STEP), above);
      local.gradient(moved(v, k, -STEP), below);
      for (int i = 0; i < d; i++) {
        assertThat(hessian[i * d + k])
            .isEqualTo(hessian[k * d + i], within(1e-12 * scale(hessian)))
            .isCloseTo((above[i] - below[i]) / (2 * STEP), within(1e-8 * scale(hessian)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hessianIsPositiveSemidefinite(int seed) {
    UniformRandomProvider random = random(seed);
    int d = model().dimension();
    double[] hessian = new double[d * d];
    model().at(draw(random, 1)).hessian(draw(random, reach()), hessian);
    for (int trial = 0; trial < 20; trial++) {
      double[] u = draw(random, 1);
      assertThat(form(hessian, u)).isGreaterThan(-1e-12 * scale(hessian));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spaceDerivativesAreTheDerivativesInSpace(int seed) {
    UniformRandomProvider random = random(seed);
    int d = model().dimension();
    double[] x = draw(random, 1);
    double[] v = draw(random, reach());
    double[] space = new double[d];
    double[] mixed = new double[d * d];
    model().at(x).spaceGradient(v, space);
    model().at(x).mixedHessian(v, mixed);
    double[] above = new double[d];
    double[] below = new double[d];
    for (int i = 0; i < d; i++) {
      NoiseModel.Local right = model().at(moved(x, i, STEP));
      NoiseModel.Local left = model().at(moved(x, i, -STEP));
      double difference = (right.cumulant(v) - left.cumulant(v)) / (2 * STEP);
      assertThat(space[i]).isCloseTo(difference, within(1e-8 * scale(space)));
      right.gradient(v, above);
      left.gradient(v, below);
      for (int k = 0; k < d; k++) {
        assertThat(mixed[i * d + k])
            .isCloseTo((above[k] - below[k]) / (2 * STEP), within(1e-7 * scale(mixed)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void covarianceIsTheHessianAtZero(int seed) {
    int d = model().dimension();
    NoiseModel.Local local = model().at(draw(random(seed), 1));
    double[] hessian = new double[d * d];
    double[] covariance = new double[d * d];
    local.hessian(new double[d], hessian);
    local.covariance(covariance);
    assertThat(covariance)
        .usingComparatorWithPrecision(1e-13 * scale(hessian))
        .containsExactly(hessian);
  }

  @Test
  void drawsHaveTheMomentsOfTheCumulant() {
    UniformRandomProvider random = random(11);
    double[] x = draw(random, 1);
    double[] v = draw(random, 0.4);
    double[] z = new double[v.length];
    NoiseModel.Sampler sampler = model().sampler();
    double mean = 0;
    double exponential = 0;
    double square = 0;
    for (int t = 0; t < DRAWS; t++) {
      sampler.sample(x, random, z);
      double product = Vectors.dot(v, z);
      mean += product / DRAWS;
      exponential += Math.exp(product) / DRAWS;
      square += Math.exp(2 * product) / DRAWS;
    }
    double[] hessian = new double[v.length * v.length];
    model().at(x).covariance(hessian);
    double deviation = Math.sqrt(form(hessian, v) / DRAWS);
    double error = Math.sqrt((square - exponential * exponential) / DRAWS);
    assertThat(mean).isCloseTo(0, within(4.5 * deviation + 1e-12));
    assertThat(exponential)
        .isCloseTo(Math.exp(model().at(x).cumulant(v)), within(4.5 * error + 1e-12));
  }

  @Test
  void stochasticGradientIsTheGradientPlusTheNoise() {
    UniformRandomProvider random = random(12);
    double[] x = draw(random, 1);
    double[] gradient = new double[x.length];
    double[] z = new double[x.length];
    double[] g = new double[x.length];
    objective().gradient(x, gradient);
    for (int t = 0; t < 50; t++) {
      model().sampler().sample(x, random(t), z);
      model().sampler().stochasticGradient(x, random(t), g);
      for (int k = 0; k < x.length; k++) {
        assertThat(g[k]).isCloseTo(gradient[k] + z[k], within(1e-12 * (1 + Math.abs(g[k]))));
      }
    }
  }

  @Test
  void drawsStayWhereTheSupportSays() {
    UniformRandomProvider random = random(13);
    double[] x = draw(random, 1);
    double[] z = new double[x.length];
    NoiseModel.Sampler sampler = model().sampler();
    NoiseModel.Local local = model().at(x);
    double[] mean = new double[x.length];
    for (int t = 0; t < 200; t++) {
      sampler.sample(x, random, z);
      for (int k = 0; k < z.length; k++) {
        mean[k] = -(1 - 1e-4) * z[k];
      }
      if (Vectors.dot(z, z) > 0) {
        assertThat(local.reaches(mean, z)).as("draw %d", t).isTrue();
      }
    }
  }

  static double[] moved(double[] a, int k, double step) {
    double[] copy = a.clone();
    copy[k] += step;
    return copy;
  }

  static double scale(double[] values) {
    double largest = 1;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  static double form(double[] matrix, double[] u) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      for (int k = 0; k < u.length; k++) {
        sum += matrix[i * u.length + k] * u[i] * u[k];
      }
    }
    return sum;
  }
}
