package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/**
 * Costs where the noise vanishes, on components and between them (theory, section 2, costs of
 * neighbourhoods), against closed forms.
 */
class NeighbourhoodCostsTest {
  /** Minima at −1 and 1, K1 and K2, a maximum at 0, K3. */
  private static final String WELLS = "(x^2-1)^2/4";

  private record Result(CriticalSet critical, TransitionCosts costs) {
    double cost(int from, int to) {
      return find(from, to) == null ? Double.POSITIVE_INFINITY : find(from, to).cost();
    }

    Transition find(int from, int to) {
      return costs.transitions().stream()
          .filter(t -> t.from() == from - 1 && t.to() == to - 1)
          .findFirst()
          .orElse(null);
    }

    void assertCost(int from, int to, double exact) {
      Transition told = find(from, to);
      assertThat(Math.abs(told.cost() - exact)).isLessThanOrEqualTo(told.error());
      assertThat(told.error()).isLessThanOrEqualTo(1e-9 * exact);
    }
  }

  private static Result solve(String... lines) {
    Sgd sgd = Sgd.of(LandscapeFile.parse(String.join("\n", lines), "test.yaml"));
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    return new Result(critical, QuasiPotential.withDefaults().between(critical, sgd));
  }

  private static Result line(String variance) {
    return solve(
        "variables: [x]",
        "objective: '" + WELLS + "'",
        "noise: {gaussian: {variance: '" + variance + "'}}",
        "domain: {x: [-2, 2]}");
  }

  private static Result plane(String objective, String noise) {
    return solve(
        "variables: [x, y]",
        "objective: '" + objective + "'",
        "noise: " + noise,
        "domain: {x: [-2, 2], y: [-2, 2]}");
  }

  private static List<String> assumptions(Result result) {
    return result.costs().warnings().stream().filter(w -> w.contains("assumes")).toList();
  }

  /** B(K2, K3) = ∫ 2u(1 − u)(2 − u)/u^a du over [0, 1] with u the distance from K2. */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "1.3", "1.5", "1.7", "1.9"})
  void aMinimumIsLeftAtTheLimitOfTheCostFromNearby(double a) {
    Result result = line("abs(x - 1)^" + a);

    double exact = 2 * (2 / (2 - a) - 3 / (3 - a) + 1 / (4 - a));
    result.assertCost(2, 3, exact);
    assertThat(assumptions(result)).singleElement().asString().contains("K2", "finite cost");
  }

  @ParameterizedTest
  @CsvSource({"2", "2.5", "3"})
  void aMinimumWithLessNoiseThanThatIsNeverLeft(double a) {
    Result result = line("abs(x - 1)^" + a);

    assertThat(result.cost(2, 3)).isInfinite();
    assertThat(result.cost(2, 1)).isInfinite();
    assertThat(result.cost(1, 2)).isFinite();
    assertThat(assumptions(result)).singleElement().asString().contains("K2", "nothing leaves");
  }

  @Test
  void divergenceIsCalledProvedWhereTheNoiseIsSmoothAlone() {
    assertThat(assumptions(line("(x - 1)^2")).get(0)).doesNotContain("as far as");
    assertThat(assumptions(line("f"))).hasSize(2).noneMatch(w -> w.contains("as far as"));
    assertThat(assumptions(line("abs(x - 1)^2.5")).get(0)).contains("as far as");
  }

  /** s = √f: 2∫df/√f = 4√Δf, on a line and in the plane, where the path is sought. */
  @Test
  void varianceByTheRootOfTheLossIsLeftAtFourRoots() {
    line("sqrt(f)").assertCost(1, 3, 2);
    plane("((x-1)^2+y^2)*((x+1)^2+y^2)", "{gaussian: {variance: sqrt(f)}}").assertCost(1, 3, 4);
  }

  @Test
  void aMaximumWithoutNoiseIsLeftAtNoCostAndNeverClimbed() {
    Result result = line("x^2");

    assertThat(result.cost(3, 1)).isZero();
    assertThat(result.cost(3, 2)).isZero();
    assertThat(result.cost(1, 3)).isInfinite();
    assertThat(result.cost(1, 2)).isInfinite();
    assertThat(assumptions(result)).singleElement().asString().contains("K3", "no cost", "climb");
  }

  /** s = |x|: ∫ 2(1 − x²) dx over [0, 1]. */
  @Test
  void aMaximumIsClimbedWhereTheLimitIsFinite() {
    Result result = line("abs(x)");

    result.assertCost(1, 3, 4.0 / 3);
    assertThat(result.cost(3, 2)).isZero();
  }

  @Test
  void aSampleLossThatLeavesItsMaximumOnItsOwnIsNoClosedClass() {
    Result result =
        solve(
            "variables: [w]",
            "data: {y: [0.5, 1.5]}",
            "loss: (w^2-y)^2/4",
            "noise: {finite-sum: {batch: 1}}",
            "domain: {w: [-2, 2]}");

    assertThat(result.cost(3, 1)).isZero();
    assertThat(result.cost(3, 2)).isZero();
    assertThat(assumptions(result)).singleElement().asString().contains("K3");
  }

  /** 0 is a saddle of the factorisation, in three factors with no curvature at all. */
  @Test
  void productsOfFactorsLeaveTheOrigin() {
    Result two =
        solve(
            "variables: [u, v]",
            "data: {y: [0.5, 1.5]}",
            "loss: (u*v-y)^2/2 + (u - v)^2/4",
            "noise: {finite-sum: {batch: 1}}",
            "domain: {u: [-2, 2], v: [-2, 2]}");

    assertThat(two.critical().components().get(2).value()).isGreaterThan(0.6);
    assertThat(two.cost(3, 1)).isZero();
    assertThat(two.cost(3, 2)).isZero();
  }

  @Test
  void interpolatedMinimaAbsorb() {
    Result result =
        solve(
            "variables: [u, v]",
            "data: {x: [0.5, 1.5, 1]}",
            "loss: (u*v-1)^2*x^2/2 + (u-v)^2/2",
            "noise: {finite-sum: {batch: 1}}",
            "domain: {u: [-2, 2], v: [-2, 2]}");

    assertThat(result.cost(1, 2)).isInfinite();
    assertThat(result.cost(3, 1)).isZero();
    assertThat(assumptions(result)).hasSize(3).noneMatch(w -> w.contains("as far as"));
  }

  /** From K2 = 1 up to 0: ∫ 2x(1 − x²)/√|x − ½| dx = 2·(0.6·√2) with u = x − ½. */
  @Test
  void aZeroOfTheNoiseOnTheWayIsPassedWhereTheIntegralIsFinite() {
    Result result = line("sqrt(abs(x - 0.5))");

    // 2∫(½ + u)(¾ − u − u²)|u|^(−½) du over [−½, ½] = 2·(3/8·4r − 3/2·(4/5)r/4), r = √½.
    double r = Math.sqrt(0.5);
    result.assertCost(2, 3, 2 * (0.375 * 4 * r - 1.5 * 4 * r / 20));
    assertThat(assumptions(result)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"(x-0.5)^2, true", "abs(x-0.5), false", "abs(x-0.5)^1.2, false"})
  void aZeroOfTheNoiseOnTheWayIsAWallWhereItDiverges(String variance, boolean proved) {
    Result result = line(variance);

    assertThat(result.cost(2, 3)).isInfinite();
    assertThat(result.cost(1, 3)).isFinite();
    assertThat(result.costs().warnings())
        .filteredOn(w -> w.contains("[0.5]"))
        .singleElement()
        .asString()
        .matches(w -> w.contains("is infinite:") == proved)
        .matches(w -> w.contains("no proof") != proved);
  }

  /** Along x the variance is |x − 1|, along y it vanishes with the square: x is the way out. */
  @Test
  void oneDirectionWithNoiseEnoughIsAWayOut() {
    String covariance = "[['abs(x - 1)', '0'], ['0', '(x-1)^2 + y^2']]";
    Result result = plane(WELLS + " + y^2/2", "{gaussian: {covariance: " + covariance + "}}");

    Transition climb = result.find(2, 3);
    assertThat(climb.cost()).isBetween(5.0 / 3 - climb.error(), 5.0 / 3 + climb.error());
    assertThat(climb.error()).isLessThan(1e-3);
  }

  @Test
  void aSaddleWithoutNoiseIsEnteredFromAbove() {
    Result result = plane(WELLS + " + y^2/2 + 0.3*x*y", "{gaussian: {variance: x^2 + y^2}}");

    assertThat(result.cost(3, 1)).isZero();
    assertThat(result.cost(1, 3)).isBetween(1.378217, 1.378218);
    assertThat(assumptions(result)).singleElement().asString().contains("K3", "no cost");
  }
}
