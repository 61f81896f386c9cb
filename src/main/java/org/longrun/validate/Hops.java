package org.longrun.validate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the theory says of the next well: from well i the next core entered is that of well j with a
 * probability whose exponent is V_ij − min_k V_ik, where V_ij is the least cost from i to j that
 * meets no other well and no target between. V_ij follows saddles and other components that hold no
 * iterates, and runs past wells where that is cheaper than through them.
 */
final class Hops {
  /** In place of a component: any of the target. */
  static final int TARGET = -1;

  private final Prediction prediction;

  Hops(Prediction prediction) {
    this.prediction = prediction;
  }

  /** The exponent of the probability that a well is left for another, or for the target. */
  @Nullable Double exponent(int from, int to) {
    double[] cost = costs(from);
    double least = Double.POSITIVE_INFINITY;
    double wanted = Double.POSITIVE_INFINITY;
    for (int j = 0; j < cost.length; j++) {
      if (j != from && ends(j)) {
        least = Math.min(least, cost[j]);
        boolean meant = to == TARGET ? prediction.target().contains(j) : j == to;
        wanted = meant ? Math.min(wanted, cost[j]) : wanted;
      }
    }
    return wanted < Double.POSITIVE_INFINITY ? (Double) (wanted - least) : null;
  }

  private boolean ends(int component) {
    return prediction.target().contains(component)
        || prediction.components().get(component).isMinimum();
  }

  /** Least costs from a well by relaxation; paths end at wells and at the target. */
  private double[] costs(int from) {
    double[] least = new double[prediction.components().size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[from] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Prediction.Cost edge : prediction.costs()) {
        boolean leads = edge.from() == from || !ends(edge.from());
        double through = least[edge.from()] + edge.cost();
        if (leads && through < least[edge.to()]) {
          least[edge.to()] = through;
          changed = true;
        }
      }
    }
    return least;
  }
}
