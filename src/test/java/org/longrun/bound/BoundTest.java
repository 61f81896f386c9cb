package org.longrun.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a bound holds, is violated, or neither can be said. */
class BoundTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Bound of(double bound, double value, double lower, double upper) {
    return Bound.of("gaussian", bound, new Actual(value, lower, upper), "note");
  }

  @Test
  void holdsUpToEquality() {
    assertThat(of(2, 2, 2, 2).holds()).isTrue();
    assertThat(of(2, 1, 1, 1).tightness()).isEqualTo(0.5);
    assertThat(of(-2, -3, -3, -3).holds()).isTrue();
    assertThat(of(-2, -3, -3, -3).tightness()).isNull();
  }

  @Test
  void isViolatedOnlyBeyondTheErrors() {
    assertThat(of(2, 2.1, 2.05, 2.15).holds()).isFalse();
    assertThat(of(2, 2.1, 2.05, 2.15).isContradicted()).isTrue();
    assertThat(of(2, 2.1, 1.9, 2.3).holds()).isNull();
    assertThat(of(2, 2.1, 1.9, 2.3).isContradicted()).isFalse();
    assertThat(of(2, 1.99, 1.9, 2.15).holds()).isTrue();
  }

  @Test
  void saysNothingOfAnActualValueThatIsNotKnown() {
    assertThat(of(2, 1, 0, INFINITE).holds()).isNull();
    assertThat(of(2, 1, 0, INFINITE).isContradicted()).isFalse();
  }

  @Test
  void aTenthMayBeLeftOpen() {
    assertThat(of(2, 1.9, 1.7, 2.1).holds()).isTrue();
    assertThat(of(2, 1.9, 1, 2.3).holds()).isNull();
  }

  @Test
  void whatWasNotTriedWidensTheRange() {
    Actual actual = new Actual(1.5, 1.4, 1.6);
    assertThat(actual.or(new Actual(4, 3, 5))).isEqualTo(new Actual(1.5, 1.4, 5));
    assertThat(actual.or(new Actual(0.5, 0.25, 0.75))).isEqualTo(new Actual(1.5, 0.25, 1.6));
  }

  @Test
  void ofACutListNeitherSideIsKnown() {
    assertThat(of(2, 1, 1, 1).ofCut().holds()).isNull();
    assertThat(of(2, 3, 3, 3).ofCut().isContradicted()).isFalse();
    assertThat(of(2, 1, 1, 1).ofCut().note()).endsWith("components were left out");
  }

  @Test
  void anInfiniteValueOnTheRightSideHoldsAndOnTheWrongOneIsAContradiction() {
    assertThat(of(2, -INFINITE, -INFINITE, -INFINITE).holds()).isTrue();
    assertThat(of(2, INFINITE, INFINITE, INFINITE).holds()).isNull();
    assertThat(of(2, INFINITE, INFINITE, INFINITE).isContradicted()).isTrue();
  }

  @Test
  void oneThatDoesNotApplyOrIsNotKnownContradictsNothing() {
    assertThat(Bound.inapplicable("path", "reason").holds()).isNull();
    assertThat(Bound.inapplicable("path", "reason").isContradicted()).isFalse();
    assertThat(Bound.unknown("path", "reason").applies()).isTrue();
    assertThat(Bound.unknown("path", "reason").isContradicted()).isFalse();
  }
}
