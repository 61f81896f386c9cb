package org.longrun.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The bounds against their formulas (theory, section 5). On the line the tilted double well f =
 * x⁴/4 − x²/2 + x/10 has its critical points at the roots of x³ − x + 1/10, which Viète's formula
 * gives.
 */
class BoundsTest {
  private static final String WELL = "x^4/4 - x^2/2 + x/10";
  private static final String LINE = "x: [-2.5, 2.5]";

  /** Three wells in a row, the deepest on the left; f′ = (x² − 9)(x² − 1)x plus a tilt. */
  private static final String THREE = "x^6/6 - 10*x^4/4 + 9*x^2/2 + x/2";

  private static double root(int k) {
    double angle = Math.acos(-0.15 * Math.sqrt(3)) / 3;
    return 2 / Math.sqrt(3) * Math.cos(angle - 2 * Math.PI * k / 3);
  }

  private static double f(double x) {
    return x * x * x * x / 4 - x * x / 2 + x / 10;
  }

  /** f at the global minimum, the pass and the bad minimum. */
  private static final double LOW = f(root(2));

  private static final double PASS = f(root(1));
  private static final double BAD = f(root(0));

  @Test
  void theCriticalPointsAreThoseOfTheWell() {
    assertThat(root(2)).isCloseTo(-1.0466805318046022, within(1e-12));
    assertThat(LOW).isLessThan(BAD);
    assertThat(BAD).isLessThan(PASS);
  }

  @Test
  void onALineTheMaximumIsThePass() {
    Bounded well = Bounded.of("x", WELL, "variance: 0.25", LINE);
    double climb = 2 * (PASS - BAD) / 0.25;
    holds(well.named("gaussian"), climb, climb);
    holds(well.named("deepest-well"), climb, climb);
    holds(well.named("path"), climb, climb);
    double gap = 2 * (LOW - BAD) / 0.25;
    holds(well.named("energy-gap"), gap, gap);
    assertThat(well.named("power-law").applies()).isFalse();
  }

  @Test
  void thePowerLawCountsLogarithms() {
    Bounded well = Bounded.of("x", WELL + " + 1", "variance: 2*f + 1", LINE);
    double c = 1.5;
    double climb = 2 * Math.log((PASS + c) / (BAD + c)) / 2;
    holds(well.named("power-law"), climb, climb);
    holds(well.named("deepest-well"), climb, climb);
    assertThat(well.named("gaussian").applies()).isFalse();
    double others = 2 * (BAD + c);
    double global = 2 * (PASS + c);
    double gap = 2 * (PASS - BAD) / others - 2 * (PASS - LOW) / global;
    holds(well.named("energy-gap"), gap, 2 * Math.log((LOW + c) / (BAD + c)) / 2);
  }

  @Test
  void momentumScalesBothSides() {
    Bounded plain = Bounded.of("x", WELL, "variance: 0.25", LINE);
    Bounded heavy =
        Bounded.of(
            "variables: [x]\nobjective: "
                + WELL
                + "\n"
                + "noise: {gaussian: {variance: 0.25}}\n"
                + "momentum: 0.9\n"
                + "domain: {x: [-2.5, 2.5]}\n");
    for (Bound bound : plain.bounds().all()) {
      Bound scaled = heavy.named(bound.name());
      assertThat(scaled.applies()).isEqualTo(bound.applies());
      if (bound.applies()) {
        holds(scaled, 0.1 * bound.bound(), 0.1 * bound.actual());
      }
    }
  }

  @Test
  void eachBadMinimumCountsAndTheHighestPassWithTheLowestOfThem() {
    Bounded wells = Bounded.of("x", THREE, "variance: 10", "x: [-4, 4]");
    double[] f = wells.critical().components().stream().mapToDouble(c -> c.value()).toArray();
    assertThat(wells.critical().components())
        .extracting(c -> c.kind().label())
        .containsExactly("minimum", "minimum", "minimum", "maximum", "maximum");
    double bound = 2 * 2 * (f[4] - f[1]) / 10;
    double deepest = 2 * (f[4] - f[1]) / 10;
    assertThat(wells.named("gaussian").bound()).isCloseTo(bound, within(1e-9));
    assertThat(wells.named("deepest-well").bound()).isCloseTo(deepest, within(1e-9));
    assertThat(wells.named("gaussian").tightness()).isCloseTo(0.5, within(1e-6));
    double gap = bound - 2 * (f[3] - f[0]) / 10;
    assertThat(wells.named("energy-gap").bound()).isCloseTo(gap, within(1e-9));
  }

  /** Separable: saddles at (low, 0), (bad, 0), (pass, ±1); the maximum at (pass, 0) is no pass. */
  @Test
  void theMaximumOfThePlaneIsNoPass() {
    String objective = WELL + " + (y^2 - 1)^2/4";
    Bounded wells = Bounded.of("x, y", objective, "variance: 0.5", "x: [-2.5, 2.5], y: [-2, 2]");
    assertThat(wells.critical().size()).isEqualTo(9);
    double saddle = Math.max(PASS, BAD + 0.25);
    assertThat(wells.named("gaussian").bound())
        .isCloseTo(2 * 2 * (saddle - BAD) / 0.5, within(1e-9));
    double actual = 2 * (PASS - BAD) / 0.5;
    assertThat(wells.named("deepest-well").bound()).isCloseTo(actual, within(1e-9));
    assertThat(wells.named("energy-gap").applies()).isFalse();
  }

  @Test
  void aRingOfMaximaIsAPassInThePlane() {
    Bounded ring =
        Bounded.of(
            "x, y",
            "(x^2 + y^2)*(x^2 + y^2 - 2)^2 - 0.1*exp(-8*(x^2+y^2))",
            "variance: 1",
            "x: [-2, 2], y: [-2, 2]");
    Bound bound = ring.named("gaussian");
    double pass = ring.critical().components().get(2).value();
    double bad = ring.critical().components().get(1).value();
    assertThat(ring.critical().components().get(2).kind().label()).isEqualTo("maximum");
    assertThat(bound.bound()).isCloseTo(2 * (pass - bad), within(1e-9));
    assertThat(bound.holds()).isTrue();
  }

  @Test
  void anInfiniteGapOfTheRightSignHolds() {
    Bounded plane =
        Bounded.of(
            "x, y",
            "((x-1)^2 + y^2)*((x+1)^2 + y^2 + 0.1)",
            "variance: f",
            "x: [-2.5, 2.5], y: [-2, 2]");
    Bound gap = plane.named("energy-gap");
    double bad = plane.critical().components().get(1).value();
    double pass = plane.critical().components().get(2).value();
    assertThat(gap.applies()).isTrue();
    assertThat(gap.bound()).isCloseTo(2 * (pass - bad) / bad - 2, within(1e-9));
    assertThat(gap.actual()).isNull();
    assertThat(gap.holds()).isTrue();
    assertThat(gap.isContradicted()).isFalse();
    double climb = 2 * Math.log(pass / bad);
    holds(plane.named("power-law"), climb, climb);
  }

  @Test
  void whereTheNoiseVanishesOnABadMinimumItIsSaidSo() {
    Bounded well = Bounded.of("x", WELL, "variance: (x - " + root(0) + ")^2", LINE);
    Bound gap = well.named("energy-gap");
    assertThat(gap.applies()).isFalse();
    assertThat(gap.note()).contains("vanishes").contains("[0.9");
    assertThat(well.named("deepest-well").note()).contains("depends on f alone");
  }

  @Test
  void aCovarianceOfOneDiagonalIsAVariance() {
    String objective = WELL + " + y^2 + 1";
    String box = "x: [-2.5, 2.5], y: [-2, 2]";
    Bounded matrix = Bounded.of("x, y", objective, "covariance: [[f + 1, 0], [0*x, 1 + f]]", box);
    Bounded scalar = Bounded.of("x, y", objective, "variance: f + 1", box);
    assertThat(matrix.bounds()).isEqualTo(scalar.bounds());
    double climb = 2 * Math.log((PASS + 2) / (BAD + 2));
    holds(matrix.named("power-law"), climb, climb);
  }

  @Test
  void aCovarianceOfTwoDiagonalsIsNone() {
    Bounded matrix =
        Bounded.of(
            "x, y",
            WELL + " + y^2 + 1",
            "covariance: [[f + 1, 0], [0, f + 2]]",
            "x: [-2.5, 2.5], y: [-2, 2]");
    assertThat(matrix.named("power-law").applies()).isFalse();
    double others = BAD + 2;
    double global = PASS + 3;
    double gap = 2 * (PASS - BAD) / others - 2 * (PASS - LOW) / global;
    assertThat(matrix.named("energy-gap").bound()).isCloseTo(gap, within(1e-6));
    assertThat(matrix.named("energy-gap").note()).contains("sampled");
  }

  /** f = x⁴/4 − x²/2 + x/10, s falls with x: the extremes lie where f meets the pass. */
  @Test
  void theExtremesOfANoiseOfXLieOnTheEdgesOfTheWells() {
    Bounded well = Bounded.of("x", WELL, "variance: 1/20 + 19/(20*(1 + exp(8*x)))", LINE);
    // f − f(pass) = (x − pass)²(x² + 2·pass·x + 3·pass² − 2)/4: the other two points of that height
    double pass = root(1);
    double half = Math.sqrt(2 - 2 * pass * pass);
    double global = variance(-pass - half);
    double others = variance(-pass + half);
    double gap = 2 * (PASS - BAD) / others - 2 * (PASS - LOW) / global;
    assertThat(well.named("energy-gap").bound()).isCloseTo(gap, within(1e-6));
    assertThat(well.named("energy-gap").holds()).isTrue();
  }

  private static double variance(double x) {
    return 1.0 / 20 + 19 / (20 * (1 + Math.exp(8 * x)));
  }

  private static void holds(Bound bound, double expected, double actual) {
    assertThat(bound.applies()).as(bound.toString()).isTrue();
    assertThat(bound.bound()).as(bound.name()).isCloseTo(expected, within(1e-8));
    assertThat(bound.actual()).as(bound.name()).isCloseTo(actual, within(1e-8));
    assertThat(bound.holds()).as(bound.name()).isTrue();
  }
}
