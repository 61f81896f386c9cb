package org.longrun.bound;

import java.util.BitSet;
import java.util.List;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.Kind;
import org.longrun.graph.PassHeights;
import org.longrun.graph.TransitionGraph;

/**
 * The heights of f that the bounds speak of.
 *
 * @param maxSaddle the largest f over the saddle components of index 1; −∞ where there is none
 * @param minBad the least f over the bad minima; +∞ where there is none
 * @param badMinima their number
 * @param deepestWell the largest φ(pass) − φ(f_j) over the bad minima j, with the minimax pass from
 *     j to argmin f; NaN where φ is unknown
 * @param lowestPass the lowest pass out of the basin of K_1; +∞ where there is none
 */
record Barriers(
    double maxSaddle, double minBad, int badMinima, double deepestWell, double lowestPass) {

  static Barriers of(CriticalSet critical, TransitionGraph graph, NoiseScale scale) {
    List<CriticalComponent> bad = critical.badMinima();
    PassHeights passes = PassHeights.of(graph);
    return new Barriers(
        critical.components().stream()
            .filter(each -> each.kind() == Kind.SADDLE && each.index() == 1)
            .mapToDouble(CriticalComponent::value)
            .max()
            .orElse(Double.NEGATIVE_INFINITY),
        bad.stream().mapToDouble(CriticalComponent::value).min().orElse(Double.POSITIVE_INFINITY),
        bad.size(),
        scale.isUnknown() ? Double.NaN : deepest(critical, passes, scale),
        passes.outOf(0));
  }

  private static double deepest(CriticalSet critical, PassHeights passes, NoiseScale scale) {
    BitSet argmin = new BitSet();
    argmin.set(0, critical.argmin());
    double[] heights = passes.to(argmin);
    double deepest = 0;
    for (int j = critical.argmin(); j < critical.size(); j++) {
      CriticalComponent component = critical.components().get(j);
      if (component.isMinimum()) {
        deepest = Math.max(deepest, scale.cost(component.value(), heights[j]));
      }
    }
    return deepest;
  }
}
