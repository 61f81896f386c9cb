package org.longrun.energy;

import java.util.Arrays;

/**
 * The invariant measure's leading order at a step size η: μ(K_i) ∝ exp(−E_i/η) (theory, section 3),
 * computed from logarithms, so that no weight underflows before it is asked for.
 *
 * <p>With several closed classes the measure is not unique; the weights are then those of the
 * invariant measure of each vertex's own class, and sum to 1 in each. A vertex of no class has
 * weight 0.
 */
public final class GibbsWeights {
  private final double[] logs;

  private GibbsWeights(double[] logs) {
    this.logs = logs;
  }

  /**
   * The weights at this step size.
   *
   * @param stepSize η &gt; 0
   * @param levels the energies
   * @throws IllegalArgumentException if the step size is not positive
   */
  public static GibbsWeights at(double stepSize, EnergyLevels levels) {
    if (!(stepSize > 0)) {
      throw new IllegalArgumentException("a step size of " + stepSize + "; it must be > 0");
    }
    double[] logs = new double[levels.graph().size()];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    for (ClosedClass members : levels.closedClasses()) {
      double sum = 0;
      for (int k = 0; k < members.size(); k++) {
        sum += Math.exp(-members.relative(k) / stepSize);
      }
      for (int k = 0; k < members.size(); k++) {
        logs[members.member(k)] = -members.relative(k) / stepSize - Math.log(sum);
      }
    }
    return new GibbsWeights(logs);
  }

  /** log μ(K_i); −∞ for a vertex of no class. */
  public double logWeight(int vertex) {
    return logs[vertex];
  }

  /** μ(K_i). */
  public double weight(int vertex) {
    return Math.exp(logs[vertex]);
  }
}
