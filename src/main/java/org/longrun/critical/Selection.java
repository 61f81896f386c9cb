package org.longrun.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The components that enter the transition graph: all of them, or, where there are more than {@code
 * component-limit}, the lowest minima with the saddles that join them.
 *
 * <p>Kept first are the global minima, the minima asked for and the lowest passes that lead from
 * these to the global minima; then minima by value, each with its saddles toward those kept; then,
 * if there is room, the rest by value.
 *
 * @param findings those kept
 * @param warnings what was left out
 */
record Selection(List<Finding> findings, List<String> warnings) {
  /** Copies the lists. */
  Selection {
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }

  /**
   * The selection.
   *
   * @param limit the most components
   * @param wanted zeros that must be kept
   */
  static Selection of(LossField field, List<Finding> findings, int limit, List<Zero> wanted) {
    if (findings.size() <= limit) {
      return new Selection(findings, List.of());
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingDouble(Finding::value));
    PassTree passes = new PassTree(field, sorted);
    TreeSet<Integer> kept = new TreeSet<>();
    addWanted(kept, sorted, passes, wanted);
    boolean allMinima = addMinima(kept, sorted, passes, limit);
    for (int i = 0; i < sorted.size() && allMinima && kept.size() < limit; i++) {
      kept.add(i);
    }
    return new Selection(kept.stream().map(sorted::get).toList(), warning(sorted, kept, limit));
  }

  /** Whether some of these are not kept. */
  boolean leavesOut(List<Finding> all) {
    return findings.size() < all.size();
  }

  private static void addWanted(
      TreeSet<Integer> kept, List<Finding> sorted, PassTree passes, List<Zero> wanted) {
    kept.add(passes.lowestMinimum());
    for (Zero zero : wanted) {
      int at = passes.holding(zero);
      if (at >= 0) {
        kept.addAll(passes.route(at));
      }
    }
  }

  private static boolean addMinima(
      TreeSet<Integer> kept, List<Finding> sorted, PassTree passes, int limit) {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).kind() != Kind.MINIMUM) {
        continue;
      }
      TreeSet<Integer> grown = new TreeSet<>(kept);
      grown.add(i);
      grown.addAll(passes.saddlesWithin(grown));
      if (grown.size() > limit) {
        return false;
      }
      kept.addAll(grown);
    }
    return true;
  }

  private static List<String> warning(List<Finding> sorted, TreeSet<Integer> kept, int limit) {
    long minima = sorted.stream().filter(f -> f.kind() == Kind.MINIMUM).count();
    long keptMinima = kept.stream().filter(i -> sorted.get(i).kind() == Kind.MINIMUM).count();
    String text =
        "of "
            + sorted.size()
            + " critical components found, "
            + kept.size()
            + " enter the graph (component-limit: "
            + limit
            + "): "
            + keptMinima
            + " of "
            + minima
            + " minima, the lowest ones, and the saddles that join them";
    return List.of(text);
  }
}
