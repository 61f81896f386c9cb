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
    Contraction contraction = classes.contraction();
    InForest least = contraction.forest();
    ClassContraction corner = classes;
    if (graph.hasErrors()) {
      corner = new ClassContraction(Contraction.of(ErrorBox.corner(graph, least)));
    }
    double[] weights = weightsByClass(least, corner);
    double rounding = classes.rounding() + corner.rounding();
    BitSet tied = new BitSet(graph.size());
    for (int v = 0; v < graph.size(); v++) {
      int k = corner.classOf(v);
      tied.set(v, k >= 0 && corner.weightInClass(v) - weights[k] <= rounding);
    }
    return tied;
  }

  private static double[] weightsByClass(InForest least, ClassContraction corner) {
    CostDigraph costs = corner.contraction().graph();
    double[] weights = new double[corner.classes()];
    for (int v = 0; v < least.size(); v++) {
      int k = corner.classOf(v);
      if (k >= 0 && !least.isRoot(v)) {
        weights[k] += costs.cost(least.edge(v));
      }
    }
    return weights;
  }
}
