package org.longrun.hitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.IndexHeap;
import org.longrun.graph.TransitionGraph;

/**
 * Where the chain leaves a domain D: the exponent of the probability that the first exit from D
 * runs along a given edge, for every edge that leaves D (graph algorithms, sections 3 and 5).
 *
 * <p>With everything outside D absorbing, the probability to leave along (a, b) from i is
 * exp(−q/η), q = dist(block(i), block(a)) + B(a, b) − P(a).
 */
public final class ExitDistribution {
  private static final int NONE = -1;
  private final BitSet domain;
  private final CostDigraph graph;
  private final BlockGraph blocks;

  private ExitDistribution(BitSet domain, TransitionGraph graph) {
    this.domain = (BitSet) domain.clone();
    this.graph = graph.digraph();
    BitSet outside = (BitSet) domain.clone();
    outside.flip(0, graph.size());
    this.blocks = new BlockGraph(Contraction.toward(outside, this.graph));
  }

  /**
   * An exit and how unlikely it is.
   *
   * @param edge the edge that leaves the domain
   * @param exponent q: it is taken with probability exp(−q/η)
   */
  public record Exit(int edge, double exponent) {}

  /** Prepares the exits from a set of vertices: one contraction. */
  public static ExitDistribution from(BitSet domain, TransitionGraph graph) {
    return new ExitDistribution(domain, graph);
  }

  /**
   * All exits from the domain with their exponents for one start, by edge; +∞ for an exit that the
   * start does not reach.
   *
   * @throws IllegalArgumentException if the start is outside the domain
   */
  public List<Exit> starting(int vertex) {
    if (!domain.get(vertex)) {
      throw new IllegalArgumentException(vertex + " is not in the domain " + domain);
    }
    List<Exit> exits = new ArrayList<>();
    Map<Integer, double[]> distances = new HashMap<>();
    for (int e = 0; e < graph.edgeCount(); e++) {
      if (domain.get(graph.tail(e)) && !domain.get(graph.head(e))) {
        int last = blocks.block(graph.tail(e));
        double way = distances.computeIfAbsent(last, this::distances)[blocks.block(vertex)];
        exits.add(new Exit(e, way + blocks.reducedCost(e)));
      }
    }
    return exits;
  }

  private double[] distances(int block) {
    double[] labels = new double[blocks.contraction().blockCount()];
    int[] via = new int[labels.length];
    Arrays.fill(labels, Double.POSITIVE_INFINITY);
    Arrays.fill(via, NONE);
    IndexHeap queue = new IndexHeap(labels.length);
    labels[block] = 0;
    queue.add(block, 0);
    blocks.relax(queue, labels, via);
    return labels;
  }
}
