package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;

/** Proved lower bounds held against closed forms: never above them, and close below. */
class LowerBoundTest {
  /** f = x on [0, 4], so that a bound is one of the values of f alone. */
  private static LowerBound slope(String noise) {
    return LowerBound.of(landscape("x", noise));
  }

  private static Landscape landscape(String objective, String noise) {
    String text =
        String.join(
            "\n",
            "variables: [x]",
            "objective: " + objective,
            "noise: " + noise,
            "domain: {x: [0, 4]}");
    return LandscapeFile.parse(text, "slope.yaml");
  }

  private static double bound(LowerBound bound, double from, double to) {
    Double told = bound.between(new double[] {from}, new double[] {to});
    return told == null ? Double.NaN : told;
  }

  private static void assertJustBelow(double bound, double exact) {
    assertThat(bound).isLessThanOrEqualTo(exact * (1 + 1e-14));
    assertThat(bound).isCloseTo(exact, Offset.offset(2e-7 * exact));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{gaussian: {variance: 0.5}}; 12",
        "{gaussian: {variance: 0.5, truncate: 3}}; 12",
        "{gaussian: {covariance: [[0.5]]}}; 12",
        "{uniform: {half-width: 1.5}}; 8",
        "{rademacher: {scale: 1.5}}; 2.6666666666666665"
      })
  void constantSubGaussianNoise(String noise, double exact) {
    assertJustBelow(bound(slope(noise), 0.5, 3.5), exact);
  }

  /** f = x² + y² from (1, 0) to (1, 2): Δf = 4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[[1, 0.6], [0.6, 1]]; 5", "[[1, 0], [0, 4]]; 2", "[[2, 0], [0, 2]]; 4"})
  void aCovarianceCountsByItsLargestEigenvalue(String covariance, double exact) {
    String text =
        "variables: [x, y]\nobjective: x^2 + y^2\nnoise: {gaussian: {covariance: "
            + covariance
            + "}}\ndomain: {x: [-3, 3], y: [-3, 3]}\n";
    LowerBound bound = LowerBound.of(LandscapeFile.parse(text, "plane.yaml"));
    assertThat(bound.between(new double[] {1, 0}, new double[] {1, 2}))
        .isCloseTo(exact, Offset.offset(1e-12));
    assertThat(bound.between(new double[] {1, 2}, new double[] {1, 0})).isZero();
  }

  @Test
  void thePowerLawIsALogarithm() {
    assertJustBelow(bound(slope("{gaussian: {variance: 2*(f + 1)}}"), 0, 3), Math.log(4));
  }

  @Test
  void aVarianceThatIsAffineOnAPieceOnlyIsIntegratedPieceByPiece() {
    LowerBound bound = slope("{gaussian: {variance: 'max(f, 1.3) + 1'}}");

    double exact = 2 * (1.3 / 2.3 + Math.log(4 / 2.3));
    assertJustBelow(bound(bound, 0, 3), exact);
    assertJustBelow(bound(bound, 0, 1), 2 / 2.3);
    assertJustBelow(bound(bound, 2, 3), 2 * Math.log(4.0 / 3));
  }

  @Test
  void anyOtherFunctionOfTheLossIsIntegrated() {
    assertJustBelow(ofLoss("min(2*f + 1, 4)"), 2 * (0.5 * Math.log(4) + 1.5 / 4));
    assertJustBelow(ofLoss("abs(f - 1) + 0.5"), 2 * (Math.log(3) + Math.log(5)));
    assertJustBelow(ofLoss("1 + f^2"), 2 * Math.atan(3));
    assertJustBelow(ofLoss("exp(f)"), 2 * (1 - Math.exp(-3)));
  }

  private static double ofLoss(String variance) {
    return bound(slope("{gaussian: {variance: '" + variance + "'}}"), 0, 3);
  }

  @Test
  void aVarianceThatVanishesOnTheWayLeavesABoundOfTheRest() {
    LowerBound bound = slope("{gaussian: {variance: sqrt(f)}}");

    // 2 ∫ df/√f = 4√f converges at 0, where no enclosure of 1/s is finite.
    double told = bound(bound, 0, 1);
    assertThat(told).isLessThanOrEqualTo(4).isGreaterThan(4 - 1e-5);
  }

  @Test
  void nothingIsClaimedForOtherNoise() {
    assertThat(bound(slope("{gaussian: {variance: 1 + x}}"), 0, 3)).isNaN();
    assertThat(bound(slope("{uniform: {half-width: 2 + x}}"), 0, 3)).isNaN();
  }
}
