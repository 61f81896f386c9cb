package org.longrun.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.longrun.action.Status;
import org.longrun.action.TransitionCosts;
import org.longrun.action.UnknownMove;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.ClosedClass;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;

/**
 * What was left untried, and what it could change: the energies and exponents once more, as if
 * every direct move that nobody sought cost no more than it must.
 */
public final class Doubts {
  private final CriticalSet critical;
  private final TransitionCosts costs;
  private final EnergyLevels energies;
  private final HittingExponents hitting;
  private final EnergyLevels leastEnergies;
  private final HittingExponents leastHitting;

  private Doubts(CriticalSet critical, TransitionCosts costs, HittingExponents hitting) {
    this.critical = critical;
    this.costs = costs;
    this.hitting = hitting;
    this.energies = EnergyLevels.of(hitting.graph());
    boolean untried = costs.unknown().stream().anyMatch(Doubts::isUntried);
    TransitionGraph possible =
        untried ? TransitionGraph.possible(critical, costs) : hitting.graph();
    this.leastEnergies = untried ? EnergyLevels.of(possible) : energies;
    this.leastHitting = untried ? HittingExponents.toward(hitting.target(), possible) : hitting;
  }

  /** The doubts about these results. */
  static Doubts of(CriticalSet critical, TransitionCosts costs, HittingExponents hitting) {
    return new Doubts(critical, costs, hitting);
  }

  private static boolean isUntried(UnknownMove move) {
    return move.status() == Status.NOT_TRIED;
  }

  /** The surest that any result can be. */
  Confidence best() {
    if (critical.completeness().cut() || !critical.completeness().consistent()) {
      return Confidence.UNDECIDED;
    }
    boolean proved =
        critical.completeness().certified()
            && costs.unknown().isEmpty()
            && costs.transitions().stream().allMatch(each -> each.status() == Status.PROVED);
    return proved ? Confidence.PROVED : Confidence.CERTAIN;
  }

  /** By how much what was not tried could change E_i; +∞ where it could make it finite. */
  double energy(int vertex) {
    return change(energies.energy(vertex), leastEnergies.energy(vertex));
  }

  /** By how much what was not tried could change J(i). */
  double exponent(int vertex) {
    return change(hitting.exponent(vertex), leastHitting.exponent(vertex));
  }

  private static double change(double now, double then) {
    return now == then ? 0 : Math.abs(now - then);
  }

  /** Whether the ground states are the same with what was not tried. */
  boolean keepsGroundStates() {
    return energies.groundStates().equals(leastEnergies.groundStates());
  }

  /** Whether it is proved that nothing leaves the closed classes. */
  boolean areClassesCertain() {
    List<ClosedClass> classes = energies.closedClasses();
    BitSet[] members = new BitSet[critical.size()];
    for (ClosedClass each : classes) {
      BitSet set = new BitSet();
      for (int k = 0; k < each.size(); k++) {
        set.set(each.member(k));
      }
      for (int k = 0; k < each.size(); k++) {
        members[each.member(k)] = set;
      }
    }
    return costs.absences().stream()
        .filter(each -> members[each.from()] != null && !members[each.from()].get(each.to()))
        .allMatch(each -> each.status() == Status.INFINITE_PROVED);
  }

  /** Whether it is proved that J(i) = +∞: no way back to the target, and none to be sought. */
  boolean isInfinite(int vertex) {
    return !(leastHitting.exponent(vertex) < Double.POSITIVE_INFINITY)
        && costs.absences().stream()
            .filter(each -> hitting.target().get(each.to()))
            .filter(each -> hitting.infinite().get(each.from()))
            .allMatch(each -> each.status() == Status.INFINITE_PROVED);
  }

  /** Whether it is proved that E_i = +∞. */
  boolean isTransient(int vertex) {
    return costs.absences().stream()
        .filter(each -> each.to() == vertex)
        .allMatch(each -> each.status() == Status.INFINITE_PROVED);
  }

  /** What the reader must know of it. */
  List<String> warnings() {
    List<String> lines = new ArrayList<>();
    if (!areClassesCertain()) {
      lines.add(
          "no way out of a closed class was found, which is no proof that there is none: closed"
              + " classes, infinite energies and infinite exponents are as far as the search went");
    }
    long untried = costs.unknown().stream().filter(Doubts::isUntried).count();
    if (untried > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d direct moves between components were not tried; if each cost no more than it"
                  + " must, the ground states would %s, the largest J would be %s",
              untried,
              keepsGroundStates() ? "be the same" : "be others",
              told(leastHitting.largest())));
    }
    return lines;
  }

  private static String told(double exponent) {
    return exponent < Double.POSITIVE_INFINITY
        ? String.format(Locale.ROOT, "%.6g", exponent)
        : "infinite";
  }
}
