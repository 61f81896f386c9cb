package org.longrun.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.landscape.LandscapeFile;

/** Three wells in a row: from the middle one the next well is decided by the two passes. */
class HopsTest {
  private static final CriticalSet LINE = find("[x]", "x^2/20 + x/10 - cos(2*x)", "{x: [-4, 4]}");

  private static final CriticalSet PLANE =
      find("[x, y]", "x^2/20 + x/10 - cos(2*x) + y^2", "{x: [-4, 4], y: [-1, 1]}");

  private static CriticalSet find(String variables, String objective, String domain) {
    return CriticalSetFinder.withDefaults()
        .find(
            LandscapeFile.parse(
                """
                variables: %s
                objective: %s
                noise: {gaussian: {variance: 1}}
                domain: %s
                """
                    .formatted(variables, objective, domain),
                "wells.yaml"));
  }

  /** The components from left to right: well, pass, well, pass, well. */
  private static final List<Integer> ROW =
      IntStream.range(0, LINE.size())
          .boxed()
          .sorted(Comparator.comparingDouble(i -> at(i).representative().get(0)))
          .toList();

  private static CriticalComponent at(int component) {
    return LINE.components().get(component);
  }

  private static double climb(int from, int to) {
    return 2 * Math.max(0, at(ROW.get(to)).value() - at(ROW.get(from)).value());
  }

  private static Hops toward(int target, CriticalSet critical) {
    List<Prediction.Cost> costs = new ArrayList<>();
    for (int k = 0; k + 1 < 5; k++) {
      costs.add(new Prediction.Cost(ROW.get(k), ROW.get(k + 1), climb(k, k + 1)));
      costs.add(new Prediction.Cost(ROW.get(k + 1), ROW.get(k), climb(k + 1, k)));
    }
    return new Hops(
        new Prediction(
            critical.components(),
            List.of(ROW.get(target)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            costs));
  }

  @Test
  void theHigherPassIsRarerByTheDifference() {
    Hops hops = toward(0, LINE);
    double left = climb(2, 1);
    double right = climb(2, 3);
    assertThat(ROW).hasSize(5);
    assertThat(right).isGreaterThan(left);
    assertThat(hops.exponent(ROW.get(2), Hops.TARGET)).isCloseTo(0, within(1e-12));
    assertThat(hops.exponent(ROW.get(2), ROW.get(4))).isCloseTo(right - left, within(1e-12));
  }

  @Test
  void noPathRunsThroughAnotherWell() {
    assertThat(toward(0, LINE).exponent(ROW.get(4), Hops.TARGET)).isNull();
    assertThat(toward(0, LINE).exponent(ROW.get(4), ROW.get(2))).isCloseTo(0, within(1e-12));
  }

  @Test
  void inThePlaneThePathPassesTheCore() {
    assertThat(PLANE.size()).as("the same components in the same order").isEqualTo(LINE.size());
    Double exponent = toward(0, PLANE).exponent(ROW.get(4), Hops.TARGET);
    assertThat(exponent).isCloseTo(climb(2, 1), within(1e-12));
  }
}
