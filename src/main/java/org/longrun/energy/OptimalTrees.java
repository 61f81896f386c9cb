package org.longrun.energy;

import java.math.BigInteger;
import org.longrun.arborescence.OptimalCount;
import org.longrun.graph.TransitionGraph;

/**
 * How many least in-arborescences point to each vertex, exactly: 1 where the arborescence is the
 * only one. Costs that agree within rounding and their error estimates count as equal, as they do
 * for {@link EnergyLevels#groundStates}.
 */
public final class OptimalTrees {
  /** The most vertices whose trees are counted: O(N³) operations on numbers of N log N digits. */
  public static final int MOST = 200;

  private final BigInteger[] counts;

  private OptimalTrees(BigInteger[] counts) {
    this.counts = counts;
  }

  /**
   * Counts the least trees of all roots.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST} vertices
   */
  public static OptimalTrees of(EnergyLevels levels) {
    TransitionGraph graph = levels.graph();
    if (graph.size() > MOST) {
      throw new IllegalArgumentException(graph.size() + " vertices; the most is " + MOST);
    }
    double rounding = levels.roundingOfPaths();
    return new OptimalTrees(
        OptimalCount.of(levels.contraction(), e -> rounding + 2 * graph.error(e)));
  }

  /** The number of least in-arborescences that point to the vertex; 0 where E_i = +∞. */
  public BigInteger count(int root) {
    return counts[root];
  }
}
