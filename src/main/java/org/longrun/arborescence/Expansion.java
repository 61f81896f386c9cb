package org.longrun.arborescence;

import java.util.Arrays;

/**
 * Takes a contraction apart again: given how each maximal block is left, finds the edge by which
 * every vertex is left, one tight exit a block; O(n).
 */
final class Expansion {
  private static final int NONE = -1;
  private final Contraction contraction;
  private final int[] edges;
  private final int[] pendingBlocks;
  private final int[] pendingExits;
  private int pending;

  Expansion(Contraction contraction) {
    this.contraction = contraction;
    int n = contraction.graph().size();
    edges = new int[n];
    Arrays.fill(edges, NONE);
    pendingBlocks = new int[2 * n];
    pendingExits = new int[2 * n];
  }

  /** The maximal block is left by this edge. */
  Expansion leave(int block, int edge) {
    push(block, edge);
    drain();
    return this;
  }

  /** The maximal block is not left: everything in it leads to this vertex of it. */
  Expansion end(int block, int root) {
    pushSiblings(root, block);
    drain();
    return this;
  }

  InForest forest() {
    return new InForest(contraction.graph(), edges);
  }

  private void drain() {
    while (pending > 0) {
      pending--;
      int edge = pendingExits[pending];
      int tail = contraction.graph().tail(edge);
      edges[tail] = edge;
      pushSiblings(tail, pendingBlocks[pending]);
    }
  }

  /** Every block that hangs off the path from the vertex up to the block is left as selected. */
  private void pushSiblings(int vertex, int top) {
    for (int b = vertex; b != top; b = contraction.parent(b)) {
      int up = contraction.parent(b);
      for (int k = 0; k < contraction.childCount(up); k++) {
        int sibling = contraction.child(up, k);
        if (sibling != b) {
          push(sibling, contraction.exitEdge(sibling));
        }
      }
    }
  }

  private void push(int block, int edge) {
    pendingBlocks[pending] = block;
    pendingExits[pending++] = edge;
  }
}
