package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;

/** Possible paths where no start is one, and places that no path crosses. */
class RelaxationTest {
  private static final double[] MINIMUM = {-1, 0};
  private static final double[] SADDLE = {0, 0};

  private static Sgd sgd(String objective, double halfWidth) {
    return Sgd.of(
        LandscapeFile.parse(
            "variables: [x, y]\nobjective: \"%s\"\ndomain: {x: [-2, 2], y: [-2, 2]}\nnoise: {uniform: {half-width: %s}}"
                .formatted(objective, halfWidth),
            "relaxation.yaml"));
  }

  private static Relaxation.Outcome follow(Sgd sgd, Curve start) {
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), 1e-9);
    return new Relaxation(sgd.hamiltonian(), solver)
        .follow(
            List.of(new StartCurves.Start("start", start)),
            Double.POSITIVE_INFINITY,
            used -> false);
  }

  /** The way along y = 0 costs no less than any other, so a detour is bent back to it. */
  @Test
  void aPathIsFoundFromAStartThatIsNone() {
    Sgd sgd = sgd("x^4/4 - x^2/2 + y^2/2", 0.6);
    Curve steep = Curve.bowed(MINIMUM, SADDLE, new double[] {0, 1.5});
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), 1e-9);
    double exact = solver.screen(Curve.line(MINIMUM, SADDLE), 3).action();

    Relaxation.Outcome outcome = follow(sgd, steep);

    assertThat(solver.screen(steep, 0).action()).isInfinite();
    assertThat(outcome.possible()).isTrue();
    assertThat(outcome.solution().action()).isCloseTo(exact, within(1e-3 * exact));
  }

  @Test
  void aSlopeSteeperThanTheNoiseIsABlockage() {
    Relaxation.Outcome outcome =
        follow(sgd("x^4/4 - x^2/2 + y^2/2", 0.3), Curve.line(MINIMUM, SADDLE));

    assertThat(outcome.solution()).isNull();
    assertThat(outcome.blockage().point().get(0)).isBetween(-0.8, -0.4);
    assertThat(outcome.blockage().evidence()).contains("grows without bound");
  }
}
