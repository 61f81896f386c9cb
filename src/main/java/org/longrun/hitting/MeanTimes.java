package org.longrun.hitting;

import java.util.Arrays;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.GthElimination;
import org.longrun.arborescence.RateMatrix;
import org.longrun.arborescence.ScaledVector;

/**
 * Mean hitting times E_i[τ_Q] at a finite step size η of the chain with rates exp(−B_ij/η), the
 * chain whose exponents SGD feels: η log E_i[τ] → J(i) as η → 0. In the unit of 1/rate; exact for
 * the chain, while SGD itself has prefactors that the costs do not know.
 */
public final class MeanTimes {
  /** The largest network that is eliminated; O(N³). */
  public static final int MOST = 1000;

  private final double[] logs;
  private final double rounding;

  private MeanTimes(double stepSize, HittingExponents hitting) {
    Absorption felt = hitting.felt();
    CostDigraph chain = felt.graph();
    int[] places = new int[chain.size()];
    int next = 1;
    for (int v = 0; v < places.length; v++) {
      boolean target = felt.target().get(v);
      places[v] = target ? 0 : felt.infinite().get(v) ? -1 : next++;
    }
    if (next > MOST + 1) {
      throw new IllegalArgumentException(next - 1 + " vertices; the most is " + MOST);
    }
    RateMatrix rates = RateMatrix.of(chain, stepSize, places, next);
    ScaledVector times = GthElimination.meanTimes(rates);
    rounding = GthElimination.roundingBound(rates);
    logs = new double[hitting.graph().size()];
    Arrays.setAll(
        logs,
        v ->
            hitting.target().get(v)
                ? Double.NEGATIVE_INFINITY
                : places[v] < 0 ? Double.POSITIVE_INFINITY : times.log(places[v]));
  }

  /**
   * The mean times at this step size.
   *
   * @param stepSize η &gt; 0
   * @param hitting the exponents, for the target and the chain
   * @throws IllegalArgumentException if the step size is not positive or the graph too large
   */
  public static MeanTimes at(double stepSize, HittingExponents hitting) {
    return new MeanTimes(stepSize, hitting);
  }

  /** log E_i[τ]; −∞ in the target, +∞ where the mean is infinite. */
  public double logTime(int vertex) {
    return logs[vertex];
  }

  /** A bound of the rounding error of every finite logTime. */
  public double roundingBound() {
    return rounding;
  }
}
