package org.longrun.energy;

import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;

/** Transition graphs from their costs. */
final class Graphs {
  private Graphs() {}

  /** Vertices 0, 1, …; each edge is from, to, cost, error. */
  static TransitionGraph of(int size, double[]... edges) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    for (int v = 0; v < size; v++) {
      builder.vertex("K" + (v + 1));
    }
    for (double[] edge : edges) {
      builder.edge((int) edge[0], (int) edge[1], edge[2], edge[3]);
    }
    return builder.build();
  }

  static double[] edge(int from, int to, double cost) {
    return edge(from, to, cost, 0);
  }

  static double[] edge(int from, int to, double cost, double error) {
    return new double[] {from, to, cost, error};
  }
}
