package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.longrun.action.Absence;
import org.longrun.action.Status;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** A sound result breaks no law; each law catches the result that was tampered with. */
class LawsTest {
  private static final String TILTED =
      "variables: [x, y]\nobjective: x^4/4 - x^2/2 + x/10 + y^2/2\n"
          + "noise: {gaussian: {variance: 0.5}}\ndomain: {x: [-2.5, 2.5], y: [-2, 2]}\n";

  private static Landscape landscape;
  private static LongRunResult result;

  @BeforeAll
  static void analyse() {
    landscape = LandscapeFile.parse(TILTED, "tilted.yaml");
    result = LongRunAnalysis.withDefaults().of(landscape);
  }

  private static List<String> broken(TransitionCosts costs) {
    return Laws.broken(landscape, result.critical(), costs);
  }

  /** The costs with one transition replaced. */
  private static TransitionCosts with(int from, int to, UnaryOperator<Transition> change) {
    List<Transition> changed = new ArrayList<>();
    for (Transition each : result.costs().transitions()) {
      changed.add(each.from() == from && each.to() == to ? change.apply(each) : each);
    }
    return new TransitionCosts(
        result.costs().size(), changed, List.of(), List.of(), List.of(), List.of());
  }

  private static UnaryOperator<Transition> costing(double cost, Double lowerBound) {
    return each ->
        new Transition(
            each.from(),
            each.to(),
            cost,
            each.directCost(),
            lowerBound,
            each.error(),
            each.via(),
            true,
            each.status(),
            each.path());
  }

  @Test
  void aSoundResultBreaksNone() {
    assertThat(result.isSound()).isTrue();
    assertThat(broken(result.costs())).isEmpty();
  }

  @Test
  void anInfiniteCostUnderPositiveNoise() {
    TransitionCosts costs =
        new TransitionCosts(
            3,
            result.costs().transitions(),
            List.of(new Absence(0, 2, Status.NOT_FOUND)),
            List.of(),
            List.of(),
            List.of());
    assertThat(broken(costs)).hasSize(1).first().asString().contains("finite", "K1 -> K3");
  }

  @Test
  void aCostAboveAWayOverAnotherComponent() {
    assertThat(broken(with(0, 1, costing(50, null))))
        .hasSize(1)
        .first()
        .asString()
        .contains("K1 -> K2 by way of K3");
  }

  /** 2Δf/σ² with the sign of the potential or its factor 2 lost. */
  @Test
  void aReversalThatDoesNotCostTheRise() {
    double rise =
        result.critical().components().get(2).value()
            - result.critical().components().get(0).value();
    assertThat(broken(with(0, 2, costing(rise / 0.5, null))))
        .anySatisfy(law -> assertThat(law).contains("reversal", "K1 -> K3"));
  }

  @Test
  void aCostBelowItsBound() {
    double cost = result.costs().transitions().get(0).cost();
    assertThat(broken(with(0, 1, costing(cost, cost * 1.01))))
        .anySatisfy(law -> assertThat(law).contains("lower bound", "K1 -> K2"));
  }

  private static CriticalSet with(CriticalComponent component) {
    List<CriticalComponent> components = new ArrayList<>(result.critical().components());
    components.set(0, component);
    CriticalSet set = result.critical();
    return new CriticalSet(
        components, set.argmin(), set.completeness(), set.symmetryOrbits(), set.warnings());
  }

  @Test
  void aComponentWithTwoValuesOfF() {
    CriticalComponent low = result.critical().components().get(0);
    CriticalComponent torn =
        new CriticalComponent(
            low.id(),
            low.kind(),
            low.index(),
            low.dimension(),
            low.value(),
            low.representative(),
            List.of(low.representative(), Point.of(-0.9, 0.1)),
            low.hessianEigenvalues());
    assertThat(Laws.broken(landscape, with(torn), result.costs()))
        .anySatisfy(law -> assertThat(law).contains("one and the same", "K1"));
  }

  @Test
  void aPointBelowArgmin() {
    Landscape started =
        LandscapeFile.parse(TILTED.replace("x/10", "x/5") + "starts: [[-1.1, 0]]\n", "t.yaml");
    assertThat(Laws.broken(started, result.critical(), result.costs()))
        .anySatisfy(law -> assertThat(law).contains("less f than argmin"));
  }
}
