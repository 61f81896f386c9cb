package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainFitTest {
  private static ChainFit fit(double exponent, double power, double error) {
    List<ChainMove> moves = new ArrayList<>();
    for (double stepSize : new double[] {0.08, 0.06, 0.045, 0.035}) {
      double p = Math.pow(stepSize, power) * Math.exp(-exponent / stepSize) / 3;
      double seen = -stepSize * Math.log(p);
      moves.add(new ChainMove(stepSize, Method.SPLITTING, "K2", "K1", 0, p, error * p, seen, 1.0));
    }
    return ChainFit.all(moves).get(0);
  }

  @Test
  void theSlopeIsTheExponent() {
    ChainFit fit = fit(1, 0, 0.1);
    assertThat(fit.slope()).isCloseTo(1, within(1e-9));
    assertThat(fit.verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void anotherExponentDisagrees() {
    assertThat(fit(1.3, 0, 0.1).verdict()).isEqualTo(Verdict.DISAGREES);
    assertThat(fit(0.7, 0, 0.1).verdict()).isEqualTo(Verdict.DISAGREES);
  }

  @Test
  void anUnknownPrefactorIsNoContradiction() {
    assertThat(fit(1, 1, 0.001).verdict()).isEqualTo(Verdict.TOO_NOISY);
    assertThat(fit(1, -1, 0.001).verdict()).isEqualTo(Verdict.TOO_NOISY);
  }

  @Test
  void largeErrorsSayNothing() {
    assertThat(fit(1, 0, 2).verdict()).isEqualTo(Verdict.TOO_NOISY);
  }
}
