package org.longrun.numerics.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Which nodes of a Hessian are not zero everywhere, and where each goes in the full matrix.
 *
 * @param graph the graph
 * @param roots the nodes
 * @param targets for each root its one or two positions, row by row
 */
record HessianLayout(ExpressionGraph graph, int[] roots, int[][] targets) {
  /** The layout of the lower triangle. */
  static HessianLayout of(ExpressionGraph graph, int[][] triangle) {
    List<Integer> roots = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    int d = triangle.length;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        if (!graph.isZero(triangle[i][j])) {
          roots.add(triangle[i][j]);
          targets.add(i == j ? new int[] {i * d + i} : new int[] {i * d + j, j * d + i});
        }
      }
    }
    return new HessianLayout(
        graph, roots.stream().mapToInt(Integer::intValue).toArray(), targets.toArray(int[][]::new));
  }

  /** The Java source of the whole matrix. */
  String source(int dimension, int columns) {
    return new KernelSource(graph, roots, dimension, columns)
        .vector(KernelCompiler.NAME, targets, dimension * dimension);
  }
}
