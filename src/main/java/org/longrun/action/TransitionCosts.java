package org.longrun.action;

import java.util.List;

/**
 * The costs of all transitions between the components: every finite closed cost B_ij, the direct
 * ones with their least paths, and the moves from the starts.
 *
 * @param size N, the number of components
 * @param transitions an entry for every ordered pair with finite B_ij, sorted by (from, to)
 * @param starts the moves away from the landscape's starts, in their order
 * @param warnings infinite costs with the point that makes them so, what did not converge, what the
 *     budget left out
 */
public record TransitionCosts(
    int size, List<Transition> transitions, List<StartCosts> starts, List<String> warnings) {
  /** Copies the lists. */
  public TransitionCosts {
    transitions = List.copyOf(transitions);
    starts = List.copyOf(starts);
    warnings = List.copyOf(warnings);
  }

  /** The direct transitions: the edges on which E and J run. */
  public List<Transition> direct() {
    return transitions.stream().filter(Transition::isDirect).toList();
  }

  /**
   * These costs with some direct transitions replaced by better ones, and all chains closed anew.
   *
   * @param refined direct transitions, as {@link QuasiPotential#refine} returns them
   */
  public TransitionCosts with(List<Transition> refined) {
    Reclosure closed = new Reclosure(size, transitions, refined);
    return new TransitionCosts(
        size, transitions.stream().map(closed::apply).toList(), starts, warnings);
  }
}
