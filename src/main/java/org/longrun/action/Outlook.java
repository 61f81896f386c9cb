package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * A path as it looks on a finer mesh: the action there, and the decrease ½gᵀM⁻¹g that a step by the
 * matrix M expects. With the action's second variation for M the step is Newton's, and the decrease
 * is how far the path's action lies above the infimum, up to what the finer mesh misses.
 */
final class Outlook {
  /** The most unknowns for which the matrix is worth its factorisation. */
  private static final int STRONG = 2400;

  private final Hamiltonian hamiltonian;
  private final ActionFunctional action;
  private final LimitedMemoryBfgs.Preconditioner preconditioner;
  private final boolean exact;
  private final double[] interior;
  private final double value;
  private final double decrease;
  private final long evaluations;

  Outlook(Hamiltonian hamiltonian, PathMesh mesh, Curve curve) {
    this.action = new ActionFunctional(hamiltonian, mesh, curve);
    this.interior = action.interior();
    double[] gradient = new double[interior.length];
    this.value = action.evaluate(interior, gradient);
    this.hamiltonian = hamiltonian;
    this.preconditioner = preconditioner();
    this.exact = preconditioner instanceof StrongPreconditioner strong && strong.isExact();
    double[] step = gradient.clone();
    preconditioner.apply(step);
    double product = 0;
    for (int k = 0; k < step.length; k++) {
      product += gradient[k] * step[k];
    }
    this.decrease = product / 2;
    this.evaluations = action.evaluations();
  }

  private LimitedMemoryBfgs.Preconditioner preconditioner() {
    boolean small = value < Double.POSITIVE_INFINITY && interior.length <= STRONG;
    StrongPreconditioner strong = small ? StrongPreconditioner.of(action, hamiltonian) : null;
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

  /** Whether M is the second variation itself. */
  boolean isExact() {
    return exact;
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
   * end the search.
   */
  LimitedMemoryBfgs.Result minimise(
      LimitedMemoryBfgs search, LimitedMemoryBfgs.Stop stop, int rounds) {
    LimitedMemoryBfgs.Result result = search.minimise(action, preconditioner, interior, stop);
    for (int round = 1; round < rounds && !result.converged(); round++) {
      action.evaluate(result.x(), new double[interior.length]);
      result = search.minimise(action, preconditioner(), result.x(), stop);
    }
    return result;
  }
}
