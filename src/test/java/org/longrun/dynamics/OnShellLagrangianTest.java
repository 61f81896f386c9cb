package org.longrun.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.NoiseDescription;
import org.longrun.noise.DerivedField;
import org.longrun.noise.NoiseModels;

/** Climbs against a drift next to the bound of the noise, where H_pp is exponentially small. */
class OnShellLagrangianTest {
  private static final double[] BASIS = {0.6, 0.8, -0.8, 0.6};

  private static double logCosh(double t) {
    double half = Math.sinh(Math.min(t, 1) / 2);
    return t < 1 ? Math.log1p(2 * half * half) : t + Math.log1p(Math.exp(-2 * t)) - Math.log(2);
  }

  /** Signs on a line under a constant slope. */
  private static Hamiltonian.Local line(double slope) {
    DerivedField loss = DerivedField.of(1, x -> x[0].multiply(slope));
    return rademacher(loss, List.of(1.0));
  }

  /** Signs along a turned basis; the slope is given in it. */
  private static Hamiltonian.Local plane(double a, double b) {
    double[] slope = turned(a, b);
    DerivedField loss =
        DerivedField.of(2, x -> x[0].multiply(slope[0]).add(x[1].multiply(slope[1])));
    return rademacher(loss, List.of(BASIS[0], BASIS[1], BASIS[2], BASIS[3]));
  }

  private static Hamiltonian.Local rademacher(DerivedField loss, List<Double> basis) {
    int d = loss.dimension();
    DerivedField scale = DerivedField.constant(d, 1);
    NoiseDescription noise = new NoiseDescription.Rademacher("", scale, basis);
    return new NoiseHamiltonian(loss, NoiseModels.of(noise, loss)).at(new double[d]);
  }

  private static double[] turned(double a, double b) {
    return new double[] {a * BASIS[0] + b * BASIS[2], a * BASIS[1] + b * BASIS[3]};
  }

  private static double cold(Hamiltonian.Local local, double[] v, double[] p) {
    p[0] = Double.NaN;
    return new OnShellLagrangian(v.length).evaluate(local, v, p);
  }

  /** log cosh p = p·slope tells the slope of any p. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5, 5, 30, 70, 500, 5000, 1e6})
  void onALineTheMomentumIsTheRootHoweverFarOut(double momentum) {
    double slope = logCosh(momentum) / momentum;
    double exact = 1e-15 * momentum / (Math.tanh(momentum) - slope) + 1e-13 * momentum;
    for (double sign : new double[] {1, -1}) {
      double[] p = new double[1];
      double cost = cold(line(sign * slope), new double[] {2 * sign}, p);
      assertThat(p[0]).isCloseTo(sign * momentum, within(exact));
      assertThat(cost).isCloseTo(2 * momentum, within(2 * exact));
      p[0] = sign * 1e9;
      new OnShellLagrangian(1).evaluate(line(sign * slope), new double[] {2 * sign}, p);
      assertThat(p[0]).isCloseTo(sign * momentum, within(exact));
    }
  }

  /** H = 0 tells one slope from p and the other slope; v is H_p. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.7, 0.3",
    "40, 0.7, 0.3",
    "200, 0.7, -0.3",
    "200, 30, 0.98",
    "5000, 2, 0.9",
    "300, 300, 0.9975",
    "2000, 900, 0.9995"
  })
  void inThePlaneTheMaximumIsFoundHoweverFarOut(double first, double second, double slope) {
    double other = (logCosh(first) + logCosh(second) - second * slope) / first;
    double up = Math.tanh(first) - other;
    double aside = Math.tanh(second) - slope;

    double cost = cold(plane(other, slope), turned(up, aside), new double[2]);

    double expected = first * up + second * aside;
    assertThat(cost).isCloseTo(expected, within(1e-12 * (first + second)));
  }

  @Test
  void noMomentumClimbsASlopeAsSteepAsTheNoise() {
    for (double slope : new double[] {1, 1.001, 3}) {
      assertThat(cold(line(slope), new double[] {1}, new double[1])).isInfinite();
      assertThat(cold(line(slope), new double[] {-1}, new double[1])).isZero();
    }
    assertThat(cold(plane(1.01, 0), turned(1, 0.1), new double[2])).isInfinite();
    assertThat(cold(plane(0.999, 0), turned(1, 0.1), new double[2])).isFinite();
  }
}
