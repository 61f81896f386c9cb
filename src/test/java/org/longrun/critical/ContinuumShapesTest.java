package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longrun.landscape.LandscapeFile;

/** Curves and surfaces of critical points: of any size, each of one f, none swallows another. */
class ContinuumShapesTest {
  private static CriticalSet find(String variables, String objective, String domain) {
    return CriticalSetFinder.withDefaults()
        .find(
            LandscapeFile.parse(
                "variables: [%s]\nobjective: %s\nnoise: {gaussian: {variance: 1}}\ndomain: {%s}\n"
                    .formatted(variables, objective, domain),
                "shape.yaml"));
  }

  private static List<Integer> dimensions(CriticalSet set) {
    return set.components().stream().map(CriticalComponent::dimension).sorted().toList();
  }

  /** A ring of minima and the maximum in its middle, however small and wherever. */
  @ParameterizedTest
  @CsvSource({"0.01, 0, 0", "0.05, 0.7, -0.4", "0.3, -1, 0.2", "1.5, 0.1, 0.1"})
  void aRingHasAMiddle(double radius, double a, double b) {
    String square = "((x-(%s))^2+(y-(%s))^2-%s)".formatted(a, b, radius * radius);
    CriticalSet set = find("x, y", square + "^2*100", "x: [-2, 2], y: [-2, 2]");
    assertThat(dimensions(set)).containsExactly(0, 1);
    assertThat(set.completeness().consistent()).isTrue();
    CriticalComponent ring = set.components().get(0);
    assertThat(ring.kind()).isEqualTo(Kind.MINIMUM);
    assertThat(ring.points())
        .allSatisfy(
            x ->
                assertThat(Math.hypot(x.get(0) - a, x.get(1) - b))
                    .isCloseTo(radius, within(1e-6 * radius)));
    assertThat(set.components().get(1).value())
        .isCloseTo(100 * Math.pow(radius, 4), within(1e-9 * Math.pow(radius, 4)));
  }

  /** Two rings whose f differs by next to nothing are two. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.001", "0.0000001"})
  void ringsOfNearlyEqualLossAreTwo(String tilt) {
    String f = "(x^2+y^2-1)^2*(x^2+y^2-1.21)^2*100+%s*(x^2+y^2)".formatted(tilt);
    CriticalSet set = find("x, y", f, "x: [-2, 2], y: [-2, 2]");
    assertThat(dimensions(set)).containsExactly(0, 1, 1, 1);
    for (CriticalComponent component : set.components()) {
      assertThat(component.points())
          .allSatisfy(
              x ->
                  assertThat(x.toArray()[0] * x.get(0) + x.get(1) * x.get(1))
                      .isCloseTo(
                          Math.pow(component.representative().get(0), 2)
                              + Math.pow(component.representative().get(1), 2),
                          within(1e-5)));
    }
  }

  /** A torus of minima, the circle at its core, and the saddle in its hole. */
  @Test
  void aTorusHasACore() {
    CriticalSet set =
        find("x, y, z", "((x^2+y^2-1)^2+z^2-0.3)^2", "x: [-1.6, 1.6], y: [-1.6, 1.6], z: [-1, 1]");
    assertThat(dimensions(set)).containsExactly(0, 1, 2);
    assertThat(set.components().get(1).value()).isCloseTo(0.09, within(1e-12));
    assertThat(set.components().get(2).value()).isCloseTo(0.49, within(1e-12));
  }

  /** A tilt breaks the ring up: two points, no curve. */
  @Test
  void aTiltedRingIsNoCurve() {
    CriticalSet set = find("x, y", "(x^2+y^2-1)^2+0.001*x", "x: [-2, 2], y: [-2, 2]");
    assertThat(dimensions(set)).containsExactly(0, 0, 0);
  }

  @Test
  void aCircleInFourVariables() {
    CriticalSet set =
        find(
            "x, y, u, v",
            "(x^2+y^2-1)^2+u^2+v^2/2+u*v/2",
            "x: [-2, 2], y: [-2, 2], u: [-1, 1], v: [-1, 1]");
    assertThat(dimensions(set)).containsExactly(0, 1);
  }
}
