package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.longrun.action.Effort;
import org.longrun.action.LeastPath;
import org.longrun.action.Status;
import org.longrun.action.Transition;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;

/** Which of two computations of a cost is kept, and what is then known of it. */
class RefinementTest {
  private Refinement refinement;

  @BeforeEach
  void set() {
    Landscape landscape =
        LandscapeFile.parse(
            "variables: [x]\nobjective: x^2\nnoise: {gaussian: {variance: 1}}\n"
                + "domain: {x: [-1, 1]}\nsettings: {action-tolerance: 0.001}\n",
            "test.yaml");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(landscape);
    refinement = new Refinement(Sgd.of(landscape), critical, Effort.of(landscape));
  }

  private static Transition cost(double cost, double error, Status status) {
    LeastPath path =
        new LeastPath(
            cost, error, status, List.of(Point.of(0), Point.of(1)), 0, 1, 1, "test", null, null);
    return new Transition(0, 1, cost, cost, null, error, List.of(), path.converged(), status, path);
  }

  private double kept(double oldError, double newError) {
    Transition old = cost(2, oldError, Status.ESTIMATE);
    return refinement.better(old, cost(1, newError, Status.ESTIMATE)).cost();
  }

  @Test
  void theSmallerErrorIsKept() {
    assertThat(kept(0.5, 0.4)).isEqualTo(1);
    assertThat(kept(0.5, 0.6)).isEqualTo(2);
  }

  @Test
  void ofEqualErrorsTheLaterOneIsKept() {
    assertThat(kept(0.5, 0.5)).isEqualTo(1);
  }

  @Test
  void anErrorWithinTheToleranceOfAllCostsIsConverged() {
    Transition old = cost(1, 0.5, Status.ESTIMATE);
    assertThat(refinement.better(old, cost(1, 0.001, Status.ESTIMATE)).status())
        .isEqualTo(Status.CONVERGED);
    assertThat(refinement.better(old, cost(1, 0.002, Status.ESTIMATE)).status())
        .isEqualTo(Status.ESTIMATE);
  }

  @Test
  void whatWasKnownBeforeStaysKnown() {
    Transition old = cost(1, 0.5, Status.CONVERGED);
    assertThat(refinement.better(old, cost(1, 0.4, Status.ESTIMATE)).status())
        .isEqualTo(Status.CONVERGED);
  }
}
