package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.longrun.landscape.LandscapeFile;

/** What leaves the domain is said: the flow over its boundary, starts, least paths. */
class DomainCheckTest {
  private static LongRunResult analysed(String file) {
    return LongRunAnalysis.withDefaults().of(LandscapeFile.parse(file, "test.yaml"));
  }

  @Test
  void fromAStartThatRunsAwayNoExponentIsKnown() {
    LongRunResult result =
        analysed(
            "variables: [x]\nobjective: x^3 - 3*x\nnoise: {gaussian: {variance: 1}}\n"
                + "domain: {x: [-1.9, 2.5]}\nstarts: [[-1.5], [0]]\n");
    assertThat(result.hitting().starts().get(0).exponent()).isNaN();
    assertThat(result.hitting().starts().get(1).exponent()).isZero();
    assertThat(result.warnings())
        .anyMatch(w -> w.startsWith("E and J hold only") && w.contains("at [-1.90000], where"))
        .anyMatch(w -> w.startsWith("J(x) is not known from [-1.50000]: the descent"))
        .noneMatch(w -> w.contains("from [0.00000]"));
    assertThat(result.prediction().startExponents()).containsExactly(Double.POSITIVE_INFINITY, 0.0);
  }

  @Test
  void aClosedDomainHasNoSuchWarnings() {
    LongRunResult result =
        analysed(
            "variables: [x]\nobjective: x^4/4 - x^2/2 + x/10\nnoise: {gaussian: {variance: 1}}\n"
                + "domain: {x: [-2.5, 2.5]}\nstarts: [[0.5]]\n");
    assertThat(result.warnings()).isEmpty();
  }

  /** The valley y = sin(2x) rises to 1 between the saddle at 0 and the wells at x = ±1. */
  @Test
  void aPathThatLeavesTheDomainIsNamed() {
    LongRunResult result =
        analysed(
            "variables: [x, y]\nobjective: (x^2 - 1)^2/4 + 10*(y - sin(2*x))^2\n"
                + "noise: {gaussian: {variance: 1}}\ndomain: {x: [-1.5, 1.5], y: [-0.95, 0.95]}\n");
    assertThat(result.critical().size()).isEqualTo(3);
    assertThat(result.warnings())
        .anyMatch(w -> w.startsWith("E and J hold only"))
        .anyMatch(w -> w.startsWith("the least path K3 -> K1 leaves the domain at ["));
  }
}
