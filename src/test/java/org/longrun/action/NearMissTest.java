package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;

class NearMissTest {
  /** From one well to the other past the saddle at 0: a round trip of 2·½·y² there is all. */
  @ParameterizedTest
  @CsvSource({
    "1e-5, 0.6, true",
    "1e-3, 0.6, false",
    "1e-3, 0.4, true",
    "0.01, 0.4, false",
    "0.3, 0.6, false"
  })
  void onlyAPathThatNearlyTouchesAComponentIsAChain(double distance, double chains, boolean chain) {
    Sgd sgd = Landscapes.isotropic("x^4/4 - x^2/2 + y^2/2", "1", 2, "x", "y");
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    Places places = new Places(critical, List.of(), List.of());
    EdgeSolver solver = new EdgeSolver(sgd.hamiltonian(), 1e-9);
    FreeEnds ends = new FreeEnds(places, new Anchors(sgd.landscape().objective()), solver);
    Curve past = Curve.bowed(new double[] {-1, 0}, new double[] {1, 0}, new double[] {0, distance});
    PathCurve curve =
        new ActionFunctional(sgd.hamiltonian(), PathMesh.single(8, 1), past).curve(interior(past));
    EdgeSolution solution =
        new EdgeSolution(curve, 0, 1, 0.5, 0.5, 0.5, 0, 0, 0, 0, false, null, null);

    boolean told =
        new NearMiss(places, sgd.hamiltonian())
            .isChain(solution, new Pairs.Pair(0, 1), ends, chains);

    assertThat(told).isEqualTo(chain);
  }

  private static double[] interior(Curve curve) {
    PathMesh mesh = PathMesh.single(8, 1);
    double[] interior = new double[2 * (mesh.nodes() - 2)];
    double[] x = new double[2];
    for (int node = 1; node < mesh.nodes() - 1; node++) {
      curve.point(mesh.parameter(node), x);
      interior[2 * node - 2] = x[0];
      interior[2 * node - 1] = x[1];
    }
    return interior;
  }
}
