package org.longrun.action;

import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;

/**
 * Step 2: the quasi-potential B(x, x′) = inf {S_T[γ] : γ(0) = x, γ(T) = x′, T &gt; 0} between all
 * components, with least paths (M. Freidlin, A. Wentzell, <em>Random Perturbations of Dynamical
 * Systems</em>, chapter 4; theory, section 2).
 *
 * <p>An immutable procedure. The same input gives the same costs, bit for bit, whatever the number
 * of threads.
 */
public final class QuasiPotential {
  private QuasiPotential() {}

  /** The procedure with its defaults. */
  public static QuasiPotential withDefaults() {
    return new QuasiPotential();
  }

  /**
   * The costs of all transitions, and of the moves away from the landscape's starts.
   *
   * @param critical K_1 … K_N
   * @param sgd the dynamics; the landscape's setting {@code action-tolerance} is the relative error
   *     at which a cost counts as converged
   */
  public TransitionCosts between(CriticalSet critical, Sgd sgd) {
    Places places = new Places(critical, sgd.landscape().starts());
    return new CostSearch(places, sgd).run();
  }
}
