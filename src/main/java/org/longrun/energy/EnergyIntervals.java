package org.longrun.energy;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.arborescence.RootWeights;
import org.longrun.graph.TransitionGraph;

/**
 * What the energies may be when the costs are known up to |δB_ij| ≤ ε_ij.
 *
 * <p>E_i rises with every cost, so its exact range is [E_i(B − ε), E_i(B + ε)]: two contractions
 * for all roots. A tree stays optimal for all costs in the box exactly if it is optimal at the
 * corner that is worst for it, B + ε on its edges and B − ε elsewhere.
 */
public final class EnergyIntervals {
  private static final double UNIT = 0x1p-53;
  private final EnergyLevels levels;
  private final Contraction least;
  private final double[] lower;
  private final double[] upper;

  private EnergyIntervals(EnergyLevels levels) {
    this.levels = levels;
    TransitionGraph graph = levels.graph();
    if (graph.hasErrors()) {
      this.least = Contraction.of(ErrorBox.lower(graph));
      this.lower = RootWeights.of(least);
      this.upper = RootWeights.of(Contraction.of(ErrorBox.upper(graph)));
    } else {
      this.least = levels.contraction();
      this.lower = new double[graph.size()];
      Arrays.setAll(lower, levels::energy);
      this.upper = lower;
    }
  }

  /** The ranges of all energies. */
  public static EnergyIntervals of(EnergyLevels levels) {
    return new EnergyIntervals(levels);
  }

  /** The energies at the costs as they are. */
  public EnergyLevels levels() {
    return levels;
  }

  /** The least that E_i may be; +∞ where E_i = +∞. */
  public double lower(int vertex) {
    return Math.min(lower[vertex], levels.energy(vertex));
  }

  /** The most that E_i may be; +∞ where E_i = +∞. */
  public double upper(int vertex) {
    return Math.max(upper[vertex], levels.energy(vertex));
  }

  /** How much the errors leave open of E_i; 0 where it is +∞. */
  public double width(int vertex) {
    return upper(vertex) > lower(vertex) ? upper(vertex) - lower(vertex) : 0;
  }

  /**
   * True if the ground states are the same whatever the errors are: one vertex of each closed class
   * is least, or the costs are exact.
   */
  public boolean isGroundStateCertain() {
    return !levels.graph().hasErrors()
        || levels.groundStates().cardinality() == levels.closedClasses().size();
  }

  /**
   * The edges that decide how wide the range of E_i is: those of its tree and of the one that is
   * least where all costs are; empty where E_i = +∞.
   */
  public BitSet deciding(int root) {
    BitSet edges = new BitSet();
    if (levels.energy(root) < Double.POSITIVE_INFINITY) {
      edges.or(levels.arborescence(root).orElseThrow().edgeSet());
      edges.or(least.arborescence(root).edgeSet());
    }
    return edges;
  }

  /**
   * True if the root's arborescence is optimal whatever the errors are: it is at the corner that is
   * worst for it; O(M log M).
   */
  public boolean isTreeCertain(int root) {
    InForest tree = levels.arborescence(root).orElse(null);
    if (tree == null || !levels.graph().hasErrors()) {
      return tree != null;
    }
    CostDigraph corner = ErrorBox.corner(levels.graph(), tree);
    InForest best = Contraction.of(corner).arborescence(root);
    double gain = 0;
    double scale = 0;
    for (int v = 0; v < tree.size(); v++) {
      if (v != root && tree.edge(v) != best.edge(v)) {
        gain += corner.cost(tree.edge(v)) - corner.cost(best.edge(v));
        scale += corner.cost(tree.edge(v)) + corner.cost(best.edge(v));
      }
    }
    return gain <= 4 * UNIT * tree.size() * scale;
  }

  /**
   * The edge whose cost should be computed better first to make the ground state certain: of the
   * edges in which the trees of the tied ground states differ, the one with the largest error; −1
   * if the ground state is certain or no edge in question has an error.
   */
  public int refineFirst() {
    TransitionGraph graph = levels.graph();
    BitSet ground = levels.groundStates();
    if (isGroundStateCertain() || !levels.isUnique()) {
      return -1;
    }
    InForest first = levels.arborescence(ground.nextSetBit(0)).orElseThrow();
    int worst = -1;
    for (int j = ground.nextSetBit(0); j >= 0; j = ground.nextSetBit(j + 1)) {
      BitSet edges = levels.arborescence(j).orElseThrow().edgeSet();
      edges.xor(first.edgeSet());
      for (int e = edges.nextSetBit(0); e >= 0; e = edges.nextSetBit(e + 1)) {
        worst = graph.error(e) > (worst < 0 ? 0 : graph.error(worst)) ? e : worst;
      }
    }
    return worst;
  }
}
