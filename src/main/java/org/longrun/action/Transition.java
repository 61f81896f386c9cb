package org.longrun.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transition K_i → K_j (theory, section 2).
 *
 * @param from i, the position in the critical set, from 0
 * @param to j
 * @param cost the closed cost B_ij; finite
 * @param directCost the cost of the direct path; null where the transition is not direct
 * @param lowerBound a proved lower bound of B_ij; null where none is
 * @param error estimated absolute error of the closed cost
 * @param via the components that the closed cost's chain meets, in order; empty where the direct
 *     path is least
 * @param converged whether every piece of the chain has converged
 * @param status what is known of the closed cost: no surer than its pieces, nor than what was not
 *     tried and could undercut it
 * @param path the direct path; null where the transition is not direct
 */
public record Transition(
    int from,
    int to,
    double cost,
    @Nullable Double directCost,
    @Nullable Double lowerBound,
    double error,
    List<Integer> via,
    boolean converged,
    Status status,
    @Nullable LeastPath path) {
  /** Copies the list. */
  public Transition {
    via = List.copyOf(via);
  }

  /**
   * The same transition with another direct path: where it is least, its cost is the closed cost.
   */
  public Transition withPath(LeastPath other) {
    boolean least = via.isEmpty();
    return new Transition(
        from,
        to,
        least ? other.cost() : Math.min(cost, other.cost()),
        other.cost(),
        lowerBound,
        least ? other.error() : error,
        via,
        least ? other.converged() : converged,
        least ? other.status() : status,
        other);
  }

  /** True if a local least path leads from K_i to K_j and meets no other component. */
  public boolean isDirect() {
    return path != null;
  }
}
