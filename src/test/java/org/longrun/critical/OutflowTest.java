package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;

/** Where −∇f points out of the box, on landscapes whose boundary slopes are known. */
class OutflowTest {
  private static Outflow of(String variables, String objective, String domain) {
    Landscape landscape =
        LandscapeFile.parse(
            "variables: "
                + variables
                + "\nobjective: "
                + objective
                + "\nnoise: {gaussian: {variance: 1}}\ndomain: {"
                + domain
                + "}\n",
            "test.yaml");
    return Outflow.of(landscape);
  }

  @Test
  void theCubicRunsOutAtItsLowerEnd() {
    Outflow outflow = of("[x]", "x^3 - 3*x", "x: [-1.9, 2.5]");
    assertThat(outflow.decision()).isEqualTo(Outflow.Decision.FOUND);
    assertThat(outflow.place().orElseThrow().get(0)).isEqualTo(-1.9);
    assertThat(outflow.value()).isCloseTo(-1.159, within(1e-12));
    Outflow mirrored = of("[x]", "3*x - x^3", "x: [-2.5, 1.9]");
    assertThat(mirrored.place().orElseThrow().get(0)).isEqualTo(1.9);
  }

  @Test
  void aWellOnTheLineIsClosed() {
    assertThat(of("[x]", "x^4 - x^2", "x: [-1, 1]").decision()).isEqualTo(Outflow.Decision.NONE);
    assertThat(of("[x]", "x^4 - x^2", "x: [-0.7, 1]").decision()).isEqualTo(Outflow.Decision.FOUND);
  }

  @Test
  void aFlowThatRestsOnTheBoundaryDoesNotLeave() {
    assertThat(of("[x]", "cos(pi*x)", "x: [-1, 1]").decision()).isEqualTo(Outflow.Decision.NONE);
  }

  /** A slit of outflow near x = 0.7 on the upper face, 0.002 wide, among samples 0.005 apart. */
  @Test
  void aNarrowGapInThePlaneIsFound() {
    String objective = "x^2 + y^2 - 2*y*1.1*exp(-((x - 0.7)/0.003)^2)";
    Outflow outflow = of("[x, y]", objective, "x: [-1, 1], y: [-1, 1]");
    assertThat(outflow.decision()).isEqualTo(Outflow.Decision.FOUND);
    assertThat(outflow.place().orElseThrow().get(0)).isCloseTo(0.7, within(2e-3));
    assertThat(outflow.place().orElseThrow().get(1)).isEqualTo(1);
  }

  @Test
  void wherePointsInwardEverywhereItIsProvedUpToThreeVariables() {
    String box = "x: [-1, 1], y: [-1, 2], z: [-2, 1]";
    String bowl = "x^2 + y^2 + z^2 + 0.2*sin(3*x*y) + 0.1*cos(5*z)";
    assertThat(of("[x, y, z]", bowl, box).decision()).isEqualTo(Outflow.Decision.NONE);
    assertThat(of("[x, y, z]", bowl + " - 2.5*z", box).decision())
        .isEqualTo(Outflow.Decision.FOUND);
  }

  @Test
  void inMoreVariablesNothingFoundIsNoProof() {
    String bowl = "sum(i, 1, 5, x[i]^2)";
    assertThat(of("{x: 5}", bowl, "x: [-1, 1]").decision()).isEqualTo(Outflow.Decision.NOT_FOUND);
    assertThat(of("{x: 5}", bowl + " - 2.2*x3", "x: [-1, 1]").decision())
        .isEqualTo(Outflow.Decision.FOUND);
  }
}
