package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longrun.critical.CriticalSetFinderTest.RING;
import static org.longrun.critical.CriticalSetFinderTest.find;
import static org.longrun.critical.CriticalSetFinderTest.formula;

import org.junit.jupiter.api.Test;

/** Curves and surfaces of critical points. */
class ContinuaTest {
  @Test
  void aCircleOfMinimaIsOneComponent() {
    CriticalSet set = find(TestLandscapes.cube(2, 2.5, RING));
    assertThat(set.size()).isEqualTo(2);
    CriticalComponent ring = set.components().get(0);
    assertThat(ring.dimension()).isEqualTo(1);
    assertThat(ring.kind()).isEqualTo(Kind.MINIMUM);
    assertThat(ring.points()).hasSizeBetween(50, 200).contains(ring.representative());
    assertThat(ring.points())
        .allSatisfy(p -> assertThat(Math.hypot(p.get(0), p.get(1))).isCloseTo(1, within(1e-14)));
    assertThat(set.components().get(1).kind()).isEqualTo(Kind.MAXIMUM);
    assertThat(set.completeness().consistent()).isTrue();
    assertThat(set.completeness().indexSum()).isEqualTo(1);
  }

  @Test
  void aSphereOfMinimaHasEulerCharacteristicTwo() {
    CriticalSet set =
        find(
            TestLandscapes.cube(
                3, 2, x -> x[0].pow(2).add(x[1].pow(2)).add(x[2].pow(2)).subtract(1).pow(2)));
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.components().get(0).dimension()).isEqualTo(2);
    assertThat(set.components().get(1).index()).isEqualTo(3);
    assertThat(set.completeness().indexSum()).isEqualTo(1);
    assertThat(set.completeness().expected()).isEqualTo(1);
  }

  @Test
  void aCurveOfMinimaThatLeavesTheDomainIsReported() {
    CriticalSet set = find(TestLandscapes.cube(2, 3, x -> x[0].multiply(x[1]).subtract(1).pow(2)));
    assertThat(set.size()).isEqualTo(3);
    assertThat(set.argmin()).isEqualTo(2);
    assertThat(set.warnings()).hasSize(2).allMatch(w -> w.contains("outside the domain"));
    assertThat(set.completeness().expected()).isNull();
  }

  @Test
  void degenerateZerosAreLeftOutOfTheProof() {
    CriticalSet ring = find(formula("(x^2+y^2-1)^2", 2.5, "x", "y"));
    assertThat(ring.completeness().certified()).isFalse();
    assertThat(ring.completeness().note()).contains("degenerate");
  }

  @Test
  void curvesThatCrossOrTouchAreOneComponent() {
    CriticalSet cross = find(formula("x^2*y^2", 2, "x", "y"));
    assertThat(cross.size()).isEqualTo(1);
    assertThat(cross.components().get(0).kind()).isEqualTo(Kind.MINIMUM);
    assertThat(cross.components().get(0).distance(new double[] {0, 1.234})).isLessThan(1e-9);
    assertThat(cross.components().get(0).distance(new double[] {1.234, 0})).isLessThan(1e-9);
    CriticalSet circles = find(formula("(x^2+y^2-1)^2*((x-2)^2+y^2-1)^2", 4, "x", "y"));
    assertThat(circles.components().stream().map(CriticalComponent::kind))
        .containsExactly(Kind.MINIMUM, Kind.MAXIMUM, Kind.MAXIMUM);
    assertThat(circles.completeness().indexSum()).isEqualTo(1);
    CriticalSet rings = find(formula("((x^2+y^2)^2-5*(x^2+y^2)+4)^2", 3, "x", "y"));
    assertThat(rings.components().stream().map(CriticalComponent::dimension))
        .containsExactly(1, 1, 1, 0);
    assertThat(rings.completeness().consistent()).isTrue();
  }

  @Test
  void aCurveIsRepresentedByItsLeastPointWhateverTheSeed() {
    CriticalSet ring = find(formula("(x^2+y^2-1)^2", 2.5, "x", "y"));
    assertThat(ring.components().get(0).representative().get(0)).isCloseTo(-1, within(1e-12));
    assertThat(ring.components().get(0).representative().get(1)).isCloseTo(0, within(1e-5));
    CriticalSet arc = find(formula("(x*y-1)^2", 3, "x", "y"));
    assertThat(arc.components().get(0).representative().get(0)).isCloseTo(-1, within(1e-6));
  }
}
