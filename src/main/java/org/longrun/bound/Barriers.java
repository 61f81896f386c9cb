package org.longrun.bound;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.Kind;
import org.longrun.graph.PassHeights;
import org.longrun.graph.TransitionGraph;

/**
 * The heights of f that the bounds speak of.
 *
 * @param highestPass the highest component of index 1, whatever its kind; empty where there is none
 * @param badMinima the minima that are not global, the lowest first
 * @param passes for each bad minimum the minimax height of f on the ways to argmin f; +∞ where no
 *     way was found
 * @param lowestPass the lowest pass out of the basin of K_1; +∞ where none was found
 * @param well the components of K_1's well: those joined to it below the lowest pass
 */
record Barriers(
    Optional<CriticalComponent> highestPass,
    List<CriticalComponent> badMinima,
    List<Double> passes,
    double lowestPass,
    BitSet well) {
  Barriers {
    badMinima = List.copyOf(badMinima);
    passes = List.copyOf(passes);
    well = (BitSet) well.clone();
  }

  static Barriers of(CriticalSet critical, TransitionGraph graph) {
    PassHeights heights = PassHeights.of(graph);
    BitSet argmin = new BitSet();
    argmin.set(0, critical.argmin());
    double[] toArgmin = heights.to(argmin);
    double lowest = heights.outOf(0);
    return new Barriers(
        critical.components().stream()
            .filter(Barriers::isPass)
            .max(Comparator.comparingDouble(CriticalComponent::value)),
        critical.badMinima(),
        critical.badMinima().stream().map(c -> toArgmin[critical.components().indexOf(c)]).toList(),
        lowest,
        joined(heights, lowest));
  }

  /**
   * Index 1, whatever the kind: a saddle, on a line a maximum, in the plane a curve of maxima.
   * Where the Hessian has lost the negative eigenvalue, the kind tells.
   */
  private static boolean isPass(CriticalComponent component) {
    int across = component.representative().dimension() - component.dimension();
    boolean degenerate =
        component.kind() == Kind.SADDLE || (component.kind() == Kind.MAXIMUM && across == 1);
    return component.index() == 1 || (component.index() == 0 && degenerate);
  }

  private static BitSet joined(PassHeights heights, double lowestPass) {
    BitSet global = new BitSet();
    global.set(0);
    double[] fromGlobal = heights.to(global);
    BitSet well = new BitSet();
    for (int v = 0; v < fromGlobal.length; v++) {
      well.set(v, fromGlobal[v] < lowestPass);
    }
    return well;
  }

  /** f of the highest component of index 1; −∞ where there is none. */
  double maxSaddle() {
    return highestPass.map(CriticalComponent::value).orElse(Double.NEGATIVE_INFINITY);
  }

  /** The least f over the bad minima, of which there must be some. */
  double minBad() {
    return badMinima.get(0).value();
  }
}
