package org.longrun.energy;

import java.util.Arrays;
import org.longrun.arborescence.GthElimination;
import org.longrun.arborescence.RateMatrix;
import org.longrun.arborescence.ScaledVector;

/**
 * The stationary distribution of the chain with rates exp(−B_ij/η) at a finite step size η, of each
 * closed class by itself: not only the leading order exp(−E_i/η), but with the number of trees that
 * share it. Vertices of no class have weight 0.
 *
 * <p>This is exact for the chain; SGD itself has prefactors that the costs do not know.
 */
public final class StationaryWeights {
  /** The largest class that is eliminated; O(N³). */
  public static final int MOST = 1000;

  private final double[] logs;
  private double rounding;

  private StationaryWeights(double stepSize, EnergyLevels levels) {
    int n = levels.graph().size();
    logs = new double[n];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    for (ClosedClass members : levels.closedClasses()) {
      if (members.size() > MOST) {
        throw new IllegalArgumentException(
            "a closed class of " + members.size() + " vertices; the most is " + MOST);
      }
      int[] places = new int[n];
      Arrays.fill(places, -1);
      for (int k = 0; k < members.size(); k++) {
        places[members.member(k)] = k;
      }
      RateMatrix rates = RateMatrix.of(levels.graph().digraph(), stepSize, places, members.size());
      ScaledVector weights = GthElimination.stationary(rates);
      rounding = Math.max(rounding, GthElimination.roundingBound(rates));
      for (int k = 0; k < members.size(); k++) {
        logs[members.member(k)] = weights.log(k);
      }
    }
  }

  /**
   * The weights at this step size.
   *
   * @param stepSize η &gt; 0
   * @param levels the energies, for the classes
   * @throws IllegalArgumentException if the step size is not positive or a class too large
   */
  public static StationaryWeights at(double stepSize, EnergyLevels levels) {
    return new StationaryWeights(stepSize, levels);
  }

  /** log of the weight; −∞ for a vertex of no class. */
  public double logWeight(int vertex) {
    return logs[vertex];
  }

  /** The weight. */
  public double weight(int vertex) {
    return Math.exp(logs[vertex]);
  }

  /** A bound of the rounding error of every logWeight. */
  public double roundingBound() {
    return rounding;
  }
}
