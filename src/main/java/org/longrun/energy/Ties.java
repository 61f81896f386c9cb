package org.longrun.energy;

import java.util.BitSet;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;

/**
 * Ground states up to the error estimates: with |δB_ij| ≤ ε_ij, the vertices j for which E_j may be
 * as low as the weight of the least tree T*.
 *
 * <p>For a tree T of another root, w(T) − w(T*) is least where the costs on T* are B + ε and all
 * others B − ε, whatever T is. One contraction at that corner therefore bounds E_j − w(T*) from
 * below for all j at once.
 */
final class Ties {
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
    return tied;
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
