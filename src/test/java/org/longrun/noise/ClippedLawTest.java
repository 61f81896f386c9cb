package org.longrun.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clipped Gaussian's cumulants against quadrature and differences. */
class ClippedLawTest {
  /** log E exp(v·clip(m + √s ξ)) by the trapezoidal rule, cell by cell. */
  private static double cumulant(double m, double s, double c, double v) {
    double sum = 0;
    int n = 400_000;
    for (int k = 0; k < n; k++) {
      double z = -20 + 40 * (k + 0.5) / n;
      double g = Math.max(-c, Math.min(c, m + Math.sqrt(s) * z));
      sum += 40.0 / n * Math.exp(v * g - z * z / 2) / Math.sqrt(2 * Math.PI);
    }
    return Math.log(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 0.25, 0.5, 1.2",
    "0.3, 0.25, 0.5, -7",
    "-2, 0.25, 0.2, 20",
    "0, 1, 3, 0.5",
    "4, 0.25, 1, 6",
    "0.4, 0.25, 50, -3"
  })
  void cumulantsAndDerivatives(double m, double s, double c, double v) {
    ClippedLaw law = new ClippedLaw(m, s, c);
    ClippedLaw.Moments at = law.moments(v);
    double h = 1e-5;
    ClippedLaw.Moments up = law.moments(v + h);
    ClippedLaw.Moments down = law.moments(v - h);
    ClippedLaw.Moments right = new ClippedLaw(m + h, s, c).moments(v);
    ClippedLaw.Moments left = new ClippedLaw(m - h, s, c).moments(v);
    double size = Math.abs(at.log()) + 1;
    assertThat(at.log()).isCloseTo(cumulant(m, s, c, v), within(1e-8 * size));
    assertThat(at.first()).isCloseTo((up.log() - down.log()) / (2 * h), within(1e-8 * size));
    assertThat(at.second()).isCloseTo((up.first() - down.first()) / (2 * h), within(1e-7 * size));
    assertThat(at.bySlope()).isCloseTo((right.log() - left.log()) / (2 * h), within(1e-8 * size));
    assertThat(at.bySlopeAndV())
        .isCloseTo((right.first() - left.first()) / (2 * h), within(1e-7 * size));
  }

  /** Far beyond the cut the chance of the other side is e^{−m²/2s}, not 0. */
  @ParameterizedTest
  @CsvSource({"40, 0.25, 0.2, -3000", "-40, 0.25, 0.2, 3000"})
  void farTailsAreKept(double m, double s, double c, double v) {
    assertThat(new ClippedLaw(m, s, c).moments(v).log()).isFinite();
  }
}
