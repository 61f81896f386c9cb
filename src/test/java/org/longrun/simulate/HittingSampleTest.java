package org.longrun.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Estimates from a handful of replicas, by hand. */
class HittingSampleTest {
  private static final int CUT = HittingSample.CENSORED;

  private static HittingSample of(long[] times, int... outcomes) {
    return new HittingSample(times, outcomes);
  }

  /** S drops to 3/4 at 1, keeps it at 2 (censored), to 3/4 · 1/2 at 3 and to 0 at 4. */
  @Test
  void quantilesAreThoseOfKaplanAndMeier() {
    HittingSample sample = of(new long[] {3, 1, 4, 2}, 0, 0, 0, CUT);
    assertThat(sample.quantile(0.25)).isEqualTo(1);
    assertThat(sample.quantile(0.3)).isEqualTo(3);
    assertThat(sample.quantile(0.625)).isEqualTo(3);
    assertThat(sample.quantile(0.63)).isEqualTo(4);
  }

  @Test
  void withoutCensoringTheyAreThoseOfTheSample() {
    HittingSample sample = of(new long[] {4, 3, 2, 1}, 0, 0, 0, 0);
    assertThat(sample.quantile(0.5)).isEqualTo(2);
    assertThat(sample.quantile(0.75)).isEqualTo(3);
    assertThat(sample.quantile(1)).isEqualTo(4);
  }

  @Test
  void aQuantileBeyondTheLastHitIsUnknown() {
    HittingSample sample = of(new long[] {1, 5, 5, 5}, 0, CUT, CUT, CUT);
    assertThat(sample.quantile(0.25)).isEqualTo(1);
    assertThat(sample.quantile(0.5)).isNaN();
  }

  @Test
  void hitsComeBeforeCensoredOnesAtEqualTimes() {
    HittingSample sample = of(new long[] {2, 2}, CUT, 0);
    assertThat(sample.quantile(0.5)).isEqualTo(2);
  }

  @Test
  void theMeanOfCensoredTimesDividesByTheHits() {
    HittingSample sample = of(new long[] {1, 3, 10}, 0, 0, CUT);
    assertThat(sample.mean()).isEqualTo(7);
    assertThat(sample.standardError()).isCloseTo(7 / Math.sqrt(2), within(1e-12));
    assertThat(sample.restrictedMean()).isCloseTo(14.0 / 3, within(1e-12));
    assertThat(of(new long[] {10}, CUT).mean()).isNaN();
  }

  @Test
  void theMeanOfHitsHasTheSamplesError() {
    HittingSample sample = of(new long[] {1, 2, 3}, 0, 0, 0);
    assertThat(sample.mean()).isEqualTo(2);
    assertThat(sample.standardError()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
  }
}
