package org.longrun.hitting;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.IndexHeap;
import org.longrun.graph.TransitionGraph;

/**
 * Committor exponents: the probability to reach a member A of the target before the rest of it is
 * exp(−q/η), for every start vertex (graph algorithms, section 5).
 *
 * <p>q(i) is the shortest way from the block of i to A with the reduced costs ρ; +∞ where A cannot
 * be reached without meeting the rest of the target.
 */
public final class Committor {
  private static final int NONE = -1;
  private final BitSet target;
  private final BlockGraph blocks;
  private final int size;

  private Committor(BitSet target, TransitionGraph graph) {
    this.target = (BitSet) target.clone();
    this.blocks = new BlockGraph(Contraction.toward(target, graph.digraph()));
    this.size = graph.size();
  }

  /** Prepares the committors of a target: one contraction for all its members. */
  public static Committor of(BitSet target, TransitionGraph graph) {
    return new Committor(target, graph);
  }

  /**
   * The exponents of the probability to end in this member of the target, by start vertex.
   *
   * @throws IllegalArgumentException if the vertex is not in the target
   */
  public double[] before(int member) {
    if (!target.get(member)) {
      throw new IllegalArgumentException(member + " is not in the target " + target);
    }
    double[] labels = new double[blocks.contraction().blockCount()];
    int[] via = new int[labels.length];
    Arrays.fill(labels, Double.POSITIVE_INFINITY);
    Arrays.fill(via, NONE);
    IndexHeap queue = new IndexHeap(labels.length);
    labels[member] = 0;
    queue.add(member, 0);
    blocks.relax(queue, labels, via);
    double[] exponents = new double[size];
    Arrays.setAll(exponents, v -> labels[blocks.block(v)]);
    return exponents;
  }
}
