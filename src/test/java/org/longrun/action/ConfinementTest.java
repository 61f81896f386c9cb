package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/**
 * Proofs that a minimum is not left, on a double well with the steepest slope 0.485 on the way out
 * of the left well and 0.285 on that out of the right.
 */
class ConfinementTest {
  private static final int LEFT = 0;
  private static final int RIGHT = 1;
  private static final int SADDLE = 2;

  private static Sgd sgd(String objective, String noise) {
    return Sgd.of(
        LandscapeFile.parse(
            """
            variables: [x, y]
            objective: %s
            domain: {x: [-2, 2], y: [-2, 2]}
            noise: %s
            """
                .formatted(objective, noise),
            "confinement.yaml"));
  }

  private static Sgd well(String noise) {
    return sgd("x^4/4 - x^2/2 + 0.1*x + y^2/2", noise);
  }

  private static Confinement confinement(Sgd sgd) {
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    return new Confinement(new Places(critical, List.of(), List.of()), sgd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rademacher: {scale: 0.3}}",
        "{uniform: {half-width: 0.3}}",
        "{gaussian: {variance: 0.0225, truncate: 2}}"
      })
  void aSlopeSteeperThanAllNoiseConfines(String noise) {
    Confinement confinement = confinement(well(noise));

    assertThat(confinement.between(LEFT, SADDLE)).isPresent();
    assertThat(confinement.between(LEFT, RIGHT)).isPresent();
    assertThat(confinement.between(RIGHT, SADDLE)).isEmpty();
    assertThat(confinement.between(SADDLE, LEFT)).isEmpty();
  }

  @Test
  void theRegionEndsWhereTheSlopeIsTooSteep() {
    Confinement.Region region =
        confinement(well("{rademacher: {scale: 0.3}}")).between(LEFT, SADDLE).orElseThrow();

    // f' = 0.3 at x = -0.879 on the way to the saddle, and at |y| = 0.3.
    assertThat(region.box())
        .matches("\\[-1\\.[12]\\d*, -0\\.[78]\\d*\\] x \\[-0\\.[34]\\d*, 0\\.[34]\\d*\\]");
    assertThat(region.steepest(Curve.line(new double[] {-1.0467, 0}, new double[] {0.101, 0})))
        .hasValueSatisfying(point -> assertThat(point.get(0)).isBetween(-0.7, -0.45));
  }

  /** Where the axes are those of the noise, no way is left open that is none. */
  @ParameterizedTest
  @ValueSource(strings = {"0.4", "0.46", "0.48"})
  void alongTheAxesTheProofIsSharp(String scale) {
    assertThat(
            confinement(well("{rademacher: {scale: %s}}".formatted(scale))).between(LEFT, SADDLE))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0.49", "0.6", "1"})
  void noiseThatCanClimbProvesNothing(double scale) {
    Confinement confinement =
        confinement(well(String.format(Locale.ROOT, "{rademacher: {scale: %s}}", scale)));

    assertThat(confinement.between(LEFT, SADDLE)).isEmpty();
    assertThat(confinement.between(LEFT, RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3", "0.4"})
  void rotatedAxesAreConfinedAlike(String scale) {
    Confinement confinement = confinement(rotated(scale));

    assertThat(confinement.between(LEFT, SADDLE)).isPresent();
    assertThat(confinement.between(RIGHT, SADDLE)).isEmpty();
  }

  @Test
  void noiseThatCanClimbAlongRotatedAxesProvesNothing() {
    assertThat(confinement(rotated("0.49")).between(LEFT, SADDLE)).isEmpty();
  }

  private static Sgd rotated(String scale) {
    String u = "(0.6*x + 0.8*y)";
    String v = "(-0.8*x + 0.6*y)";
    return sgd(
        "%1$s^4/4 - %1$s^2/2 + 0.1*%1$s + %2$s^2/2".formatted(u, v),
        "{rademacher: {scale: %s, directions: [[0.6, 0.8], [-0.8, 0.6]]}}".formatted(scale));
  }

  @Test
  void minibatchesThatPushAsFarConfineAlike() {
    Sgd sgd =
        Sgd.of(
            LandscapeFile.parse(
                """
                variables: [x, y]
                loss: x^4/4 - x^2/2 + 0.1*x + y^2/2 + 0.3*(a*x + b*y)
                data: {a: [1, 1, -1, -1], b: [1, -1, 1, -1]}
                domain: {x: [-2, 2], y: [-2, 2]}
                noise: {finite-sum: {batch: 1}}
                """,
                "batches.yaml"));
    Confinement confinement = confinement(sgd);

    assertThat(confinement.between(LEFT, SADDLE)).isPresent();
    assertThat(confinement.between(RIGHT, SADDLE)).isEmpty();
  }

  @Test
  void noiseWithoutBoundsConfinesNothing() {
    Optional<Confinement.Region> region =
        confinement(well("{gaussian: {variance: 0.001}}")).between(LEFT, SADDLE);

    assertThat(region).isEmpty();
  }

  @Test
  void theWarningSaysWhatIsProvedAndWhere() {
    Sgd sgd = well("{rademacher: {scale: 0.3}}");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());

    TransitionCosts costs = QuasiPotential.withDefaults().between(critical, sgd);

    assertThat(costs.warnings())
        .anyMatch(
            w ->
                w.startsWith(
                        "the cost K1 -> K2, K3 is infinite: the noise cannot push the iterates on"
                            + " at [-0.5")
                    && w.contains("interval arithmetic has proved"))
        .noneMatch(w -> w.contains("no proof"));
    assertThat(costs.transitions()).noneMatch(t -> t.from() == LEFT);
    assertThat(costs.transitions()).anyMatch(t -> t.from() == RIGHT && t.cost() > 11);
  }
}
