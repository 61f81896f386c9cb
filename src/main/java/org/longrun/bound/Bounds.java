package org.longrun.bound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;

/**
 * The five closed-form bounds on one landscape, each beside the value that it bounds (theory,
 * section 5; arXiv 2503.16398). The exponents they bound are those of hitting argmin f.
 *
 * @param all in the order gaussian, power-law, energy-gap, deepest-well, path
 */
public record Bounds(List<Bound> all) {
  /** Copies the list. */
  public Bounds {
    all = List.copyOf(all);
  }

  /**
   * The bounds of a landscape.
   *
   * @param critical its components
   * @param sgd the noise
   * @param energies the energies, of the landscape's transition graph
   * @param possible the graph with every move that was not tried at the least that it may cost
   */
  public static Bounds of(
      CriticalSet critical, Sgd sgd, EnergyLevels energies, TransitionGraph possible) {
    TransitionGraph graph = energies.graph();
    BitSet argmin = new BitSet();
    argmin.set(0, critical.argmin());
    boolean all = Arrays.equals(possible.digraph().costs(), graph.digraph().costs());
    Actual largest = Actual.largestExponent(HittingExponents.toward(argmin, graph));
    Actual gap = Actual.energyGap(0, energies);
    if (!all) {
      largest = largest.or(Actual.largestExponent(HittingExponents.toward(argmin, possible)));
      gap = gap.or(Actual.energyGap(0, EnergyLevels.of(possible)));
    }
    Barriers barriers = Barriers.of(critical, graph);
    WellBounds wells = new WellBounds(barriers, NoiseScale.of(sgd), largest);
    List<Bound> bounds =
        List.of(
            wells.gaussian(),
            wells.powerLaw(),
            EnergyGap.bound(critical, sgd, energies, barriers, gap),
            wells.deepestWell(),
            path(argmin, graph, barriers, largest));
    return critical.completeness().cut()
        ? new Bounds(bounds.stream().map(Bound::ofCut).toList())
        : new Bounds(bounds);
  }

  /** max J ≤ max_j V_{j→Q}. */
  private static Bound path(
      BitSet argmin, TransitionGraph graph, Barriers barriers, Actual largest) {
    if (barriers.badMinima().isEmpty()) {
      return Bound.inapplicable("path", WellBounds.NO_BAD);
    }
    ShortestPaths chains = ShortestPaths.to(argmin, graph.digraph());
    double dearest = 0;
    for (int j = 0; j < graph.size(); j++) {
      if (chains.cost(j) == Double.POSITIVE_INFINITY) {
        return Bound.inapplicable("path", "no finite way from " + graph.id(j) + " to argmin f");
      }
      dearest = Math.max(dearest, chains.cost(j));
    }
    return Bound.of("path", dearest, largest, "max J against the dearest cheapest way to argmin f");
  }
}
