package org.longrun.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.Sgd;

class SpaceHessianTest {
  private static final double STEP = 1e-5;

  /** At the points measured and between them, against central differences of H_x there. */
  @ParameterizedTest
  @CsvSource({"16, 1", "16, 2", "24, 1"})
  void theHessianIsThatOfTheHamiltonianAtEveryPoint(int degree, int density) {
    Sgd sgd = Landscapes.isotropic(Landscapes.THREE_HUMP, "1 + 0.1*x^2", 4, "x", "y");
    Hamiltonian hamiltonian = sgd.hamiltonian();
    Curve curve =
        Curve.bowed(new double[] {2, -0.8}, new double[] {0.9, -0.4}, new double[] {0, 0.1});
    ActionFunctional action =
        new ActionFunctional(hamiltonian, PathMesh.single(degree, density), curve);
    action.evaluate(action.interior(), new double[action.interior().length]);
    long before = action.evaluations();
    SpaceHessian hessian = new SpaceHessian(action, hamiltonian);

    double worst = 0;
    double largest = 0;
    for (int q = 0; q < action.mesh().points(); q++) {
      double[] found = hessian.at(0, q);
      double[] exact = differences(hamiltonian, action.place(0, q), action.momentum(0, q));
      for (int entry = 0; entry < exact.length; entry++) {
        worst = Math.max(worst, Math.abs(found[entry] - exact[entry]));
        largest = Math.max(largest, Math.abs(exact[entry]));
      }
    }

    assertThat(worst).isLessThan(0.01 * largest);
    assertThat(action.evaluations() - before).isLessThan(2L * action.mesh().points());
  }

  private static double[] differences(Hamiltonian hamiltonian, double[] x, double[] p) {
    double[] out = new double[4];
    double[] up = new double[2];
    double[] down = new double[2];
    for (int i = 0; i < 2; i++) {
      double[] near = x.clone();
      near[i] += STEP;
      hamiltonian.at(near).spaceGradient(p, up);
      near[i] -= 2 * STEP;
      hamiltonian.at(near).spaceGradient(p, down);
      for (int k = 0; k < 2; k++) {
        out[i * 2 + k] = (up[k] - down[k]) / (2 * STEP);
      }
    }
    return out;
  }
}
