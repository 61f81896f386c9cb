package org.longrun.arborescence;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One run of the event-ordered contraction: the working state of {@link Contraction}.
 *
 * <p>Every vertex is a block. The block with the least exit exponent is taken next: if its cheapest
 * reduced exit leads into another flow component, the block becomes transient and is absorbed by
 * the attractor of that component (an event); if it leads back into its own component, the cycle of
 * selected exits through it is contracted to a new block.
 */
final class ContractionRun {
  private static final int NONE = -1;
  final CostDigraph graph;
  final BitSet absorbing;
  final int[] parent;
  final int[] exits;
  final int[] mains;
  final double[] exitCosts;
  final double[] exponents;
  final int[] childStarts;
  final int[] children;
  final double[] eventExponents;
  final int[] dying;
  final int[] absorbers;
  int blocks;
  int events;
  private final double[] best;
  private final ReducedCosts reduced;
  private final DisjointSets blockOf;
  private final DisjointSets flow;
  private final int[] attractors;
  private final int[] members;
  private final IndexHeap queue;

  ContractionRun(CostDigraph graph, BitSet absorbing, boolean dense) {
    this.graph = graph;
    this.absorbing = absorbing;
    int n = graph.size();
    parent = filled(2 * n);
    exits = filled(2 * n);
    mains = new int[2 * n];
    exitCosts = new double[2 * n];
    exponents = new double[2 * n];
    best = new double[2 * n];
    childStarts = new int[n + 1];
    children = new int[2 * n];
    eventExponents = new double[n];
    dying = new int[n];
    absorbers = new int[n];
    attractors = new int[n];
    members = new int[2 * n];
    blockOf = new DisjointSets(2 * n);
    flow = new DisjointSets(n);
    queue = new IndexHeap(2 * n);
    reduced = dense ? new DenseRows(graph, blockOf) : new MergeableHeaps(graph, blockOf);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  ContractionRun run() {
    begin();
    while (!queue.isEmpty()) {
      int block = queue.poll();
      int from = flow.find(mains[block]);
      int to = flow.find(graph.head(exits[block]));
      if (from == to) {
        contract(block, to);
      } else {
        absorb(block, from, to);
      }
    }
    return this;
  }

  private void begin() {
    blocks = graph.size();
    for (int v = 0; v < graph.size(); v++) {
      mains[v] = v;
      attractors[v] = v;
      members[v] = 1;
      if (absorbing.get(v)) {
        exponents[v] = Double.POSITIVE_INFINITY;
      } else {
        select(v);
      }
    }
  }

  private void select(int block) {
    // nothing leaves a block that holds all vertices: no need to drop its edges one by one
    int edge = members[block] == graph.size() ? NONE : reduced.select(block);
    exits[block] = edge;
    exitCosts[block] = edge == NONE ? Double.POSITIVE_INFINITY : reduced.selectedCost(block);
    exponents[block] = best[block] + exitCosts[block];
    if (edge != NONE) {
      queue.add(block, exponents[block]);
    }
  }

  private void absorb(int block, int from, int to) {
    eventExponents[events] = exponents[block];
    dying[events] = mains[block];
    absorbers[events] = mains[attractors[to]];
    events++;
    flow.link(from, to);
  }

  private void contract(int last, int component) {
    int block = blocks++;
    int[] cycle = cycleThrough(last);
    int index = block - graph.size();
    System.arraycopy(cycle, 0, children, childStarts[index], cycle.length);
    childStarts[index + 1] = childStarts[index] + cycle.length;
    int strongest = last;
    for (int child : cycle) {
      parent[child] = block;
      blockOf.link(child, block);
      members[block] += members[child];
      strongest = exponents[child] > exponents[strongest] ? child : strongest;
    }
    best[block] = exponents[strongest];
    mains[block] = mains[strongest];
    attractors[component] = block;
    reduced.merge(block, cycle);
    select(block);
  }

  private int[] cycleThrough(int block) {
    int length = 1;
    for (int b = next(block); b != block; b = next(b)) {
      length++;
    }
    int[] cycle = new int[length];
    int at = block;
    for (int k = 0; k < length; k++) {
      cycle[k] = at;
      at = next(at);
    }
    return cycle;
  }

  private int next(int block) {
    return blockOf.find(graph.head(exits[block]));
  }
}
