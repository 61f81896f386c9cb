package org.longrun.arborescence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The event-ordered contraction of a digraph: Edmonds' cycle contraction with blocks taken in the
 * order of their exit exponents. One run answers for all roots at once.
 *
 * <p>Blocks are the vertices 0 … n−1 and then the contracted cycles, parents after children. Block
 * u has c(u), the reduced cost of its cheapest exit; the exit exponent γ(u) = max γ(children) +
 * c(u), with γ(v) = c(v) for a vertex; and its main vertex, that of the child with the largest γ.
 * With P(a) = Σ c(u) over the blocks u that contain a, and total = Σ c(u) over all blocks:
 *
 * <ul>
 *   <li>the least in-arborescence pointing to r weighs total − P(r), for every r of the only block
 *       without exit;
 *   <li>Σ of c(u) over the blocks u ∌ r is a solution of the dual linear programme, which proves it
 *       ({@link Duals});
 *   <li>the events are the exponents of the non-zero eigenvalues of the generator with rates
 *       exp(−B/η).
 * </ul>
 *
 * <p>Dense graphs take O(n²), sparse ones O(M log M). J. Edmonds, Optimum branchings, J. Res. NBS
 * 71B (1967) 233–240; R. E. Tarjan, Finding optimum branchings, Networks 7 (1977) 25–35; H. N.
 * Gabow, Z. Galil, T. Spencer, R. E. Tarjan, Efficient algorithms for finding minimum spanning
 * trees in undirected and directed graphs, Combinatorica 6 (1986) 109–122.
 */
public final class Contraction {
  private static final int NONE = -1;
  private final ContractionRun run;
  private final double[] pathSums;
  private final double total;

  private Contraction(ContractionRun run) {
    this.run = run;
    this.pathSums = new double[run.blocks];
    double sum = 0;
    for (int b = run.blocks - 1; b >= 0; b--) {
      double own = run.exits[b] == NONE ? 0 : run.exitCosts[b];
      pathSums[b] = own + (run.parent[b] == NONE ? 0 : pathSums[run.parent[b]]);
      sum += own;
    }
    total = sum;
  }

  /** The contraction of the whole graph: the answer for all roots. */
  public static Contraction of(CostDigraph graph) {
    return toward(new BitSet(), graph);
  }

  /**
   * The contraction in which these vertices are absorbing: their edges out are ignored.
   *
   * @param absorbing the roots of the in-forests
   * @param graph the digraph
   */
  public static Contraction toward(BitSet absorbing, CostDigraph graph) {
    return run(absorbing, graph, DenseRows.suits(graph));
  }

  static Contraction run(BitSet absorbing, CostDigraph graph, boolean dense) {
    return new Contraction(new ContractionRun(graph, (BitSet) absorbing.clone(), dense).run());
  }

  /** The digraph that was contracted. */
  public CostDigraph graph() {
    return run.graph;
  }

  /** True if this vertex was made absorbing. */
  public boolean isAbsorbing(int vertex) {
    return run.absorbing.get(vertex);
  }

  /** The number of blocks, vertices included; less than 2n. */
  public int blockCount() {
    return run.blocks;
  }

  /** The block that this one was contracted into, −1 for a maximal block. */
  public int parent(int block) {
    return run.parent[block];
  }

  /** The number of children; 0 for a vertex. */
  public int childCount(int block) {
    int index = block - graph().size();
    return index < 0 ? 0 : run.childStarts[index + 1] - run.childStarts[index];
  }

  /** The k-th child of a contracted cycle, in the order of the cycle. */
  public int child(int block, int k) {
    return run.children[run.childStarts[block - graph().size()] + k];
  }

  /** c(u): the reduced cost of the cheapest exit; +∞ if nothing leaves the block. */
  public double exitCost(int block) {
    return isLeft(block) ? run.exitCosts[block] : Double.POSITIVE_INFINITY;
  }

  /** The cheapest exit as an edge of the digraph; −1 if nothing leaves the block. */
  public int exitEdge(int block) {
    return run.exits[block];
  }

  /** γ(u): the time to leave the block is exp(γ/η) from everywhere in it; +∞ if never. */
  public double exitExponent(int block) {
    return run.exponents[block];
  }

  /** The vertex of the block where the chain spends its time while it stays in it. */
  public int main(int block) {
    return run.mains[block];
  }

  /** Σ c over the block and all blocks around it. */
  public double pathSum(int block) {
    return pathSums[block];
  }

  /** Σ c over all blocks that have an exit. */
  public double total() {
    return total;
  }

  /** True if the block has an exit. */
  public boolean isLeft(int block) {
    return run.exits[block] != NONE;
  }

  /** For every block the maximal block around it. */
  public int[] maximalBlocks() {
    int[] maximal = new int[run.blocks];
    for (int b = run.blocks - 1; b >= 0; b--) {
      maximal[b] = run.parent[b] == NONE ? b : maximal[run.parent[b]];
    }
    return maximal;
  }

  /** The maximal blocks without exit that are not absorbing: the closed classes; ascending. */
  public int[] closedBlocks() {
    return IntStream.range(0, run.blocks)
        .filter(b -> run.parent[b] == NONE && !isLeft(b))
        .filter(b -> b >= graph().size() || !isAbsorbing(b))
        .toArray();
  }

  /** The number of events. */
  public int eventCount() {
    return run.events;
  }

  /** The exponent of the k-th event; ascending in k. */
  public double eventExponent(int k) {
    return run.eventExponents[k];
  }

  /** The main vertex of the attractor that becomes transient in the k-th event. */
  public int dying(int k) {
    return run.dying[k];
  }

  /** The main vertex of the attractor that takes it in. */
  public int absorber(int k) {
    return run.absorbers[k];
  }

  /** The solution of the dual linear programme that proves the weights. */
  public Duals duals() {
    double[] values = new double[run.blocks];
    for (int b = 0; b < run.blocks; b++) {
      values[b] = isLeft(b) ? run.exitCosts[b] : 0;
    }
    return new Duals(graph().size(), Arrays.copyOf(run.parent, run.blocks), values);
  }

  /**
   * A least in-arborescence that points to this vertex; O(n).
   *
   * @throws IllegalArgumentException if some vertex does not reach the root
   */
  public InForest arborescence(int root) {
    int[] closed = closedBlocks();
    if (closed.length != 1 || maximal(root) != closed[0] || !run.absorbing.isEmpty()) {
      throw new IllegalArgumentException("not every vertex reaches " + root);
    }
    Expansion expansion = new Expansion(this);
    for (int b = 0; b < run.blocks; b++) {
      if (run.parent[b] == NONE && isLeft(b)) {
        expansion.leave(b, run.exits[b]);
      }
    }
    return expansion.end(closed[0], root).forest();
  }

  /**
   * A least spanning in-forest among those with the fewest roots: every maximal block with an exit
   * is left by it, absorbing vertices are roots, and a closed class ends in its main vertex.
   */
  public InForest forest() {
    return forest(run.exits.clone(), NONE);
  }

  /**
   * The in-forest that leaves maximal blocks by these edges.
   *
   * @param exits by block, read at maximal blocks only
   * @param ending a maximal block that ends in its main vertex in spite of its exit; −1 for none
   */
  public InForest forest(int[] exits, int ending) {
    Expansion expansion = new Expansion(this);
    for (int b = 0; b < run.blocks; b++) {
      if (run.parent[b] != NONE) {
        continue;
      }
      if (b == ending || !isLeft(b)) {
        expansion.end(b, run.mains[b]);
      } else {
        expansion.leave(b, exits[b]);
      }
    }
    return expansion.forest();
  }

  private int maximal(int block) {
    int at = block;
    while (run.parent[at] != NONE) {
      at = run.parent[at];
    }
    return at;
  }
}
