package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The matrix M = Σ_q w_q [D_q; B_q]ᵀ Φ_q [D_q; B_q] of a quadratic form Φ along the path,
 * factorised (action methods, section 3).
 *
 * <p>The action's own second variation vanishes where nodes slide along the path. What keeps them
 * is Σ_q w_q λ_q s_q (a′)², a the slide of each node as a share of the speed there, s = vᵀH_pp⁻¹v:
 * it is 0 for every move across the path, so that the step across is Newton's.
 */
final class StrongPreconditioner implements LimitedMemoryBfgs.Preconditioner {
  /** The most variables for which the exact form is worth its evaluations. */
  private static final int FEW = 6;

  private final int dimension;
  private final PathMesh mesh;
  private final int size;
  private final double[] matrix;
  private final Cholesky cholesky;
  private final double[] tangents;
  private final boolean exact;
  private final boolean usable;

  private StrongPreconditioner(ActionFunctional action, PointForm form) {
    this.mesh = action.mesh();
    this.dimension = action.dimension();
    this.size = (mesh.nodes() - 2) * dimension;
    this.matrix = new double[size * size];
    this.cholesky = new Cholesky(size);
    this.tangents = action.tangents();
    this.exact = form.isExact();
    this.usable = assemble(form) && cholesky.factorise(matrix);
  }

  /**
   * The matrix at the last evaluation of an action: of the exact form where that is positive
   * definite, else of Gauss and Newton's; null where that is not either.
   */
  static @Nullable StrongPreconditioner of(ActionFunctional action, Hamiltonian hamiltonian) {
    int points = action.mesh().panels() * action.mesh().points();
    int d = hamiltonian.dimension();
    if (d <= FEW) {
      action.count((long) points * d);
      StrongPreconditioner newton =
          new StrongPreconditioner(action, new SecondVariation(action, hamiltonian));
      if (newton.usable) {
        return newton;
      }
    }
    StrongPreconditioner gauss = new StrongPreconditioner(action, new GaussNewtonForm(action));
    return gauss.usable ? gauss : null;
  }

  /** Whether M is the action's second variation. */
  boolean isExact() {
    return exact;
  }

  @Override
  public void apply(double[] g) {
    cholesky.solve(g);
  }

  private boolean assemble(PointForm form) {
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int q = 0; q < mesh.points(); q++) {
        PointForm.Blocks blocks = form.at(panel, q);
        if (blocks == null) {
          return false;
        }
        add(panel, q, blocks);
        if (blocks.slide() > 0) {
          addSlide(panel, q, blocks.slide());
        }
      }
    }
    return true;
  }

  /** Adds [D; B]ᵀ Φ [D; B], row by row of the lower triangle. */
  private void add(int panel, int q, PointForm.Blocks blocks) {
    int d = dimension;
    double[] slope = mesh.derivative(q);
    double[] l = mesh.interpolation(q);
    for (int a = 0; a < d; a++) {
      double[] speed = new double[(mesh.degree() + 1) * d];
      double[] place = new double[speed.length];
      for (int j = 0; j <= mesh.degree(); j++) {
        for (int b = 0; b < d; b++) {
          double left = mesh.weight(q) * slope[j];
          double right = mesh.weight(q) * l[j];
          speed[j * d + b] = left * blocks.speeds()[a * d + b] + right * blocks.mixed()[a * d + b];
          place[j * d + b] = left * blocks.mixed()[b * d + a] + right * blocks.places()[a * d + b];
        }
      }
      for (int i = 0; i <= mesh.degree(); i++) {
        addRow(panel, i * d + a, slope[i], speed, l[i], place);
      }
    }
  }

  /** Adds s·speed + l·place to the row of a panel's unknown, up to the diagonal. */
  private void addRow(int panel, int entry, double s, double[] speed, double l, double[] place) {
    int shift = (panel * mesh.degree() - 1) * dimension;
    int row = shift + entry;
    if (row < 0 || row >= size) {
      return;
    }
    int offset = row * size + shift;
    for (int k = Math.max(0, -shift); k <= entry; k++) {
      matrix[offset + k] += s * speed[k] + l * place[k];
    }
  }

  private void addSlide(int panel, int q, double slide) {
    int first = panel * mesh.degree() * dimension;
    double[] row = new double[(mesh.degree() + 1) * dimension];
    for (int k = 0; k < row.length; k++) {
      row[k] = mesh.derivative(q)[k / dimension] * tangents[first + k];
    }
    double factor = mesh.weight(q) * slide;
    for (int k = 0; k < row.length; k++) {
      addRow(panel, k, factor * row[k], row, 0, row);
    }
  }
}
