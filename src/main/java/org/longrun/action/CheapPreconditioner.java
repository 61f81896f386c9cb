package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * M = T ⊗ A⁻¹ with T = Σ_q w_q λ_q D_qᵀD_q over the interior nodes and A the mean of H_pp along the
 * path: the bending part of the action's second variation (action methods, section 3).
 */
final class CheapPreconditioner implements LimitedMemoryBfgs.Preconditioner {
  private final int dimension;
  private final int unknowns;
  private final Cholesky along;
  private final double[] across;
  private final boolean usable;
  private final double[] scratch;

  CheapPreconditioner(ActionFunctional action, Hamiltonian hamiltonian) {
    this.dimension = hamiltonian.dimension();
    this.unknowns = action.mesh().nodes() - 2;
    this.along = new Cholesky(unknowns);
    this.across = meanHessian(action, hamiltonian);
    this.usable = along.factorise(stiffness(action));
    this.scratch = new double[dimension];
  }

  private static double[] stiffness(ActionFunctional action) {
    PathMesh mesh = action.mesh();
    int size = mesh.nodes() - 2;
    double[] matrix = new double[size * size];
    double[] lambda = action.multipliers();
    double mean = java.util.Arrays.stream(lambda).average().orElse(1);
    for (int panel = 0; panel < mesh.panels(); panel++) {
      int first = panel * mesh.degree() - 1;
      for (int q = 0; q < mesh.points(); q++) {
        double factor = mesh.weight(q) * Math.max(lambda[panel * mesh.points() + q], 1e-3 * mean);
        double[] row = mesh.derivative(q);
        for (int i = 0; i <= mesh.degree(); i++) {
          for (int j = 0; j <= i; j++) {
            int a = first + i;
            int b = first + j;
            if (b >= 0 && a < size) {
              matrix[a * size + b] += factor * row[i] * row[j];
            }
          }
        }
      }
    }
    return matrix;
  }

  /** The mean of H_pp over a few points of the path. */
  private static double[] meanHessian(ActionFunctional action, Hamiltonian hamiltonian) {
    int d = hamiltonian.dimension();
    PathMesh mesh = action.mesh();
    double[] mean = new double[d * d];
    double[] hessian = new double[d * d];
    int used = 0;
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int q = 0; q < mesh.points(); q += 4) {
        double[] p = action.momentum(panel, q);
        if (Double.isNaN(p[0])) {
          continue;
        }
        hamiltonian.at(action.place(panel, q)).momentumHessian(p, hessian);
        used++;
        for (int entry = 0; entry < mean.length; entry++) {
          mean[entry] += hessian[entry];
        }
      }
    }
    for (int entry = 0; entry < mean.length; entry++) {
      mean[entry] /= Math.max(1, used);
    }
    return mean;
  }

  @Override
  public void apply(double[] g) {
    if (!usable) {
      return;
    }
    for (int k = 0; k < dimension; k++) {
      along.solve(g, k, dimension);
    }
    for (int node = 0; node < unknowns; node++) {
      multiplyAcross(g, node * dimension);
    }
  }

  private void multiplyAcross(double[] g, int offset) {
    System.arraycopy(g, offset, scratch, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int k = 0; k < dimension; k++) {
        sum += across[i * dimension + k] * scratch[k];
      }
      g[offset + i] = sum;
    }
  }
}
