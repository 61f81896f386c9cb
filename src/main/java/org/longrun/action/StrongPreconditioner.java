package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The Gauss–Newton matrix M = Σ_q w_q λ_q R_qᵀ H_pp⁻¹ R_q with R_q = D_q − B_q F_q/λ_q, F the
 * linearised flow along the path (action methods, section 3).
 *
 * <p>On a climb by Gaussian noise F = +∇²f, on a descent −∇²f; in between the cosine of the angle
 * between path and gradient in the metric H_pp⁻¹ weighs them. M only steers the search, so nothing
 * depends on that choice but the number of steps.
 */
final class StrongPreconditioner implements LimitedMemoryBfgs.Preconditioner {
  private final int dimension;
  private final PathMesh mesh;
  private final int size;
  private final double[] matrix;
  private final Cholesky cholesky;
  private final Cholesky small;
  private final boolean usable;

  StrongPreconditioner(ActionFunctional action, Hamiltonian hamiltonian) {
    this.dimension = hamiltonian.dimension();
    this.mesh = action.mesh();
    this.size = (mesh.nodes() - 2) * dimension;
    this.matrix = new double[size * size];
    this.cholesky = new Cholesky(size);
    this.small = new Cholesky(dimension);
    this.usable = assemble(action, hamiltonian) && cholesky.factorise(matrix);
  }

  /** False if some H_pp is singular or M is not positive definite. */
  boolean isUsable() {
    return usable;
  }

  @Override
  public void apply(double[] g) {
    cholesky.solve(g);
  }

  private boolean assemble(ActionFunctional action, Hamiltonian hamiltonian) {
    double[] lambda = action.multipliers();
    double mean = java.util.Arrays.stream(lambda).average().orElse(1);
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int q = 0; q < mesh.points(); q++) {
        double multiplier = Math.max(lambda[panel * mesh.points() + q], 1e-4 * mean);
        Blocks blocks = blocks(action, hamiltonian, panel, q);
        if (blocks == null) {
          return false;
        }
        add(panel, q, multiplier, blocks);
      }
    }
    return true;
  }

  /** A⁻¹, A⁻¹F and FᵀA⁻¹F, A = H_pp. */
  private record Blocks(double[] inverse, double[] product, double[] form) {}

  private @org.jspecify.annotations.Nullable Blocks blocks(
      ActionFunctional action, Hamiltonian hamiltonian, int panel, int q) {
    int d = dimension;
    double[] p = action.momentum(panel, q);
    Hamiltonian.Local local = hamiltonian.at(action.place(panel, q));
    double[] hessian = new double[d * d];
    local.momentumHessian(p, hessian);
    if (!small.factorise(hessian)) {
      return null;
    }
    double[] mixed = new double[d * d];
    local.mixedHessian(p, mixed);
    double climb = climb(local, action.velocity(panel, q));
    double[] flow = new double[d * d];
    double[] inverse = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        flow[k * d + i] = -climb * mixed[i * d + k];
      }
      inverse[i * d + i] = 1;
    }
    double[] product = flow.clone();
    for (int k = 0; k < d; k++) {
      small.solve(inverse, k, d);
      small.solve(product, k, d);
    }
    return new Blocks(inverse, product, transposedProduct(flow, product));
  }

  private double[] transposedProduct(double[] a, double[] b) {
    int d = dimension;
    double[] out = new double[d * d];
    for (int c = 0; c < d; c++) {
      for (int i = 0; i < d; i++) {
        double factor = a[c * d + i];
        for (int k = 0; k < d; k++) {
          out[i * d + k] += factor * b[c * d + k];
        }
      }
    }
    return out;
  }

  /** The cosine of the angle between v and ∇f in the metric H_pp⁻¹. */
  private double climb(Hamiltonian.Local local, double[] v) {
    double[] gradient = new double[dimension];
    local.lossGradient(gradient);
    double[] solvedGradient = gradient.clone();
    double[] solvedVelocity = v.clone();
    small.solve(solvedGradient);
    small.solve(solvedVelocity);
    double square = dot(gradient, solvedGradient) * dot(v, solvedVelocity);
    return square > 0 ? dot(gradient, solvedVelocity) / Math.sqrt(square) : 1;
  }

  private void add(int panel, int q, double lambda, Blocks blocks) {
    int first = panel * mesh.degree() - 1;
    int d = dimension;
    double[] l = mesh.interpolation(q);
    double[] slope = mesh.derivative(q);
    double weight = mesh.weight(q);
    int nodes = size / d;
    for (int i = Math.max(0, -first); i <= mesh.degree() && first + i < nodes; i++) {
      for (int j = Math.max(0, -first); j <= i; j++) {
        double bending = weight * lambda * slope[i] * slope[j];
        double left = weight * slope[i] * l[j];
        double right = weight * l[i] * slope[j];
        double form = weight / lambda * l[i] * l[j];
        for (int a = 0; a < d; a++) {
          int row = ((first + i) * d + a) * size + (first + j) * d;
          for (int b = 0; b < d; b++) {
            matrix[row + b] +=
                bending * blocks.inverse()[a * d + b]
                    - left * blocks.product()[a * d + b]
                    - right * blocks.product()[b * d + a]
                    + form * blocks.form()[a * d + b];
          }
        }
      }
    }
  }

  private double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
