package org.longrun.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.longrun.action.Effort;
import org.longrun.action.LeastPath;
import org.longrun.action.QuasiPotential;
import org.longrun.action.Status;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingIntervals;
import org.longrun.hitting.HittingTarget;

/**
 * What goes round: as long as the errors of the costs leave an energy or a hitting exponent open by
 * more than the tolerance, the transitions that decide it are computed again, better.
 *
 * <p>Which results are open is what {@link EnergyIntervals} and {@link HittingIntervals} say; the
 * deciding transitions are the edges of the forests that are optimal at the costs as they are and
 * at the corners of the errors that bound the result from both sides. A better cost may change the
 * forests, so the round is repeated; each transition is refined once.
 */
final class Refinement {
  private static final int ROUNDS = 4;
  private static final double NEARLY = 1e-6;
  private static final double FINER = 0.01;
  private static final String CUT_SHORT =
      " before those that decide were refined to result-tolerance; raise it for more";

  /** The most components for which every result is looked at, not the leading ones alone. */
  private static final int WITNESSES = 60;

  private final Sgd sgd;
  private final CriticalSet critical;
  private final double tolerance;
  private final Effort effort;
  private final Set<Integer> refined = new TreeSet<>();

  Refinement(Sgd sgd, CriticalSet critical, Effort effort) {
    this.sgd = sgd;
    this.effort = effort;
    this.critical = critical;
    this.tolerance = sgd.landscape().settings().get("result-tolerance");
  }

  /**
   * The costs, with those that decide the results known to the setting {@code result-tolerance}, as
   * far as the effort goes.
   */
  static TransitionCosts of(Sgd sgd, CriticalSet critical, TransitionCosts costs, Effort effort) {
    Refinement refinement = new Refinement(sgd, critical, effort);
    boolean told = effort.wasMissed();
    TransitionCosts current = costs;
    for (int round = 0; round < ROUNDS; round++) {
      List<Transition> wanting = refinement.wanting(current);
      if (wanting.isEmpty() || effort.isOver()) {
        break;
      }
      current = current.with(refinement.refine(wanting));
    }
    return effort.wasMissed() && !told
        ? current.withWarning(effort.shortage() + CUT_SHORT)
        : current;
  }

  private List<Transition> refine(List<Transition> wanting) {
    Effort.Share share = effort.share(wanting.size(), wanting.size());
    List<Transition> refined =
        wanting.parallelStream().map(transition -> refined(transition, share)).toList();
    List<Transition> better = new ArrayList<>();
    for (int k = 0; k < wanting.size(); k++) {
      effort.spend(evaluations(refined.get(k)) - evaluations(wanting.get(k)));
      better.add(better(wanting.get(k), refined.get(k)));
    }
    return better;
  }

  private static long evaluations(Transition transition) {
    LeastPath path = transition.path();
    return path == null ? 0 : path.evaluationsTotal();
  }

  /** A search that has ended just short of the tolerance is taken up again with a finer stop. */
  private Transition refined(Transition transition, Effort.Share share) {
    boolean nearly = !transition.converged() && transition.error() <= NEARLY * transition.cost();
    return QuasiPotential.withDefaults()
        .refine(critical, sgd, transition, nearly ? FINER * tolerance : tolerance, share);
  }

  /** The refined transition if its error is smaller, else the one there was. */
  Transition better(Transition old, Transition candidate) {
    LeastPath before = old.path();
    LeastPath after = candidate.path();
    if (before == null || after == null) {
      return old;
    }
    boolean improved = after.error() <= before.error();
    return improved ? candidate.withPath(judged(after, before.status())) : old;
  }

  /** Converged if within the tolerance of all costs: not to reach the finer one is no fault. */
  private LeastPath judged(LeastPath path, Status before) {
    double allowed = sgd.landscape().settings().get("action-tolerance") * path.cost();
    boolean known = before.isKnown() || path.error() <= allowed;
    return path.judged(path.error(), known && !path.converged() ? Status.CONVERGED : path.status());
  }

  /**
   * The transitions that decide or have not converged, whose error is above the tolerance and that
   * were not refined yet.
   */
  private List<Transition> wanting(TransitionCosts costs) {
    TransitionGraph graph = TransitionGraph.of(critical, costs);
    BitSet deciding = deciding(graph);
    List<Transition> wanting = new ArrayList<>();
    for (Transition transition : costs.direct()) {
      LeastPath path = transition.path();
      int edge = edge(graph, transition);
      boolean coarse = path != null && path.error() > tolerance * path.cost();
      boolean matters = edge >= 0 && (deciding.get(edge) || !transition.converged());
      if (matters && coarse && refined.add(transition.from() * costs.size() + transition.to())) {
        wanting.add(transition);
      }
    }
    return wanting;
  }

  private static int edge(TransitionGraph graph, Transition transition) {
    for (int e = graph.digraph().firstEdge(transition.from());
        e < graph.digraph().endEdge(transition.from());
        e++) {
      if (graph.digraph().head(e) == transition.to()) {
        return e;
      }
    }
    return -1;
  }

  /**
   * The edges that decide a result which is not known to the tolerance: an energy, or an exponent.
   */
  private BitSet deciding(TransitionGraph graph) {
    EnergyLevels energies = EnergyLevels.of(graph);
    BitSet target = HittingTarget.of(sgd.landscape().target(), critical, energies);
    EnergyIntervals ranges = EnergyIntervals.of(energies);
    HittingIntervals hitting = HittingIntervals.of(HittingExponents.toward(target, graph));
    BitSet ground = energies.groundStates();
    boolean all = graph.size() <= WITNESSES;
    BitSet edges = new BitSet();
    for (int i = 0; i < graph.size(); i++) {
      if ((all || ground.get(i)) && ranges.width(i) > tolerance * energies.energy(i)) {
        edges.or(ranges.deciding(i));
      }
      if ((all || i == hitting.leastCertain()) && hitting.width(i) > tolerance * hitting.upper(i)) {
        edges.or(hitting.deciding(i));
      }
    }
    return edges;
  }
}
