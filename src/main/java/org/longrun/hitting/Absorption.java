package org.longrun.hitting;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.arborescence.IncomingEdges;
import org.longrun.arborescence.IndexHeap;

/**
 * The exponents J(i) of the mean times to reach a target Q in the chain with rates exp(−B/η), from
 * all i at once: one contraction with Q absorbing and one run of Dijkstra's algorithm from the
 * largest label (graph algorithms, section 5).
 *
 * <p>J(i) = E_Q − min G(i ↛ Q); +∞ exactly where i reaches, without entering Q, a vertex that does
 * not reach Q.
 */
final class Absorption {
  private static final int NONE = -1;
  private final BitSet target;
  private final BitSet lost;
  private final BitSet infinite;
  private final BlockGraph blocks;
  private final double[] labels;
  private final int[] via;

  private Absorption(BitSet target, BitSet lost, BitSet infinite, BlockGraph blocks) {
    this.target = target;
    this.lost = lost;
    this.infinite = infinite;
    this.blocks = blocks;
    this.labels = new double[blocks.contraction().blockCount()];
    this.via = new int[labels.length];
    Arrays.fill(labels, Double.POSITIVE_INFINITY);
    Arrays.fill(via, NONE);
    IndexHeap queue = new IndexHeap(labels.length);
    for (int b = 0; b < labels.length; b++) {
      if (blocks.isMaximal(b) && blocks.contraction().isLeft(b)) {
        labels[b] = -blocks.contraction().exitExponent(b);
        queue.add(b, labels[b]);
      }
    }
    blocks.relax(queue, labels, via);
  }

  static Absorption toward(BitSet target, CostDigraph graph) {
    // the mean time is infinite from where a vertex that does not reach Q can be reached
    BitSet lost = reaching(target, new BitSet(), graph);
    lost.flip(0, graph.size());
    BitSet infinite = reaching(lost, target, graph);
    BitSet absorbing = (BitSet) target.clone();
    absorbing.or(infinite);
    Contraction contraction = Contraction.toward(absorbing, graph);
    return new Absorption(target, lost, infinite, new BlockGraph(contraction));
  }

  /** The vertices that reach one of the ends without passing through the closed ones. */
  private static BitSet reaching(BitSet ends, BitSet closed, CostDigraph graph) {
    IncomingEdges incoming = graph.incoming();
    BitSet seen = (BitSet) ends.clone();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    ends.stream().forEach(queue::add);
    while (!queue.isEmpty()) {
      int v = queue.remove();
      for (int k = incoming.first(v); k < incoming.end(v); k++) {
        int tail = incoming.tail(k);
        if (!seen.get(tail) && !closed.get(tail)) {
          seen.set(tail);
          queue.add(tail);
        }
      }
    }
    return seen;
  }

  /** J(i): 0 in the target, +∞ where the mean time is infinite. */
  double exponent(int vertex) {
    if (target.get(vertex)) {
      return 0;
    }
    return infinite.get(vertex) ? Double.POSITIVE_INFINITY : -labels[blocks.block(vertex)] + 0.0;
  }

  /** The digraph that the chain runs on. */
  CostDigraph graph() {
    return blocks.contraction().graph();
  }

  /** Q. */
  BitSet target() {
    return target;
  }

  /** Q and the vertices with J = +∞. */
  BitSet absorbing() {
    BitSet absorbing = (BitSet) target.clone();
    absorbing.or(infinite);
    return absorbing;
  }

  /** The vertices with J = +∞. */
  BitSet infinite() {
    return infinite;
  }

  /** The vertices that do not reach Q: why others have J = +∞. */
  BitSet lost() {
    return lost;
  }

  /** E_Q, the least weight of an in-forest rooted at Q; +∞ if some vertex does not reach Q. */
  double targetEnergy() {
    return infinite.isEmpty() ? blocks.contraction().total() : Double.POSITIVE_INFINITY;
  }

  /** A least in-forest rooted at Q, on the vertices with finite J. */
  InForest forest() {
    return blocks.contraction().forest();
  }

  /**
   * A least forest of G(i ↛ Q): the blocks on the way from i to the block that i's mean time is
   * spent in are left by that way, that block ends in its main vertex.
   *
   * @param vertex outside Q, with finite J
   */
  InForest pruned(int vertex) {
    Contraction contraction = blocks.contraction();
    int[] exits = new int[contraction.blockCount()];
    Arrays.setAll(exits, contraction::exitEdge);
    int block = blocks.block(vertex);
    while (via[block] != NONE) {
      exits[block] = via[block];
      block = blocks.block(contraction.graph().head(via[block]));
    }
    return contraction.forest(exits, block);
  }
}
