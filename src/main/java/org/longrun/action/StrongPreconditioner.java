package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.EnvelopeCholesky;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The matrix M = Σ_q w_q [D_q; B_q]ᵀ Φ_q [D_q; B_q] of a quadratic form Φ along the path,
 * factorised (action methods, section 3).
 *
 * <p>The action's own second variation vanishes where nodes slide along the path. What keeps them
 * is Σ_q w_q λ_q s_q (a′)², a the slide of each node as a share of the speed there, s = vᵀH_pp⁻¹v
 * but no more than the stiffness across the path: it is 0 for every move across the path, so that
 * the step across is Newton's.
 */
final class StrongPreconditioner implements LimitedMemoryBfgs.Preconditioner {
  /** The most variables for which the exact form is worth its evaluations. */
  static final int FEW = 6;

  /** The share of a step from which on the matrix is good enough to be kept as it is damped. */
  static final double POOR = 0.25;

  private static final double LEAST_DAMPED = 1e-4;
  static final double MOST_DAMPED = 10;
  private static final double DAMPED_BY = 10;

  /** Quadrature points whose parts are added together: as many as the processor's cache holds. */
  private static final int BATCH = 4;

  private final int dimension;
  private final PathMesh mesh;
  private final int size;
  private final EnvelopeCholesky matrix;
  private final double[] tangents;
  private final double damping;
  private final boolean usable;

  private StrongPreconditioner(ActionFunctional action, PointForm form, double damping) {
    this.mesh = action.mesh();
    this.dimension = action.dimension();
    this.size = (mesh.nodes() - 2) * dimension;
    this.matrix = new EnvelopeCholesky(envelope());
    this.tangents = action.tangents();
    this.damping = damping;
    this.usable = assemble(form) && matrix.factorise();
  }

  /**
   * A node is coupled with those of its own panel, one that two panels share with those of both.
   */
  private int[] envelope() {
    int[] first = new int[size];
    for (int row = 0; row < size; row++) {
      int panel = row / dimension / mesh.degree();
      first[row] = Math.max(0, (panel * mesh.degree() - 1) * dimension);
    }
    return first;
  }

  /**
   * The matrix at the last evaluation of an action: of the second variation where that is positive
   * definite with a share of the relative changes added, else of Gauss and Newton's form; null
   * where that is not either.
   *
   * @param hamiltonian H, of which the second variation is measured; null for Gauss and Newton's
   *     form alone
   * @param damping the least share
   * @param most the largest share; 0 on a path from afar, where Gauss and Newton's form leads
   *     better than a damped one
   */
  static @Nullable StrongPreconditioner of(
      ActionFunctional action, @Nullable Hamiltonian hamiltonian, double damping, double most) {
    if (hamiltonian != null) {
      SecondVariation form = new SecondVariation(action, hamiltonian);
      for (double share = damping; share <= most; share = more(share)) {
        StrongPreconditioner newton = new StrongPreconditioner(action, form.damped(share), share);
        if (newton.usable) {
          return newton;
        }
      }
    }
    StrongPreconditioner gauss =
        new StrongPreconditioner(action, new GaussNewtonForm(action), Double.POSITIVE_INFINITY);
    return gauss.usable ? gauss : null;
  }

  private static double more(double damping) {
    return Math.max(LEAST_DAMPED, DAMPED_BY * damping);
  }

  /**
   * The damping for the next matrix: more where hardly any of a step could be taken, less where all
   * of it was.
   *
   * @param share how much of the step by this matrix was taken
   */
  double nextDamping(double share) {
    double known = damping <= MOST_DAMPED ? damping : 0;
    if (share < POOR) {
      return Math.min(MOST_DAMPED, more(known));
    }
    return share < 1 ? known : known > LEAST_DAMPED ? known / DAMPED_BY : 0;
  }

  /** Whether M is the action's second variation, undamped. */
  boolean isExact() {
    return damping == 0;
  }

  @Override
  public void apply(double[] g) {
    matrix.solve(g);
  }

  private boolean assemble(PointForm form) {
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int first = 0; first < mesh.points(); first += BATCH) {
        int last = Math.min(first + BATCH, mesh.points());
        PointForm.Blocks[] blocks = new PointForm.Blocks[last - first];
        for (int q = first; q < last; q++) {
          PointForm.Blocks found = form.at(panel, q);
          if (found == null) {
            return false;
          }
          blocks[q - first] = found;
        }
        add(panel, first, blocks);
      }
    }
    return true;
  }

  /**
   * One quadrature point's part of the rows of one variable: slope_i·speed + value_i·place +
   * pull·slide, by node i and unknown.
   */
  private record Strip(
      double[] slope,
      double[] value,
      double[] speed,
      double[] place,
      double[] slide,
      double pull) {}

  /**
   * Adds [D; B]ᵀ Φ [D; B] and the slides of some quadrature points, row by row of the lower
   * triangle; each row takes all points while it is at hand.
   */
  private void add(int panel, int first, PointForm.Blocks[] blocks) {
    for (int a = 0; a < dimension; a++) {
      Strip[] strips = new Strip[blocks.length];
      for (int k = 0; k < blocks.length; k++) {
        strips[k] = strip(panel, first + k, a, blocks[k]);
      }
      for (int i = 0; i <= mesh.degree(); i++) {
        for (Strip strip : strips) {
          addRow(panel, i * dimension + a, strip);
        }
      }
    }
  }

  private Strip strip(int panel, int q, int a, PointForm.Blocks blocks) {
    int d = dimension;
    int start = panel * mesh.degree() * d;
    double weight = mesh.weight(q);
    double[] slope = mesh.derivative(q);
    double[] value = mesh.interpolation(q);
    double[] speed = new double[(mesh.degree() + 1) * d];
    double[] place = new double[speed.length];
    double[] slide = new double[speed.length];
    for (int j = 0; j <= mesh.degree(); j++) {
      double left = weight * slope[j];
      double right = weight * value[j];
      for (int b = 0; b < d; b++) {
        int k = j * d + b;
        speed[k] = left * blocks.speeds()[a * d + b] + right * blocks.mixed()[a * d + b];
        place[k] = left * blocks.mixed()[b * d + a] + right * blocks.places()[a * d + b];
        slide[k] = slope[j] * tangents[start + k];
      }
    }
    return new Strip(slope, value, speed, place, slide, weight * Math.max(0, blocks.slide()));
  }

  /** Adds to the row of a panel's unknown, up to the diagonal. */
  private void addRow(int panel, int entry, Strip strip) {
    int shift = (panel * mesh.degree() - 1) * dimension;
    int row = shift + entry;
    if (row < 0 || row >= size) {
      return;
    }
    double s = strip.slope[entry / dimension];
    double l = strip.value[entry / dimension];
    double t = strip.pull * strip.slide[entry];
    double[] speed = strip.speed;
    double[] place = strip.place;
    double[] slide = strip.slide;
    double[] out = matrix.row(row);
    int offset = shift - matrix.first(row);
    for (int k = Math.max(0, -shift); k <= entry; k++) {
      out[offset + k] += s * speed[k] + l * place[k] + t * slide[k];
    }
  }
}
