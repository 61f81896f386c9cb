package org.longrun.arborescence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All in-arborescences that point to one root, in the order of their weights.
 *
 * <p>The set of trees is split after each one found: the p-th part keeps its edges out of the first
 * p − 1 vertices and forbids that out of the p-th; the best tree of a part takes one contraction.
 * E. L. Lawler, A procedure for computing the k best solutions to discrete optimization problems,
 * Management Science 18 (1972) 401–405. At most n contractions a tree.
 */
public final class ArborescenceIterator implements Iterator<InForest> {
  private static final int FREE = -1;
  private final CostDigraph graph;
  private final int root;
  private final PriorityQueue<Part> parts =
      new PriorityQueue<>(
          Comparator.comparingDouble((Part part) -> part.best.weight())
              .thenComparingLong(part -> part.number));
  private long made;

  /** A set of trees: edges that are kept, by vertex, and edges that are forbidden. */
  private record Part(int[] kept, BitSet forbidden, InForest best, long number) {}

  /**
   * Starts with the least tree.
   *
   * @param graph the digraph
   * @param root the vertex that the trees point to
   */
  public ArborescenceIterator(CostDigraph graph, int root) {
    this.graph = graph;
    this.root = root;
    int[] free = new int[graph.size()];
    Arrays.fill(free, FREE);
    offer(free, new BitSet());
  }

  @Override
  public boolean hasNext() {
    return !parts.isEmpty();
  }

  @Override
  public InForest next() {
    Part part = parts.poll();
    if (part == null) {
      throw new NoSuchElementException("no further in-arborescence points to " + root);
    }
    split(part);
    return part.best;
  }

  private void split(Part part) {
    int[] kept = part.kept.clone();
    for (int v = 0; v < kept.length; v++) {
      if (v != root && kept[v] == FREE) {
        BitSet forbidden = (BitSet) part.forbidden.clone();
        forbidden.set(part.best.edge(v));
        offer(kept.clone(), forbidden);
        kept[v] = part.best.edge(v);
      }
    }
  }

  private void offer(int[] kept, BitSet forbidden) {
    InForest best = best(kept, forbidden);
    if (best != null) {
      parts.add(new Part(kept, forbidden, best, made++));
    }
  }

  /** The least tree of a part; null if it has none. */
  private @Nullable InForest best(int[] kept, BitSet forbidden) {
    int[] allowed = new int[graph.edgeCount()];
    int count = 0;
    CostDigraphBuilder builder = new CostDigraphBuilder(graph.edgeCount());
    for (int e = 0; e < graph.edgeCount(); e++) {
      int only = kept[graph.tail(e)];
      if ((only == FREE || only == e) && !forbidden.get(e)) {
        allowed[count++] = e;
        builder.add(graph.tail(e), graph.head(e), graph.cost(e));
      }
    }
    BitSet target = new BitSet();
    target.set(root);
    Contraction contraction = Contraction.toward(target, builder.build(graph.size()));
    if (contraction.closedBlocks().length > 0) {
      return null;
    }
    InForest tree = contraction.forest();
    int[] edges = new int[graph.size()];
    for (int v = 0; v < edges.length; v++) {
      edges[v] = tree.isRoot(v) ? FREE : allowed[contraction.graph().origin(tree.edge(v))];
    }
    return new InForest(graph, edges);
  }
}
