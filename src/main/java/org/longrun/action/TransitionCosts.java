package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalSet;

/**
 * The costs of all transitions between the components: every finite closed cost B_ij, the direct
 * ones with their least paths, and the moves from the starts.
 *
 * @param size N, the number of components
 * @param transitions an entry for every ordered pair with finite B_ij, sorted by (from, to)
 * @param absences an entry for every ordered pair without a finite cost, sorted by (from, to)
 * @param unknown the pairs of which it is not known whether a direct path joins them
 * @param starts the moves away from the landscape's starts, in their order
 * @param warnings infinite costs with the point that makes them so, what the budget left out
 */
public record TransitionCosts(
    int size,
    List<Transition> transitions,
    List<Absence> absences,
    List<UnknownMove> unknown,
    List<StartCosts> starts,
    List<String> warnings) {
  /** Copies the lists. */
  public TransitionCosts {
    transitions = List.copyOf(transitions);
    absences = List.copyOf(absences);
    unknown = List.copyOf(unknown);
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
    List<Transition> closedAgain = transitions.stream().map(closed::apply).toList();
    return new TransitionCosts(size, closedAgain, absences, unknown, starts, warnings);
  }

  /** These costs with another warning. */
  public TransitionCosts withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new TransitionCosts(size, transitions, absences, unknown, starts, more);
  }

  /** A warning for every direct transition and every move from a start that has not converged. */
  public List<String> unconverged(CriticalSet critical) {
    List<String> lines = new ArrayList<>();
    for (Transition each : direct()) {
      String from = critical.components().get(each.from()).id();
      addUnconverged(lines, from, critical.components().get(each.to()).id(), each.path());
    }
    for (StartCosts start : starts) {
      for (int k = 0; k < start.paths().size(); k++) {
        String to = critical.components().get(start.targets().get(k)).id();
        addUnconverged(lines, start.x().toString(), to, start.paths().get(k));
      }
    }
    return lines;
  }

  private static void addUnconverged(
      List<String> lines, String from, String to, @Nullable LeastPath path) {
    if (path != null && !path.converged()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "the cost %s -> %s = %.10g has not converged: error %.1e",
              from,
              to,
              path.cost(),
              path.error()));
    }
  }
}
