package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.FormulaField;
import org.longrun.landscape.LandscapeFile;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Point;

/** What holds for the costs of every landscape, and what is said of those that are infinite. */
class CostLawsTest {
  private static final List<String> PLANE = List.of("x", "y");

  private static TransitionCosts costs(Sgd sgd) {
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    return QuasiPotential.withDefaults().between(critical, sgd);
  }

  private static Sgd parsed(String text) {
    return Sgd.of(LandscapeFile.parse(text, "laws.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "'x: [-1.9, 1.9]', 'x^4/4 - x^2/2 + c*x', 1e-9",
    "'x: [-1.9, 1.9], y: [-1.7, 1.8]', 'x^4/4 - x^2/2 + c*x + (1 + c/9)*(y - x/3 - w)^2/2', 1e-7"
  })
  void aBatchOfBMakesEveryCostBTimesAsLarge(String domain, String loss, double tolerance) {
    String variables = domain.contains("y") ? "[x, y]" : "[x]";
    String unused = domain.contains("y") ? "" : " + 0*w";
    String text =
        "name: batch\nvariables: %s\nloss: %s%s\ndata: {c: [2.1, -1.9, 1.1, -0.9, 0.1],"
            + " w: [0.9, 0.6, -1.4, -1.1, 0.8]}\nnoise: {finite-sum: {batch: %d}}\ndomain: {%s}\n";
    TransitionCosts single = costs(parsed(text.formatted(variables, loss, unused, 1, domain)));
    TransitionCosts batch = costs(parsed(text.formatted(variables, loss, unused, 5, domain)));

    assertThat(single.transitions()).anyMatch(t -> t.cost() > 0.01);
    assertThat(batch.transitions()).hasSameSizeAs(single.transitions());
    for (int k = 0; k < single.transitions().size(); k++) {
      double cost = 5 * single.transitions().get(k).cost();
      assertThat(batch.transitions().get(k).cost())
          .isCloseTo(cost, within(tolerance * Math.max(1e-3, cost)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{rademacher: {scale: 3}}'",
    "'{uniform: {half-width: 3}}'",
    "'{gaussian: {variance: 3, truncate: 4}}'",
    "'{gaussian: {variance: 3}}'"
  })
  void descendingCostsNothingUnderAnyNoise(String noise) {
    Sgd sgd =
        parsed("variables: [x]\nobjective: x^4/4 - x^2/2\ndomain: {x: [-2, 2]}\nnoise: " + noise);
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());

    LeastPath path =
        QuasiPotential.withDefaults().cost(critical, sgd, Point.of(0.3), Point.of(0.8));

    assertThat(path.cost()).isZero();
  }

  /** The path's cost has not converged at the kink, but a possible move is no infinite cost. */
  @Test
  void aKinkOnThePathMakesNoCostInfinite() {
    TransitionCosts costs =
        costs(
            parsed(
                "variables: [x, y]\nobjective: abs(x) + y^2 + 0.3*sin(5*x)\n"
                    + "domain: {x: [-1.3, 1.3], y: [-1, 1]}\nnoise: {uniform: {half-width: 4}}\n"
                    + "settings: {action-effort: 3000000}"));

    assertThat(costs.transitions()).isNotEmpty().allMatch(t -> t.cost() < 3);
    assertThat(costs.warnings()).noneMatch(warning -> warning.contains("infinite"));
  }

  /** From index 2 to index 1 in three variables no generic descent leads, but the flow does. */
  @Test
  void aConnectionOfSaddlesAlongTheFlowCostsNothing() {
    TransitionCosts costs =
        costs(
            parsed(
                "variables: [x, y, z]\nobjective: (x^2-1)^2/4 + 0.1*x + (y^2-1)^2/4 - 0.05*y"
                    + " + (z - x*y)^2/2\nnoise: {gaussian: {variance: 1}}\n"
                    + "domain: {x: [-2.2, 2.2], y: [-2.2, 2.2], z: [-4, 4]}"));

    List<Transition> fromTheTop = costs.direct().stream().filter(t -> t.from() == 8).toList();

    assertThat(fromTheTop).hasSize(8).allMatch(t -> t.cost() == 0 && t.error() < 1e-11);
    assertThat(costs.direct()).allMatch(Transition::converged);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws Exception {
    Sgd sgd = Landscapes.isotropic(Landscapes.THREE_HUMP, "1 + 0.1*x^2", 4, "x", "y");

    TransitionCosts one = new ForkJoinPool(1).submit(() -> costs(sgd)).get();
    TransitionCosts two = new ForkJoinPool(2).submit(() -> costs(sgd)).get();

    assertThat(two).isEqualTo(one);
  }

  @Test
  void refiningLowersTheError() {
    List<String> sigma = List.of("1", "0", "0", "1");
    Sgd sgd = Landscapes.anisotropic(Landscapes.THREE_HUMP, sigma, 4, "x", "y");
    Transition rough =
        costs(sgd).direct().stream().filter(t -> t.from() == 2 && t.to() == 4).findFirst().get();

    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    Transition refined = QuasiPotential.withDefaults().refine(critical, sgd, rough, 1e-11);

    assertThat(refined.error()).isLessThan(rough.error()).isLessThan(1e-9);
    assertThat(refined.cost()).isCloseTo(3.180936796977, within(1e-10));
  }

  @Test
  void noiseTooWeakForTheSlopeIsProvedSo() {
    Sgd sgd =
        Landscapes.sgd(
            FormulaField.of("x^4/4 - x^2/2 + y^2/2", PLANE),
            new NoiseDescription.Uniform("0.3", FormulaField.of("0.3", PLANE)),
            1.5,
            0);

    TransitionCosts costs = costs(sgd);

    assertThat(costs.transitions()).allMatch(t -> t.from() == 2 && t.cost() == 0);
    assertThat(costs.warnings())
        .anyMatch(
            w ->
                w.matches(
                    "the cost K1 -> K2, K3 is infinite: .*cannot push.* at \\[-0\\.5.*has"
                        + " proved.*"));
  }

  /**
   * The hull of a truncated Gaussian with a matrix for its covariance is not enclosed over boxes.
   */
  @Test
  void noiseTooWeakForTheSlopeIsToldWhereNothingIsProved() {
    List<ScalarField> sigma =
        Stream.of("0.0225", "0", "0", "0.0225")
            .<ScalarField>map(entry -> FormulaField.of(entry, PLANE))
            .toList();
    Sgd sgd =
        Landscapes.sgd(
            FormulaField.of("x^4/4 - x^2/2 + y^2/2", PLANE),
            new NoiseDescription.Anisotropic("covariance", sigma, OptionalDouble.of(2)),
            1.5,
            0);

    TransitionCosts costs = costs(sgd);

    assertThat(costs.transitions()).allMatch(t -> t.from() == 2 && t.cost() == 0);
    assertThat(costs.warnings())
        .anyMatch(
            w ->
                w.matches(
                    "the cost K1 -> K2, K3 is infinite, .*no proof.*cannot push.* at \\[-0\\..*"));
  }

  @Test
  void noiseWithoutAComponentAlongTheWayIsTold() {
    List<String> sigma = List.of("0", "0", "0", "1");
    Sgd sgd = Landscapes.anisotropic("(x^2-1)^2/4 + y^2/2", sigma, 2, "x", "y");

    TransitionCosts costs = costs(sgd);

    assertThat(costs.transitions()).allMatch(t -> t.from() == 2 && t.cost() == 0);
    assertThat(costs.warnings()).anyMatch(w -> w.contains("K1 -> K2, K3 is infinite"));
  }

  @Test
  void onALineAnInfiniteCostIsExact() {
    Sgd sgd =
        Landscapes.sgd(
            FormulaField.of("x^4/4 - x^2/2", List.of("x")),
            new NoiseDescription.Uniform("0.3", FormulaField.of("0.3", List.of("x"))),
            1.5,
            0);

    assertThat(costs(sgd).warnings())
        .anyMatch(w -> w.contains("is infinite: the noise cannot push"))
        .noneMatch(w -> w.contains("no proof"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void pathsMayLeaveACurveOfMinimaWhereItIsCheapest(double decay) {
    Sgd sgd =
        Landscapes.isotropic(
            "(x*y - 1)^2/2 + " + decay + "*(x^2 + y^2)", "1", 2.5, PLANE.toArray(String[]::new));
    double square = 1 - 2 * decay;
    double bottom = 2 * decay * decay + 2 * decay * square;

    TransitionCosts costs = costs(sgd);

    assertThat(costs.size()).isEqualTo(3);
    for (Transition t : costs.transitions()) {
      double exact = t.from() == 2 ? 0 : 2 * (0.5 - bottom);
      assertThat(t.cost()).isCloseTo(exact, within(1e-7));
    }
    assertThat(costs.transitions()).hasSize(6);
  }
}
