package org.longrun.hitting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.VertexStart;

/**
 * J(x) of the points that were added to the graph as vertices without incoming edges. From a point
 * whose descent reaches no component, SGD follows that descent to where the graph says nothing.
 */
final class StartExponents {
  private static final double TIE = 1e-9;
  private final HittingExponents hitting;
  private final TransitionGraph graph;

  StartExponents(HittingExponents hitting) {
    this.hitting = hitting;
    this.graph = hitting.graph();
  }

  StartExponent of(VertexStart start) {
    if (start.basin() < 0) {
      return new StartExponent(start.x(), Double.NaN, Double.NaN, Double.NaN, -1, -1);
    }
    double[] first = new double[graph.size()];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    start.moves().forEach(m -> first[m.to()] = Math.min(first[m.to()], m.cost()));
    double[] avoiding = gains(first, hitting.target(), hitting::avoiding);
    double[] passing = gains(first, new BitSet(), hitting::passing);
    double[] felt = graph.passesRound() ? passing : avoiding;
    return new StartExponent(
        start.x(), largest(felt), largest(avoiding), largest(passing), first(felt), start.basin());
  }

  /** J(i) − B(x, i) by vertex; −∞ in the target and where x does not lead. */
  private double[] gains(double[] first, BitSet closed, IntToDoubleFunction exponent) {
    ShortestPaths paths = ShortestPaths.after(first, closed, graph.digraph());
    double[] gains = new double[graph.size()];
    for (int i = 0; i < gains.length; i++) {
      boolean counts = !hitting.target().get(i) && paths.cost(i) < Double.POSITIVE_INFINITY;
      gains[i] = counts ? exponent.applyAsDouble(i) - paths.cost(i) : Double.NEGATIVE_INFINITY;
    }
    return gains;
  }

  private static double largest(double[] gains) {
    return Arrays.stream(gains).reduce(0, Math::max);
  }

  private static int first(double[] gains) {
    double largest = largest(gains);
    for (int i = 0; i < gains.length && largest > 0; i++) {
      if (gains[i] == largest || gains[i] >= largest - TIE * Math.max(1, largest)) {
        return i;
      }
    }
    return -1;
  }
}
