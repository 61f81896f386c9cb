package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.LimitedMemoryBfgs;
import org.longrun.numerics.Vectors;

/**
 * A path as it looks on a finer mesh: the action there, and the decrease ½gᵀM⁻¹g that a step by the
 * matrix M expects. With the action's second variation for M the step is Newton's, and the decrease
 * is how far the path's action lies above the infimum, up to what the finer mesh misses.
 */
final class Outlook {
  /** The most entries of a matrix that is worth its factorisation. */
  private static final double STRONG = 9e6;

  /** What further meshes may promise beside this one, by the second variation and otherwise. */
  private static final double SAFETY = 6;

  private static final double ROUGHLY = 3;

  private static final double EXPLOITED = 0.1;

  /** The degree up to which a path may still be far from the least one. */
  private static final int COARSE = 10;

  /** The shares of the last change that remain on the next mesh. */
  private static final double SLOW = 1;

  private static final double FAST = 0.1;

  private final Hamiltonian hamiltonian;
  private final boolean newton;
  private final ActionFunctional action;
  private final double most;
  private final LimitedMemoryBfgs.Preconditioner preconditioner;
  private final boolean exact;
  private final double[] interior;
  private final double[] next;
  private final double value;
  private final double decrease;
  private final long evaluations;

  /**
   * A look.
   *
   * @param newton whether the matrix is to be the second variation
   */
  Outlook(Hamiltonian hamiltonian, boolean newton, PathMesh mesh, Curve curve) {
    this.action = new ActionFunctional(hamiltonian, mesh, curve);
    this.interior = action.interior();
    double[] gradient = new double[interior.length];
    this.value = action.evaluate(interior, gradient);
    this.hamiltonian = hamiltonian;
    this.newton = newton;
    this.most = mesh.degree() <= COARSE ? 0 : StrongPreconditioner.MOST_DAMPED;
    this.preconditioner = preconditioner(0, most);
    this.exact = preconditioner instanceof StrongPreconditioner strong && strong.isExact();
    double[] step = gradient.clone();
    preconditioner.apply(step);
    this.decrease = Vectors.dot(gradient, step) / 2;
    this.next = interior.clone();
    Vectors.addScaled(-1, step, next);
    this.evaluations = action.evaluations();
  }

  private LimitedMemoryBfgs.Preconditioner preconditioner(double damping, double most) {
    double block = action.mesh().degree() * (double) action.dimension();
    boolean small =
        value < Double.POSITIVE_INFINITY && action.mesh().panels() * block * block <= STRONG;
    StrongPreconditioner strong =
        small ? StrongPreconditioner.of(action, newton ? hamiltonian : null, damping, most) : null;
    return strong != null ? strong : new CheapPreconditioner(action, hamiltonian);
  }

  /** The action of the path by the finer mesh's quadrature. */
  double value() {
    return value;
  }

  /** ½gᵀM⁻¹g. */
  double decrease() {
    return decrease;
  }

  /**
   * How far a path's action lies above the infimum: some times what this mesh promises, and a share
   * of the path's last change where the promise may be too small. What the ends may save comes on
   * top.
   */
  double missing(EdgeSolution solution) {
    double promised = (exact ? SAFETY : ROUGHLY) * Math.abs(decrease);
    // Without a mesh before there is no change to judge by: no share of it is 0.
    double remains = remaining(solution) * solution.change();
    double missing = Math.max(promised, remains) + solution.ends();
    return Double.isNaN(missing) ? Double.POSITIVE_INFINITY : missing;
  }

  /**
   * Which share of the last change may remain. A smooth path on one panel converges faster than its
   * promises fall, one on several panels where it is rough slowly. A matrix that is no second
   * variation promises what it likes; where there should be one, it is no minimum yet.
   */
  private double remaining(EdgeSolution solution) {
    if (exact) {
      return solution.curve().mesh().panels() == 1 ? 0 : SLOW;
    }
    return newton ? 1 : FAST;
  }

  /**
   * Whether the error of the quadrature that a path was found with is no small part of what this
   * mesh promises: the search has exploited it.
   */
  boolean isExploited(EdgeSolution solution, double tolerance) {
    double gap = Math.abs(value - solution.discrete());
    return gap > EXPLOITED * Math.abs(decrease) && gap > tolerance * value;
  }

  /** Where Newton's step from the path leads; the path itself where there is none. */
  PathCurve next(PathCurve path) {
    return exact ? action.curve(next) : path;
  }

  /** Gradient evaluations made to look. */
  long evaluations() {
    return evaluations;
  }

  /** The functional on the finer mesh. */
  ActionFunctional action() {
    return action;
  }

  /**
   * Minimises from the path as it is, with a new matrix after every round of steps that does not
   * end the search, or that began with a step of which hardly any could be taken: what such a round
   * expects further means nothing.
   */
  LimitedMemoryBfgs.Result minimise(
      LimitedMemoryBfgs search, LimitedMemoryBfgs.Stop stop, int rounds) {
    LimitedMemoryBfgs.Preconditioner matrix = preconditioner;
    LimitedMemoryBfgs.Result result = search.minimise(action, matrix, interior, stop);
    for (int round = 1; round < rounds && !isDone(result); round++) {
      action.evaluate(result.x(), new double[interior.length]);
      double damping = nextDamping(matrix, result.share());
      matrix = preconditioner(damping, damping > 0 ? StrongPreconditioner.MOST_DAMPED : most);
      result = search.minimise(action, matrix, result.x(), stop);
    }
    return result;
  }

  private static boolean isDone(LimitedMemoryBfgs.Result result) {
    return result.converged() && result.share() >= StrongPreconditioner.POOR;
  }

  private static double nextDamping(LimitedMemoryBfgs.Preconditioner matrix, double share) {
    return matrix instanceof StrongPreconditioner strong ? strong.nextDamping(share) : 0;
  }
}
