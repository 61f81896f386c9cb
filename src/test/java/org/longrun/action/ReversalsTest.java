package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** Under isotropic Gaussian noise whose variance depends on f alone, reversals cost 2Δφ. */
class ReversalsTest {
  private static Sgd sgd(String objective, String noise, String settings) {
    String text =
        """
        variables: [x, y]
        objective: %s
        noise: {gaussian: %s}
        domain: {x: [-4, 4], y: [-3, 3]}
        settings: {%s}
        """;
    return Sgd.of(LandscapeFile.parse(text.formatted(objective, noise, settings), "plane.yaml"));
  }

  private static TransitionCosts costs(Sgd sgd) {
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    return QuasiPotential.withDefaults().between(critical, sgd);
  }

  private static Transition direct(TransitionCosts costs, int from, int to) {
    return costs.direct().stream()
        .filter(t -> t.from() == from && t.to() == to)
        .findFirst()
        .orElseThrow();
  }

  /** x_2 → x_3 of three humps, from 0 up to f = 0.8225533239591. */
  @ParameterizedTest
  @CsvSource({
    "{variance: 1}, 1.6451066479182",
    "'{variance: 2, truncate: 4}', ",
    "'{covariance: [[0.5, 0], [0, 0.5]]}', 3.2902132958364",
    "'{covariance: [[\"1+f/10\", 0], [0, \"1 + f/10\"]]}', 1.58094268933125",
    "'{variance: f/2 + 8}', 0.20052689454179",
    "'{variance: \"exp(-f)\"}', 2.5526091333802",
  })
  void reversalsAreKnownWithoutAnySearch(String noise, Double expected) {
    boolean known = expected != null;
    Sgd sgd = sgd(Landscapes.THREE_HUMP, noise, "action-effort: 1");

    Transition climb = direct(costs(sgd), 2, 3);

    LeastPath path = climb.path();
    assertThat(path.status() == Status.PROVED).isEqualTo(known);
    assertThat(path.evaluations() == 0).isEqualTo(known);
    if (known) {
      assertThat(path.cost()).isCloseTo(expected, within(1e-9));
      assertThat(path.error()).isLessThan(1e-12);
    }
  }

  @Test
  void theErrorToldIsThatOfTheEnds() {
    Sgd sgd = sgd("1e6 + (x^2-1)^2/4 + y^2/2", "{variance: 1}", "");

    for (Transition each : costs(sgd).direct()) {
      double right = each.to() == 2 ? 0.5 : 0;
      assertThat(each.cost()).isCloseTo(right, within(each.error()));
      assertThat(each.error()).isLessThan(1e-7);
    }
  }

  @Test
  void momentumLowersThemAsAnyCost() {
    Sgd plain = sgd("(x^2-1)^2/4 + y^2/2", "{variance: 1}", "");
    Sgd heavy = Landscapes.sgd(plain.landscape().objective(), plain.landscape().noise(), 3, 0.9);

    assertThat(direct(costs(heavy), 0, 2).cost()).isCloseTo(0.05, within(1e-12));
    assertThat(direct(costs(heavy), 0, 2).status()).isEqualTo(Status.PROVED);
  }

  /** Between the ends of a descent and of an ascent that begin at a point of the plane. */
  @Test
  void fromTheComponentBelowAPointIsReached() {
    Sgd sgd = sgd("(x^2-1)^2/4 + y^2/2", "{variance: 1}", "");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    Point well = critical.components().get(1).representative();
    Point slope = Point.of(new double[] {0.5, 0.7});

    LeastPath path = QuasiPotential.withDefaults().cost(critical, sgd, well, slope);

    double rise = sgd.landscape().objective().value(slope.toArray());
    assertThat(path.cost()).isCloseTo(2 * rise, within(1e-12));
    assertThat(path.status()).isEqualTo(Status.PROVED);
  }

  /** Where the noise vanishes at the foot nothing climbs. */
  @Test
  void nothingClimbsOutOfVanishingNoise() {
    List<Transition> direct =
        costs(sgd("(x^2-1)^2/4 + y^2/2", "{variance: f}", "action-effort: 1")).direct();

    assertThat(direct).isNotEmpty().allMatch(t -> t.from() == 2);
  }
}
