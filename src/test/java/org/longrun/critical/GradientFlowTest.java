package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

class GradientFlowTest {
  private static GradientFlow flow(Landscape landscape) {
    return GradientFlow.of(landscape, CriticalSetFinderTest.find(landscape));
  }

  @Test
  void saddlesOfHimmelblauFallToTheMinimaOnBothSides() {
    Landscape landscape = TestLandscapes.cube(2, 6, CriticalSetFinderTest.HIMMELBLAU);
    GradientFlow flow = flow(landscape);
    List<List<Integer>> ends = List.of(List.of(3, 2), List.of(2, 1), List.of(1, 0), List.of(3, 0));
    for (int saddle = 4; saddle < 8; saddle++) {
      List<Descent> descents = flow.leaving(saddle);
      assertThat(descents.stream().map(Descent::component))
          .containsExactlyInAnyOrderElementsOf(ends.get(saddle - 4));
      assertThat(descents).noneMatch(Descent::leftDomain);
    }
    assertThat(flow.leaving(0)).isEmpty();
    assertThat(flow.basin(new double[] {-3, -1})).isZero();
  }

  @Test
  void onAQuadraticTheLineIsExactWhateverTheStiffness() {
    Landscape landscape =
        TestLandscapes.cube(2, 2, x -> x[0].pow(2).multiply(0.5).add(x[1].pow(2).multiply(0.5e4)));
    Descent descent = flow(landscape).descend(new double[] {1.5, 1});
    assertThat(descent.component()).isZero();
    for (Point p : descent.points().subList(1, descent.points().size() - 1)) {
      double expected = Math.pow(p.get(0) / 1.5, 1e4);
      assertThat(p.get(1)).isCloseTo(expected, within(1e-9));
    }
    assertThat(descent.evaluations()).isLessThan(2000);
  }

  @Test
  void aCurvedStiffValleyIsFollowed() {
    double k = 1000;
    Landscape landscape =
        TestLandscapes.cube(
            2,
            2,
            x ->
                x[0].pow(2)
                    .subtract(1)
                    .pow(2)
                    .divide(4)
                    .add(x[1].subtract(x[0].multiply(2).sin().divide(2)).pow(2).multiply(k / 2)));
    GradientFlow flow = flow(landscape);
    Descent descent = flow.descend(new double[] {0.1, 0.5 * Math.sin(0.2)});
    assertThat(descent.end().get(0)).isCloseTo(1, within(1e-12));
    assertThat(descent.points())
        .allSatisfy(
            p -> assertThat(p.get(1)).isCloseTo(0.5 * Math.sin(2 * p.get(0)), within(2e-3)));
  }

  @Test
  void aLineThatLeavesTheDomainSaysWhere() {
    Landscape landscape = TestLandscapes.cube(1, 2, x -> x[0].pow(3).divide(3).subtract(x[0]));
    Descent descent = flow(landscape).descend(new double[] {-1.5});
    assertThat(descent.leftDomain()).isTrue();
    assertThat(descent.component()).isEqualTo(-1);
    assertThat(descent.end().get(0)).isCloseTo(-2, within(1e-12));
    assertThat(flow(landscape).basin(new double[] {0})).isZero();
  }

  @Test
  void aRingIsReachedAtItsNearestPoint() {
    Landscape landscape = TestLandscapes.cube(2, 2.5, CriticalSetFinderTest.RING);
    Descent descent = flow(landscape).descend(new double[] {0.3, 0.4});
    assertThat(descent.component()).isZero();
    assertThat(descent.end().get(0)).isCloseTo(0.6, within(1e-7));
    assertThat(descent.end().get(1)).isCloseTo(0.8, within(1e-7));
  }
}
