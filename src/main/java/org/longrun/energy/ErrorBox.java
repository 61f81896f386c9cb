package org.longrun.energy;

import java.util.function.IntUnaryOperator;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;

/** Corners of the box of costs |δB_ij| ≤ ε_ij, B ≥ 0. */
public final class ErrorBox {
  private ErrorBox() {}

  /** All costs at their least, max(0, B − ε). */
  public static CostDigraph lower(TransitionGraph graph) {
    return shifted(graph, e -> -1);
  }

  /** All costs at their largest, B + ε. */
  public static CostDigraph upper(TransitionGraph graph) {
    return shifted(graph, e -> 1);
  }

  /** The corner that is worst for one forest: B + ε on its edges, max(0, B − ε) on all others. */
  public static CostDigraph corner(TransitionGraph graph, InForest forest) {
    CostDigraph digraph = graph.digraph();
    return shifted(graph, e -> forest.edge(digraph.tail(e)) == e ? 1 : -1);
  }

  private static CostDigraph shifted(TransitionGraph graph, IntUnaryOperator sign) {
    double[] costs = graph.digraph().costs();
    for (int e = 0; e < costs.length; e++) {
      costs[e] = Math.max(0, costs[e] + sign.applyAsInt(e) * graph.error(e));
    }
    return graph.digraph().withCosts(costs);
  }
}
