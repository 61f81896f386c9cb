package org.longrun.energy;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;

/**
 * Ground states up to the error estimates: with |δB_ij| ≤ ε_ij, the vertices j for which E_j may be
 * as low as the weight of the least tree T*.
 *
 * <p>For a tree T of another root, w(T) − w(T*) is least where the costs on T* are B + ε and all
 * others B − ε, whatever T is. One contraction at that corner therefore bounds E_j − w(T*) from
 * below for all j at once. It compares with T* alone; a vertex that another one undercuts whatever
 * the costs are is no ground state either.
 */
final class Ties {
  private static final double ROUNDING = 1e-12;

  private Ties() {}

  static BitSet groundStates(TransitionGraph graph, ClassContraction classes) {
    ClassContraction corner = classes;
    double[] above = new double[classes.classes()];
    if (graph.hasErrors()) {
      InForest star = classes.contraction().forest();
      corner = new ClassContraction(Contraction.of(ErrorBox.corner(graph, star)));
      above = leastAbove(star, corner);
    }
    double rounding = classes.rounding() + corner.rounding();
    BitSet tied = new BitSet(graph.size());
    for (int v = 0; v < graph.size(); v++) {
      int k = corner.classOf(v);
      tied.set(v, k >= 0 && corner.relative(v) + above[k] <= rounding);
    }
    if (graph.hasErrors() && tied.cardinality() > 1) {
      tied.andNot(beaten(graph, tied));
    }
    return tied;
  }

  /**
   * Those of the tied whose energy another vertex undercuts at all costs of the box: E_m ≤ E_j +
   * D_jm − o_m, with D_jm the cost of a path from j to m and o_m that of the cheapest edge out of
   * m. For the least tree that points to j becomes one that points to m as the edges of the path
   * take the place of those out of its vertices.
   */
  private static BitSet beaten(TransitionGraph graph, BitSet tied) {
    CostDigraph upper = ErrorBox.upper(graph);
    double[] least = cheapestOut(ErrorBox.lower(graph));
    BitSet beaten = new BitSet();
    for (int j = tied.nextSetBit(0); j >= 0; j = tied.nextSetBit(j + 1)) {
      BitSet self = new BitSet();
      self.set(j);
      ShortestPaths paths = ShortestPaths.from(self, upper);
      for (int m = 0; m < graph.size() && !beaten.get(j); m++) {
        beaten.set(j, m != j && paths.cost(m) < least[m] * (1 - ROUNDING));
      }
    }
    return beaten;
  }

  /** The cost of the cheapest edge out of each vertex; +∞ where there is none. */
  private static double[] cheapestOut(CostDigraph costs) {
    double[] least = new double[costs.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int v = 0; v < least.length; v++) {
      for (int e = costs.firstEdge(v); e < costs.endEdge(v); e++) {
        least[v] = Math.min(least[v], costs.cost(e));
      }
    }
    return least;
  }

  /**
   * By class, the least weight at the corner less that of T* there: at most 0. Summed over the
   * vertices where the two trees differ, so that long sums do not cancel.
   */
  private static double[] leastAbove(InForest star, ClassContraction corner) {
    CostDigraph costs = corner.contraction().graph();
    InForest least = corner.contraction().forest();
    double[] above = new double[corner.classes()];
    for (int v = 0; v < star.size(); v++) {
      int k = corner.classOf(v);
      if (k >= 0 && least.edge(v) != star.edge(v)) {
        above[k] += cost(least, v, costs) - cost(star, v, costs);
      }
    }
    return above;
  }

  private static double cost(InForest forest, int vertex, CostDigraph costs) {
    return forest.isRoot(vertex) ? 0 : costs.cost(forest.edge(vertex));
  }
}
