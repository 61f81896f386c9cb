package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.action.Transition;
import org.longrun.critical.CriticalComponent;
import org.longrun.energy.EnergyLevels;
import org.longrun.landscape.LandscapeFile;

/** Sums of tilted double wells: more components than the graph takes, or than there is time for. */
class ManyComponentsTest {
  /** 2(f(saddle) − f(minimum)) from the shallow well of x⁴/4 − x²/2 + x/10. */
  private static final double BARRIER = 0.3153299146952111;

  @TempDir Path folder;

  private LongRunResult analysis(int dimension, String settings) throws IOException {
    String text =
        """
        name: wells
        variables: {x: %d}
        objective: sum(i, 1, %d, x[i]^4/4 - x[i]^2/2 + 0.1*x[i])
        noise: {gaussian: {variance: 1}}
        domain: {x: [-2, 2]}
        settings: {%s}
        """
            .formatted(dimension, dimension, settings);
    Path file = folder.resolve("wells.yaml");
    Files.writeString(file, text);
    return LongRunAnalysis.withDefaults().of(LandscapeFile.read(file));
  }

  private static void energiesAreTwiceTheHeights(LongRunResult result, double error) {
    EnergyLevels energies = result.energies();
    double lowest = result.critical().components().get(0).value();
    for (int i = 0; i < result.critical().size(); i++) {
      CriticalComponent component = result.critical().components().get(i);
      assertThat(energies.relative(i))
          .as(component.id())
          .isCloseTo(2 * (component.value() - lowest), within(error));
    }
  }

  @Test
  void aListCutOnPurposeIsNoInconsistency() throws IOException {
    LongRunResult result = analysis(6, "component-limit: 8");

    assertThat(result.critical().size()).isBetween(3, 8);
    assertThat(result.critical().completeness().expected()).isNull();
    assertThat(result.critical().completeness().note()).contains("not all were sought");
    assertThat(result.warnings()).anyMatch(line -> line.contains("component-limit: 8"));
    assertThat(result.isSound()).isTrue();
    energiesAreTwiceTheHeights(result, 1e-8);
    assertThat(result.hitting().exponent(1)).isCloseTo(BARRIER, within(1e-9));
  }

  @Test
  void withoutTimeTheClimbsAreToldAsFarAsTheyGo() throws IOException {
    LongRunResult result = analysis(5, "component-limit: 20, action-seconds: 0.001");

    assertThat(result.warnings())
        .anyMatch(line -> line.startsWith("the time for transition costs"));
    assertThat(result.costs().transitions()).hasSize(20 * 19);
    assertThat(result.costs().transitions())
        .filteredOn(transition -> !transition.converged())
        .allMatch(transition -> transition.error() > 0);
    energiesAreTwiceTheHeights(result, 1e-10);
  }

  @Test
  void whatIsLeftOutForWantOfTimeSpoilsNothingThatIsTold() throws IOException {
    LongRunResult all = analysis(2, "action-effort: 1e9");
    LongRunResult some = analysis(2, "action-seconds: 0.001");

    for (Transition transition : some.costs().direct()) {
      assertThat(all.costs().transitions())
          .filteredOn(t -> t.from() == transition.from() && t.to() == transition.to())
          .allMatch(t -> t.cost() <= transition.cost() + 1e-6);
    }
  }
}
