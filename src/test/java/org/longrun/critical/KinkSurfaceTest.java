package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.landscape.LandscapeFile;

/** Critical points on surfaces of kinks, against closed forms. */
class KinkSurfaceTest {
  private static CriticalSet critical(String objective) {
    String text =
        "variables: [x, y]\nobjective: \"%s\"\nnoise: {gaussian: {variance: 1}}\n"
            + "domain: {x: [-3, 3], y: [-3, 3]}\n";
    return CriticalSetFinder.withDefaults()
        .find(LandscapeFile.parse(text.formatted(objective), "kinks.yaml"));
  }

  /** On y = 0 the two meet where 9x² + 22x + 8.9 = 0; f grows along the kink from there. */
  @Test
  void thePassBetweenTwoParabolasIsTheLowestPointOfTheirKink() {
    CriticalSet set = critical("min(10*(x+1)^2 + 10*y^2, (x-1)^2 + y^2 + 0.1)");

    double x = (-22 + Math.sqrt(22 * 22 - 36 * 8.9)) / 18;
    assertThat(set.components()).hasSize(3);
    CriticalComponent pass = set.components().get(2);
    assertThat(pass.kind()).isEqualTo(Kind.SADDLE);
    assertThat(pass.index()).isEqualTo(1);
    assertThat(pass.value()).isCloseTo(10 * (x + 1) * (x + 1), within(1e-12));
    assertThat(pass.representative().get(0)).isCloseTo(x, within(1e-8));
    assertThat(pass.representative().get(1)).isCloseTo(0, within(1e-7));
    assertThat(set.completeness().indexSum()).isEqualTo(1);
  }

  /** With slopes of 1 across x = c·y, and y⁴/4 − y²/2 along it: ±1 in y are valleys or ridges. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 1", "-0.3, 2"})
  void valleysHaveTheIndexAlongThemAndRidgesOneMore(double slope, double height) {
    String along = "y^4/4 - y^2/2";
    String valley = height + "*abs(x - " + slope + "*y) + " + along;

    List<CriticalComponent> found = critical(valley).components();

    assertThat(found)
        .extracting(CriticalComponent::kind)
        .containsExactly(Kind.MINIMUM, Kind.MINIMUM, Kind.SADDLE);
    assertThat(found.get(0).value()).isCloseTo(-0.25, within(1e-12));
    assertThat(found.get(2).value()).isCloseTo(0, within(1e-12));
    assertThat(found.get(2).index()).isEqualTo(1);
    List<CriticalComponent> turned =
        critical("x^2 - " + height + "*abs(x - " + slope + "*y) + " + along).components();
    assertThat(turned).anyMatch(c -> c.kind() == Kind.MAXIMUM && Math.abs(c.value()) < 1e-12);
  }

  /** The slopes 3 and 1 at x = 0 have one sign: no critical point. */
  @Test
  void aKinkThatOnlyBendsIsNone() {
    CriticalSet set = critical("(x-2)^2/2 - abs(x)/2 + y^2/2");

    assertThat(set.components()).hasSize(1);
    assertThat(set.components().get(0).value()).isCloseTo(-1.125, within(1e-12));
  }
}
