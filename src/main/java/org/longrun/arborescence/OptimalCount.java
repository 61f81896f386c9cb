package org.longrun.arborescence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How many least in-arborescences point to each root, exactly.
 *
 * <p>A tree is least exactly if all its edges are tight for the duals of the contraction and every
 * block with c &gt; 0 that does not hold the root is left once (complementary slackness). So the
 * count is a product over those blocks, innermost first, of numbers of spanning in-trees of the
 * multigraph of tight edges between a block's children: W. T. Tutte's matrix-tree theorem for
 * digraphs, evaluated without fractions (E. H. Bareiss, Math. Comp. 22 (1968) 565–578).
 */
public final class OptimalCount {
  private static final int NONE = -1;
  private final Contraction contraction;
  private final IntToDoubleFunction tolerance;
  private final int[] around;
  private final LaminarTree tree;
  private final BigInteger[] counts;

  private OptimalCount(Contraction contraction, IntToDoubleFunction tolerance) {
    this.contraction = contraction;
    this.tolerance = tolerance;
    int blocks = contraction.blockCount();
    int[] parents = new int[blocks];
    Arrays.setAll(parents, contraction::parent);
    this.tree = new LaminarTree(parents);
    this.around = new int[blocks];
    for (int b = blocks - 1; b >= 0; b--) {
      int up = parents[b];
      around[b] = up == NONE ? NONE : isKept(up) ? up : around[up];
    }
    this.counts = new BigInteger[contraction.graph().size()];
    Arrays.fill(counts, BigInteger.ONE);
  }

  /**
   * The number of least in-arborescences by root; 0 where there is none.
   *
   * @param contraction without absorbing vertices
   * @param tolerance by edge: its reduced cost is 0 if it is at most this
   */
  public static BigInteger[] of(Contraction contraction, IntToDoubleFunction tolerance) {
    BigInteger[] none = new BigInteger[contraction.graph().size()];
    Arrays.fill(none, BigInteger.ZERO);
    return contraction.closedBlocks().length == 1
        ? new OptimalCount(contraction, tolerance).count()
        : none;
  }

  private boolean isKept(int block) {
    return block >= contraction.graph().size()
        && (!contraction.isLeft(block)
            || contraction.exitCost(block) > tolerance.applyAsDouble(contraction.exitEdge(block)));
  }

  private BigInteger[] count() {
    List<List<Integer>> children = byBlockAround(contraction.blockCount());
    List<List<Integer>> edges = tightEdges();
    for (int b = contraction.graph().size(); b < contraction.blockCount(); b++) {
      if (isKept(b)) {
        BigInteger[] trees = trees(children.get(b), edges.get(b), b);
        multiply(children.get(b), trees, b);
      }
    }
    int top = contraction.closedBlocks()[0];
    List<Integer> maximal = children.get(contraction.blockCount());
    maximal.remove(Integer.valueOf(top));
    maximal.add(0, top);
    List<Integer> crossing = edges.get(contraction.blockCount());
    BigInteger outside = new QuotientTrees(laplacian(maximal, crossing, NONE)).towardFirst();
    for (int v = 0; v < counts.length; v++) {
      counts[v] = childOf(v, NONE) == top ? counts[v].multiply(outside) : BigInteger.ZERO;
    }
    return counts;
  }

  /**
   * For each kept block its children among the kept blocks and vertices; last, the maximal ones.
   */
  private List<List<Integer>> byBlockAround(int blocks) {
    List<List<Integer>> lists = lists(blocks + 1);
    for (int b = 0; b < blocks; b++) {
      if (b < contraction.graph().size() || isKept(b)) {
        lists.get(around[b] == NONE ? blocks : around[b]).add(b);
      }
    }
    return lists;
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /** The tight edges by the smallest kept block around both ends; last, those in none. */
  private List<List<Integer>> tightEdges() {
    CostDigraph graph = contraction.graph();
    int blocks = contraction.blockCount();
    List<List<Integer>> lists = lists(blocks + 1);
    for (int e = 0; e < graph.edgeCount(); e++) {
      int meet = tree.smallestAround(graph.tail(e), graph.head(e));
      double outer = meet == NONE ? 0 : contraction.pathSum(meet);
      double reduced = graph.cost(e) - (contraction.pathSum(graph.tail(e)) - outer);
      if (reduced <= tolerance.applyAsDouble(e)) {
        int kept = meet == NONE || isKept(meet) ? meet : around[meet];
        lists.get(kept == NONE ? blocks : kept).add(e);
      }
    }
    return lists;
  }

  private BigInteger[] trees(List<Integer> children, List<Integer> edges, int block) {
    return new QuotientTrees(laplacian(children, edges, block)).towardEach();
  }

  /** Row u, column v: minus the number of ways to go from child u to child v. */
  private BigInteger[][] laplacian(List<Integer> children, List<Integer> edges, int block) {
    int[] places = new int[contraction.blockCount()];
    for (int k = 0; k < children.size(); k++) {
      places[children.get(k)] = k;
    }
    BigInteger[][] matrix = new BigInteger[children.size()][children.size()];
    for (BigInteger[] row : matrix) {
      Arrays.fill(row, BigInteger.ZERO);
    }
    for (int e : edges) {
      int tail = contraction.graph().tail(e);
      int u = places[childOf(tail, block)];
      int v = places[childOf(contraction.graph().head(e), block)];
      matrix[u][v] = matrix[u][v].subtract(counts[tail]);
      matrix[u][u] = matrix[u][u].add(counts[tail]);
    }
    return matrix;
  }

  /** The child of the block that holds the vertex; for no block the maximal one. */
  private int childOf(int vertex, int block) {
    int child = vertex;
    while (around[child] != block) {
      child = around[child];
    }
    return child;
  }

  private void multiply(List<Integer> children, BigInteger[] trees, int block) {
    int[] places = new int[contraction.blockCount()];
    for (int k = 0; k < children.size(); k++) {
      places[children.get(k)] = k;
    }
    for (int v = 0; v < counts.length; v++) {
      if (isInside(v, block)) {
        counts[v] = counts[v].multiply(trees[places[childOf(v, block)]]);
      }
    }
  }

  private boolean isInside(int vertex, int block) {
    int at = vertex;
    while (at != NONE && at < block) {
      at = around[at];
    }
    return at == block;
  }
}
