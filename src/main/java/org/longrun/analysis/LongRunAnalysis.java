package org.longrun.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.longrun.action.Effort;
import org.longrun.action.LeastPath;
import org.longrun.action.QuasiPotential;
import org.longrun.action.TransitionCosts;
import org.longrun.bound.Bound;
import org.longrun.bound.Bounds;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.CriticalSetFinder;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingTarget;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/**
 * The analysis of a landscape: the numbered list of the root package, in order.
 *
 * <p>Immutable; {@link #withProgress} returns a changed copy.
 */
public final class LongRunAnalysis {
  private final Progress progress;

  private LongRunAnalysis(Progress progress) {
    this.progress = progress;
  }

  /** The analysis as the landscape's settings have it. */
  public static LongRunAnalysis withDefaults() {
    return new LongRunAnalysis(Progress.silent());
  }

  /** The same, telling how far it has come. */
  public LongRunAnalysis withProgress(Progress listener) {
    return new LongRunAnalysis(listener);
  }

  /**
   * Analyses SGD on a landscape with the noise of its file.
   *
   * @throws InputError if the noise cannot be computed as described, or f has no critical point in
   *     the domain
   */
  public LongRunResult of(Landscape landscape) {
    return of(Sgd.of(landscape));
  }

  /**
   * Analyses SGD.
   *
   * @throws InputError if f has no critical point in the domain
   */
  public LongRunResult of(Sgd sgd) {
    long begin = System.nanoTime();
    progress.reached("critical components", 0);
    CriticalSet critical = CriticalSetFinder.withDefaults().find(sgd.landscape());
    requireComponents(critical, sgd.landscape());
    progress.reached("transition costs", 0.2);
    Effort effort = Effort.of(sgd.landscape());
    TransitionCosts costs = QuasiPotential.withDefaults().within(effort).between(critical, sgd);
    progress.reached("refining the costs that decide", 0.8);
    costs = Refinement.of(sgd, critical, costs, effort);
    progress.reached("energies and hitting exponents", 0.9);
    TransitionGraph graph = TransitionGraph.of(critical, costs);
    EnergyLevels energies = EnergyLevels.of(graph);
    BitSet target = HittingTarget.of(sgd.landscape().target(), critical, energies);
    HittingExponents hitting = HittingExponents.toward(target, graph);
    CycleHierarchy hierarchy = CycleHierarchy.of(energies);
    Bounds bounds = Bounds.of(critical, sgd, energies, TransitionGraph.possible(critical, costs));
    Doubts doubts = Doubts.of(critical, costs, hitting);
    List<String> warnings = warnings(critical, costs, energies, hitting, bounds);
    warnings.addAll(doubts.warnings());
    List<String> broken = Laws.broken(sgd.landscape(), critical, costs);
    warnings.addAll(0, broken);
    warnings.addAll(DomainCheck.warnings(sgd.landscape(), critical, costs));
    progress.reached("done", 1);
    return new LongRunResult(
        sgd,
        critical,
        costs,
        graph,
        energies,
        hitting,
        hierarchy,
        Certainty.of(energies, hitting, doubts, sgd.landscape().settings().get("accuracy")),
        bounds,
        broken.isEmpty(),
        warnings,
        (System.nanoTime() - begin) * 1e-9);
  }

  /**
   * B(x, x′): the least action of a path between two points.
   *
   * @param from x, in the domain
   * @param to x′, in the domain
   */
  public LeastPath cost(Landscape landscape, Point from, Point to) {
    Sgd sgd = Sgd.of(landscape);
    CriticalSet critical = CriticalSetFinder.withDefaults().find(landscape);
    return QuasiPotential.withDefaults().cost(critical, sgd, from, to);
  }

  private static void requireComponents(CriticalSet critical, Landscape landscape) {
    if (critical.size() == 0) {
      throw new InputError(
          landscape.name()
              + (critical.completeness().note().contains("not differentiable")
                  ? ": no critical point was found where the objective is differentiable, and those"
                      + " at its kinks are not sought in more than one variable; smooth it, e.g."
                      + " sqrt(u^2+1e-6) in place of abs(u)"
                  : ": no critical point of the objective was found in the domain; widen the"
                      + " domain"));
    }
  }

  private static List<String> warnings(
      CriticalSet critical,
      TransitionCosts costs,
      EnergyLevels energies,
      HittingExponents hitting,
      Bounds bounds) {
    List<String> warnings = new ArrayList<>(critical.warnings());
    Integer sum = critical.completeness().indexSum();
    if (!critical.completeness().consistent()
        && sum != null
        && !sum.equals(critical.completeness().expected())) {
      warnings.add(
          "the indices of the components add up to "
              + critical.completeness().indexSum()
              + ", the degree on the boundary is "
              + critical.completeness().expected()
              + ": a critical component is missing or was counted twice");
    }
    warnings.addAll(costs.warnings());
    warnings.addAll(costs.unconverged(critical));
    warnings.addAll(energies.warnings());
    warnings.addAll(hitting.warnings());
    for (Bound bound : bounds.all()) {
      if (bound.isContradicted()) {
        warnings.add("the bound " + bound.name() + " is violated: a component or path is missing");
      }
    }
    return warnings;
  }
}
