package org.longrun.hitting;

import java.util.Arrays;
import java.util.BitSet;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.GthElimination;
import org.longrun.arborescence.RateMatrix;
import org.longrun.arborescence.ScaledVector;
import org.longrun.graph.TransitionGraph;

/**
 * The probability to reach a member A of the target before the rest of it, at a finite step size η
 * of the chain with rates exp(−B_ij/η), by start vertex; −η log of it tends to the committor
 * exponent. Vertices that may get lost outside the target count as reaching the rest.
 */
public final class CommittorProbabilities {
  private final double[] logs;

  private CommittorProbabilities(double[] logs) {
    this.logs = logs;
  }

  /**
   * The probabilities at this step size.
   *
   * @param stepSize η &gt; 0
   * @param member A, in the target
   * @param target Q
   * @param graph the transition graph, of at most {@link MeanTimes#MOST} vertices
   */
  public static CommittorProbabilities at(
      double stepSize, int member, BitSet target, TransitionGraph graph) {
    if (!target.get(member) || graph.size() > MeanTimes.MOST) {
      throw new IllegalArgumentException(member + " in " + target + " of " + graph.size());
    }
    CostDigraph chain = graph.digraph();
    Absorption absorption = Absorption.toward(target, chain);
    int[] places = new int[chain.size()];
    int next = 2;
    for (int v = 0; v < places.length; v++) {
      boolean other = target.get(v) || absorption.lost().get(v);
      places[v] = v == member ? 0 : other ? 1 : next++;
    }
    ScaledVector q = GthElimination.committor(RateMatrix.of(chain, stepSize, places, next));
    double[] logs = new double[chain.size()];
    Arrays.setAll(logs, v -> q.log(places[v]));
    return new CommittorProbabilities(logs);
  }

  /** log of the probability; −∞ where it is 0. */
  public double logProbability(int vertex) {
    return logs[vertex];
  }
}
