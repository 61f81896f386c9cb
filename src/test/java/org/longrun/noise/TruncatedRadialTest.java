package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedRadialTest {
  /** φ, φ′, φ″ by the Poisson mixture in 40 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "1, 4, 1e-6, 4.99464644606125707e-7, 0.499464644026014381, -0.00116022302686638343",
    "1, 4, 1, 0.498712247486051367, 0.497781824206807746, -0.00222607355619096481",
    "1, 4, 30, 12.3380508114205958, 0.324789920601226212, -0.00415103942621122227",
    "2, 0.5, 2, 0.0605991804894968821, 0.0300058947688963042, -0.000287990134451723672",
    "2, 4, 100, 28.7882963801634096, 0.189717427088458275, -0.000878304462851867955",
    "10, 2, 5, 0.750422300768097737, 0.143599860907577386, -0.00234192223627034184",
    "100, 4, 3, 0.233943176400020165, 0.0778081697351765447, -0.000114594170367027301",
    "100, 12, 150, 63.2535276002047752, 0.344610471639043502, -0.000730395915892158115",
    "3, 30, 400, 200, 0.5, 0",
    "3, 30, 1100, 542.724161611119579, 0.447748351510308422, -0.000188630109630868618",
    "1, 4, 60000, 965.392419514583178, 0.00815649442588481646, -6.78990250176364426e-8"
  })
  void agreesWithTheSeriesInManyDigits(
      int d, double bound, double q, double value, double first, double second) {
    double[] phi = new double[3];
    new TruncatedRadial(d, bound).evaluate(q, phi);
    assertThat(phi[0]).isCloseTo(value, within(1e-12 * value));
    assertThat(phi[1]).isCloseTo(first, within(1e-12 * first));
    assertThat(phi[2]).isCloseTo(second, within(1e-11 * Math.abs(second) + 1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void tendsToTheWholeGaussianAsTheBoundGrows(int d) {
    double[] phi = new double[3];
    for (double bound : new double[] {60, 300, 2000, 1e8}) {
      new TruncatedRadial(d, bound).evaluate(200, phi);
      assertThat(phi[0]).isCloseTo(100, within(1e-10));
      assertThat(phi[1]).isCloseTo(0.5, within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 4, 50, 900})
  void staysSmoothWhereItPassesToTheAsymptotics(double bound) {
    double edge = Math.max(5e5 / bound, 20 * bound);
    double[] below = new double[3];
    double[] above = new double[3];
    TruncatedRadial radial = new TruncatedRadial(3, bound);
    radial.evaluate(edge * edge * (1 - 1e-12), below);
    radial.evaluate(edge * edge * (1 + 1e-12), above);
    assertThat(above[0]).isCloseTo(below[0], within(1e-9 * below[0]));
    assertThat(above[1]).isCloseTo(below[1], within(1e-2 * below[1]));
    radial.evaluate(4 * edge * edge, above);
    assertThat(above[0]).isBetween(below[0], bound * 2 * edge);
  }

  /** Theory, section 1: R = 4σ, p* over the Gaussian 2f′/σ²; digits by quadrature of E e^{vZ}. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.0025918739727", "1, 0.0120106853314", "2, 0.1343204795060"})
  void climbsCostMoreThanTheGaussianSays(double slope, double excess) {
    NoiseModel noise =
        GaussianNoiseTest.isotropic(DerivedField.constant(1, 1), OptionalDouble.of(4));
    NoiseModel.Local local = noise.at(new double[] {0});
    double root = root(p -> local.cumulant(new double[] {-p}) - p * slope, slope, 20 * slope);
    assertThat(root / (2 * slope) - 1).isCloseTo(excess, within(1e-12));
  }

  @Test
  void nothingClimbsWhereTheGradientReachesTheBound() {
    NoiseModel noise =
        GaussianNoiseTest.isotropic(DerivedField.constant(2, 0.25), OptionalDouble.of(4));
    NoiseModel.Local local = noise.at(new double[] {0, 0});
    double[] down = {-1, 0};
    assertThat(local.reaches(new double[] {1.99, 0}, down)).isTrue();
    assertThat(local.reaches(new double[] {2, 0}, down)).isFalse();
    assertThat(local.reaches(new double[] {2.5, 0}, down)).isFalse();
    assertThat(local.reaches(new double[] {2.5, 0}, new double[] {1, 0})).isTrue();
    assertThat(local.reaches(new double[] {2.5, 0}, new double[] {3, 3.9})).isTrue();
    assertThat(local.reaches(new double[] {2.5, 0}, new double[] {3, 4.1})).isFalse();
  }

  static double root(DoubleUnaryOperator h, double low, double high) {
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (h.applyAsDouble(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }
}
