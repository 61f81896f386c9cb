package org.longrun.bound;

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
  private static final String FORM = "needs isotropic Gaussian noise, not truncated, ";
  private static final String NO_BAD = "no bad minimum: every local minimum is global, and J is 0";

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
   */
  public static Bounds of(CriticalSet critical, Sgd sgd, EnergyLevels energies) {
    TransitionGraph graph = energies.graph();
    BitSet argmin = new BitSet();
    argmin.set(0, critical.argmin());
    double largest = HittingExponents.toward(argmin, graph).largest();
    NoiseScale scale = NoiseScale.of(sgd);
    Barriers barriers = Barriers.of(critical, graph, scale);
    return new Bounds(
        List.of(
            gaussian(barriers, scale, largest),
            powerLaw(barriers, scale, largest),
            EnergyGap.bound(critical, sgd, energies, barriers),
            deepestWell(barriers, scale, largest),
            path(argmin, graph, barriers, largest)));
  }

  private static Bound gaussian(Barriers barriers, NoiseScale scale, double largest) {
    if (scale.isUnknown() || !scale.isConstant()) {
      return Bound.inapplicable("gaussian", FORM + "of constant variance");
    }
    return counted("gaussian", barriers, scale, largest);
  }

  private static Bound powerLaw(Barriers barriers, NoiseScale scale, double largest) {
    if (scale.isUnknown() || !scale.isPowerLaw()) {
      return Bound.inapplicable("power-law", FORM + "of variance σ²(f + c)");
    }
    return counted("power-law", barriers, scale, largest);
  }

  private static Bound counted(String name, Barriers barriers, NoiseScale scale, double largest) {
    if (barriers.badMinima() == 0) {
      return Bound.inapplicable(name, NO_BAD);
    }
    if (!(barriers.maxSaddle() > Double.NEGATIVE_INFINITY)) {
      return Bound.inapplicable(name, "no saddle of index 1 was found");
    }
    double height = scale.cost(barriers.minBad(), barriers.maxSaddle());
    String note =
        "max J against 2 · "
            + barriers.badMinima()
            + " bad minima · (max saddle − min bad minimum)";
    return Bound.of(name, 2 * barriers.badMinima() * height, largest, note);
  }

  private static Bound deepestWell(Barriers barriers, NoiseScale scale, double largest) {
    if (scale.isUnknown()) {
      return Bound.inapplicable(
          "deepest-well", FORM + "with a variance that is constant or depends on f alone");
    }
    if (barriers.badMinima() == 0) {
      return Bound.inapplicable("deepest-well", NO_BAD);
    }
    return Bound.of(
        "deepest-well",
        2 * barriers.deepestWell(),
        largest,
        "max J against 2 · the deepest bad well, measured to its minimax pass towards argmin f");
  }

  private static Bound path(
      BitSet argmin, TransitionGraph graph, Barriers barriers, double largest) {
    if (barriers.badMinima() == 0) {
      return Bound.inapplicable("path", NO_BAD);
    }
    ShortestPaths chains = ShortestPaths.to(argmin, graph.digraph());
    double dearest = 0;
    for (int j = 0; j < graph.size(); j++) {
      dearest = Math.max(dearest, chains.cost(j));
    }
    if (dearest == Double.POSITIVE_INFINITY) {
      return Bound.inapplicable("path", "some component has no finite way to argmin f");
    }
    return Bound.of("path", dearest, largest, "max J against the dearest cheapest way to argmin f");
  }
}
