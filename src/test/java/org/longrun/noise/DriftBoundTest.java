package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Vectors;

/**
 * Bounds of the possible drifts against the cumulant generating function: sup ⟨−z, u⟩ over the hull
 * of the noise is the limit of K(x, −su)/s, from below.
 */
class DriftBoundTest {
  private static final String SIGNS = "noise: {rademacher: {scale: 0.4 + 0.1*sin(x)}}";
  private static final String TURNED =
      "noise: {rademacher: {scale: 0.7, directions: [[0.6, 0.8], [-0.8, 0.6]]}}";
  private static final String UNIFORM = "noise: {uniform: {half-width: 0.5}}";
  private static final String BALL = "noise: {gaussian: {variance: 0.2 + 0.05*y^2, truncate: 2}}";

  /** Along the variables and between them. */
  private static final double[][] SIDES = {{1, 0}, {-1, 0}, {0, 1}, {-0.6, -0.8}};

  private static Landscape formula(String noise) {
    return LandscapeFile.parse(
        """
        variables: [x, y]
        objective: x^4/4 - x^2/2 + x*y/3 + y^2/2
        domain: {x: [-2, 2], y: [-2, 2]}
        """
            + noise,
        "rise.yaml");
  }

  private static Landscape batches(String sampling) {
    return LandscapeFile.parse(
        """
        variables: [x, y]
        loss: (x^2 + a*y - c)^2/4
        data: {a: [1, -0.4, 0.3, 2], c: [0.5, 1, -0.2, 1.1]}
        regularizer: 0.05*(x^2 + y^2)
        domain: {x: [-2, 2], y: [-2, 2]}
        noise: {finite-sum: {%s}}
        """
            .formatted(sampling),
        "batches.yaml");
  }

  private static Landscape landscape(String noise) {
    return noise.startsWith("batch") ? batches(noise) : formula(noise);
  }

  /** A noise with its bounds. */
  private record Bounded(Landscape landscape, NoiseModel noise, DriftBound bound) {
    static Bounded of(String text) {
      Landscape landscape = DriftBoundTest.landscape(text);
      NoiseModel noise = NoiseModels.of(landscape);
      return new Bounded(landscape, noise, noise.driftBound().orElseThrow());
    }

    /** −⟨g, u⟩ + K(x, −su)/s, at most the largest ⟨u, v⟩ of a drift, and near it for a large s. */
    double along(double[] u, double[] x) {
      double s = 1e5;
      double[] v = {-s * u[0], -s * u[1]};
      return noise.at(x).cumulant(v) / s - Vectors.dot(gradient(x), u);
    }

    double rise(double[] x) {
      return along(gradient(x), x);
    }

    private double[] gradient(double[] x) {
      double[] gradient = new double[2];
      landscape.objective().gradient(x, gradient);
      return gradient;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGNS, TURNED, UNIFORM, BALL, "batch: 1", "batch: 2, replacement: false"})
  void atAPointTheyAreTheLimitOfTheCumulant(String text) {
    Bounded noise = Bounded.of(text);
    Random random = new Random(1);
    for (int trial = 0; trial < 50; trial++) {
      double[] x = {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
      double rise = noise.rise(x);
      assertThat(noise.bound().rise(x, x))
          .isCloseTo(rise, within(1e-3))
          .isGreaterThan(rise - 1e-11);
      for (double[] side : SIDES) {
        double along = noise.along(side, x);
        assertThat(noise.bound().along(side, x, x))
            .isCloseTo(along, within(1e-3))
            .isGreaterThan(along - 1e-11);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGNS, TURNED, UNIFORM, BALL, "batch: 1", "batch: 2, replacement: false"})
  void overABoxTheyAreAtLeastThoseOfEachPoint(String text) {
    Bounded noise = Bounded.of(text);
    Random random = new Random(2);
    for (int trial = 0; trial < 50; trial++) {
      double[] lower = {3 * random.nextDouble() - 2, 3 * random.nextDouble() - 2};
      double[] upper = {lower[0] + random.nextDouble(), lower[1] + random.nextDouble() / 9};
      for (int draw = 0; draw < 50; draw++) {
        double[] x = {
          lower[0] + random.nextDouble() * (upper[0] - lower[0]),
          lower[1] + random.nextDouble() * (upper[1] - lower[1])
        };
        double[] side = SIDES[draw % SIDES.length];
        assertThat(noise.rise(x)).isLessThan(noise.bound().rise(lower, upper) + 1e-11);
        assertThat(noise.along(side, x))
            .isLessThan(noise.bound().along(side, lower, upper) + 1e-11);
      }
    }
  }

  @Test
  void noiseWithoutBoundsHasNone() {
    assertThat(NoiseModels.of(formula("noise: {gaussian: {variance: 1}}")).driftBound()).isEmpty();
  }
}
