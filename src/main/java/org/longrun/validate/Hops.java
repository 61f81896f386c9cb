package org.longrun.validate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the theory says of the next well: from well i the next core entered is that of well j with a
 * probability whose exponent is V_ij − min_k V_ik, where V_ij is the least cost of a path from i to
 * j that enters no core between. On the line such a path meets no other well. Elsewhere cores are
 * passed at a cost that vanishes with their radius, and V_ij is the closed cost.
 */
final class Hops {
  /** In place of a component: any of the target. */
  static final int TARGET = -1;

  private final Prediction prediction;
  private final boolean passes;

  Hops(Prediction prediction) {
    this.prediction = prediction;
    this.passes = prediction.components().get(0).representative().dimension() > 1;
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

  /** Least costs from a well, by relaxation. */
  private double[] costs(int from) {
    double[] least = new double[prediction.components().size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[from] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Prediction.Cost edge : prediction.costs()) {
        boolean leads = passes || edge.from() == from || !ends(edge.from());
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
