package org.longrun.hitting;

import java.util.stream.IntStream;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;

/** Transition graphs given by matrices of costs, the vertices called v0, v1, …. */
final class MatrixGraph {
  private MatrixGraph() {}

  static TransitionGraph graph(double[][] costs, double[][] errors) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    IntStream.range(0, costs.length).forEach(v -> builder.vertex("v" + v));
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < costs.length; j++) {
        if (i != j) {
          builder.edge(i, j, costs[i][j], errors[i][j]);
        }
      }
    }
    return builder.build();
  }

  static TransitionGraph graph(double[][] costs) {
    return graph(costs, new double[costs.length][costs.length]);
  }
}
