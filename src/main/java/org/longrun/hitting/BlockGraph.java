package org.longrun.hitting;

import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.IncomingEdges;
import org.longrun.arborescence.IndexHeap;

/**
 * The maximal blocks of a contraction as the vertices of a graph, an edge (a, b) between different
 * blocks costing ρ(a, b) = B(a, b) − P(a) ≥ 0 (graph algorithms, section 5).
 */
final class BlockGraph {
  private final Contraction contraction;
  private final CostDigraph graph;
  private final IncomingEdges incoming;
  private final int[] maximal;
  private final int[] memberStarts;
  private final int[] members;

  BlockGraph(Contraction contraction) {
    this.contraction = contraction;
    this.graph = contraction.graph();
    this.incoming = graph.incoming();
    this.maximal = contraction.maximalBlocks();
    this.memberStarts = new int[contraction.blockCount() + 1];
    this.members = new int[graph.size()];
    for (int v = 0; v < graph.size(); v++) {
      memberStarts[maximal[v] + 1]++;
    }
    for (int b = 0; b < contraction.blockCount(); b++) {
      memberStarts[b + 1] += memberStarts[b];
    }
    int[] next = memberStarts.clone();
    for (int v = 0; v < graph.size(); v++) {
      members[next[maximal[v]]++] = v;
    }
  }

  Contraction contraction() {
    return contraction;
  }

  /** The maximal block that holds the vertex or block. */
  int block(int vertex) {
    return maximal[vertex];
  }

  boolean isMaximal(int block) {
    return maximal[block] == block;
  }

  /** ρ of an edge between different maximal blocks, clamped at 0 against rounding. */
  double reducedCost(int edge) {
    return Math.max(0, graph.cost(edge) - contraction.pathSum(graph.tail(edge)));
  }

  /**
   * Takes the labels of the blocks from the least up and lowers those of the blocks before them:
   * label(u) = min(label(u), label(w) + ρ(a, b)) over the edges from u to w.
   *
   * @param queue the blocks that have a label
   * @param labels by block, +∞ where there is none yet; changed
   * @param via by block, the edge that the label came by; changed
   */
  void relax(IndexHeap queue, double[] labels, int[] via) {
    while (!queue.isEmpty()) {
      int block = queue.poll();
      for (int m = memberStarts[block]; m < memberStarts[block + 1]; m++) {
        int v = members[m];
        for (int k = incoming.first(v); k < incoming.end(v); k++) {
          int before = maximal[incoming.tail(k)];
          if (before != block && contraction.isLeft(before)) {
            double reduced = incoming.cost(k) - contraction.pathSum(incoming.tail(k));
            double label = labels[block] + Math.max(0, reduced);
            if (label < labels[before]) {
              labels[before] = label;
              via[before] = incoming.edge(k);
              queue.add(before, label);
            }
          }
        }
      }
    }
  }
}
