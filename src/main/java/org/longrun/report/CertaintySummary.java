package org.longrun.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.longrun.analysis.Certainty;
import org.longrun.analysis.Confidence;
import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.OptimalTrees;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingIntervals;
import org.longrun.hitting.Sensitivity;

/** What the summaries say of certainty: ground states, optimal trees, what decides J. */
final class CertaintySummary {
  private static final int SHOWN = 8;
  private static final int DIGITS = 9;
  private final EnergyLevels levels;
  private final HittingExponents hitting;
  private final Certainty certainty;
  private final TransitionGraph graph;

  private CertaintySummary(EnergyLevels levels, HittingExponents hitting, Certainty certainty) {
    this.levels = levels;
    this.hitting = hitting;
    this.certainty = certainty;
    this.graph = levels.graph();
  }

  /** A few lines, each indented and ended by a line break. */
  static String of(EnergyLevels levels, HittingExponents hitting, Certainty certainty) {
    CertaintySummary summary = new CertaintySummary(levels, hitting, certainty);
    List<String> lines = new ArrayList<>();
    lines.add(summary.groundStates());
    lines.addAll(summary.trees());
    lines.addAll(summary.exponents());
    return "  " + String.join("\n  ", lines) + "\n";
  }

  private String groundStates() {
    BitSet ground = levels.groundStates();
    String what = (ground.cardinality() == 1 ? "ground state " : "ground states ") + names(ground);
    if (certainty.groundStates() == Confidence.UNDECIDED) {
      return what + ": NOT DECIDED, only the least of what was tried";
    }
    if (!graph.hasErrors()) {
      return what + ": certain, the costs are exact";
    }
    EnergyIntervals intervals = certainty.energies();
    if (intervals.isGroundStateCertain()) {
      return what + ": certain whatever the errors of the costs are";
    }
    double width = ground.stream().mapToDouble(intervals::width).max().orElse(0);
    String known = width > 0 ? ", energies known to " + Numerals.error(width) : "";
    return what
        + ": a tie within the errors of the costs"
        + known
        + refine(intervals.refineFirst());
  }

  /** What to compute better, if that has not converged; what has cannot be told apart. */
  private String refine(int edge) {
    boolean coarse =
        edge >= 0 && graph.error(edge) > certainty.tolerance() * graph.digraph().cost(edge);
    return !coarse
        ? ""
        : "; compute "
            + arrow(edge)
            + " better first (error "
            + Numerals.error(graph.error(edge))
            + ")";
  }

  private List<String> trees() {
    int root = levels.groundStates().nextSetBit(0);
    OptimalTrees optimal = certainty.optimal();
    if (root < 0 || levels.arborescence(root).isEmpty() || optimal == null) {
      return List.of();
    }
    BigInteger count = optimal.count(root);
    String only = count.equals(BigInteger.ONE) ? "the only one" : "one of " + count;
    String certain =
        certainty.energy(root) == Confidence.UNDECIDED
            ? ", of the moves that were tried"
            : certainty.energies().isTreeCertain(root)
                ? ", certain to be least"
                : ", another may weigh less within the errors";
    return List.of("least in-arborescence of " + graph.shown(root) + ": " + only + certain);
  }

  private List<String> exponents() {
    int slowest = hitting.slowest();
    if (slowest < 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    double width = certainty.hitting().width(slowest);
    lines.add(
        "largest J: from "
            + graph.shown(slowest)
            + ", "
            + Numerals.known(hitting.exponent(slowest), width, DIGITS)
            + doubt(slowest)
            + decidedBy(hitting.gradient(slowest)));
    lines.add(known(certainty.hitting()));
    return lines;
  }

  private String doubt(int vertex) {
    return certainty.exponent(vertex) == Confidence.UNDECIDED ? " (not decided)" : "";
  }

  /** J is the sum of these costs, each times its slope. */
  private String decidedBy(List<Sensitivity> gradient) {
    List<Sensitivity> terms = new ArrayList<>(gradient);
    terms.removeIf(each -> graph.digraph().cost(each.edge()) == 0);
    terms.sort(Comparator.comparingInt(each -> -each.slope()));
    StringBuilder sum = new StringBuilder();
    for (Sensitivity each : terms.subList(0, Math.min(SHOWN, terms.size()))) {
      sum.append(each.slope() > 0 ? sum.length() == 0 ? "" : " + " : " − ");
      sum.append("B(").append(arrow(each.edge())).append(')');
    }
    String rest = terms.size() > SHOWN ? " …, " + terms.size() + " costs in all" : "";
    return terms.isEmpty() ? "" : " = " + sum.toString().strip() + rest;
  }

  private String known(HittingIntervals intervals) {
    int worst = intervals.leastCertain();
    long open =
        IntStream.range(0, graph.size())
            .filter(i -> certainty.exponent(i) == Confidence.UNDECIDED)
            .count();
    if (open > 0) {
      return "J: NOT DECIDED from " + open + " of " + graph.size() + " vertices";
    }
    if (worst < 0) {
      return "every J: " + (graph.hasErrors() ? "certain" : "exact for these costs");
    }
    String width = Numerals.error(intervals.width(worst));
    String verdict = certainty.areExponentsKnown() ? "every J: certain to " : "J: CERTAIN ONLY to ";
    String refine = certainty.areExponentsKnown() ? "" : refine(intervals.refineFirst());
    return verdict + width + " (that of " + graph.shown(worst) + ")" + refine;
  }

  private String arrow(int edge) {
    return graph.shown(graph.digraph().tail(edge)) + "→" + graph.shown(graph.digraph().head(edge));
  }

  private String names(BitSet set) {
    String shown = String.join(", ", set.stream().limit(SHOWN).mapToObj(graph::id).toList());
    return set.cardinality() > SHOWN ? shown + ", …" : shown;
  }
}
