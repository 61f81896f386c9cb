package org.longrun.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences on the long run: ground states, what comes next, closed classes. */
final class EnergyStory {
  /** Energies closer than this, relative to the largest, are told as equal. */
  private static final double LEVEL = 1e-6;

  private final Findings findings;
  private final List<@Nullable Double> relative;
  private final List<String> states;

  EnergyStory(Findings findings) {
    this.findings = findings;
    this.relative = findings.energies("relative");
    this.states = findings.names("groundStates");
  }

  List<String> sentences() {
    int classes = findings.at("closedClasses").size();
    if (classes > 1 || states.isEmpty()) {
      boolean proved = findings.at("closedClassesCertain").asBoolean(true);
      return List.of(
          proved
              ? "There are "
                  + classes
                  + " closed classes: SGD leaves none of them once it is there, so "
                  + "the long run depends on the start, and energies are relative to each class."
              : "No way was found between "
                  + classes
                  + " classes of components, <strong>which is no proof that there is none</strong>:"
                  + " energies are relative to each class, as far as the search went.");
    }
    List<String> out = new ArrayList<>();
    boolean one = states.size() == 1;
    if (findings.areGroundStatesOpen()) {
      out.add(
          "<strong>The ground state is not decided</strong>: of what was found and tried, "
              + Narrative.names(states)
              + (one ? " has" : " have")
              + " the least energy.");
      return out;
    }
    out.add(
        "The <a href=\"#def-ground\">"
            + (one ? "ground state</a> is " : "ground states</a> are ")
            + Narrative.names(states)
            + ": for a small step SGD spends almost all of its time there."
            + level()
            + next());
    out.addAll(elsewhere());
    return out;
  }

  private double negligible() {
    Double largest = Findings.largest(relative);
    return largest == null ? 0 : LEVEL * largest;
  }

  /** The components whose energies can't be told from the least. */
  private String level() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < relative.size(); i++) {
      Double e = relative.get(i);
      String id = findings.components().get(i).id();
      if (e != null && e <= negligible() && !states.contains(id)) {
        names.add(id);
      }
    }
    return names.isEmpty()
        ? ""
        : " The energies of "
            + Narrative.names(names)
            + " differ from it by no more than the costs may be in error.";
  }

  private String next() {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < relative.size(); i++) {
      Double e = relative.get(i);
      if (e != null && e > negligible() && e < least) {
        best = i;
        least = e;
      }
    }
    return best < 0
        ? ""
        : " The next is "
            + Narrative.name(findings.components().get(best).id())
            + ", whose weight is smaller by a factor of about exp("
            + Markup.number(least)
            + "/η).";
  }

  /** Says so if the long run is not at the global minimum of f. */
  private List<String> elsewhere() {
    if (findings.components().get(0).value() == null) {
      return List.of();
    }
    Findings.Component lowest = findings.components().get(0);
    Double excess = relative.get(0);
    if (states.contains(lowest.id()) || excess == null || excess <= negligible()) {
      return List.of();
    }
    return List.of(
        "<strong>The long run is not at the global minimum</strong> of f: "
            + Narrative.name(lowest.id())
            + " lies lowest, but the noise drives SGD away from it, "
            + "and its energy is higher by "
            + Markup.number(excess)
            + ".");
  }
}
