package org.longrun.hitting;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.graph.TransitionGraph;

/**
 * What the exponents that SGD feels may be when the costs are known up to |δB_ij| ≤ ε_ij.
 *
 * <p>With T* the optimal forest of the target, J(i) = min w(T) − min w(F) ≤ w(T*) − min w(F), and
 * the right-hand side is largest at the corner B + ε on T*, B − ε elsewhere, whatever F is: one run
 * bounds all J(i) from above. In the same way the corner of i's own witness F* bounds J(i) from
 * below; above {@value #WITNESSES} vertices the cheaper E_Q(B − ε) − J(i ↛ Q)(B + ε) is taken. Both
 * bounds hold for every choice of errors, and are attained where the forests stay optimal.
 */
public final class HittingIntervals {
  private static final int WITNESSES = 400;
  private final HittingExponents hitting;
  private final Absorption felt;
  private final double[] lower;
  private final double[] upper;

  private HittingIntervals(HittingExponents hitting) {
    this.hitting = hitting;
    this.felt = hitting.felt();
    int n = hitting.graph().size();
    this.upper = new double[n];
    this.lower = new double[n];
    InForest star = felt.forest();
    CostDigraph corner = corner(star);
    Absorption worst = Absorption.toward(felt.target(), corner);
    double slack = difference(star, worst.forest(), corner);
    for (int i = 0; i < n; i++) {
      double j = hitting.exponent(i);
      boolean counts = j < Double.POSITIVE_INFINITY && !hitting.target().get(i);
      upper[i] = counts ? Math.max(j, worst.exponent(i) + slack) : j;
      lower[i] = j;
    }
    if (n <= WITNESSES) {
      lowerByWitness();
    } else {
      lowerByEnergies();
    }
  }

  /** The ranges of all exponents. */
  public static HittingIntervals of(HittingExponents hitting) {
    return new HittingIntervals(hitting);
  }

  private void lowerByWitness() {
    Map<InForest, Double> bounds = new HashMap<>();
    for (int i = 0; i < lower.length; i++) {
      if (upper[i] > 0 && upper[i] < Double.POSITIVE_INFINITY) {
        double bound = bounds.computeIfAbsent(felt.pruned(i), this::lowerBound);
        lower[i] = Math.max(0, Math.min(lower[i], bound));
      }
    }
  }

  private double lowerBound(InForest witness) {
    CostDigraph corner = corner(witness);
    Contraction best = Contraction.toward(felt.absorbing(), corner);
    return difference(best.forest(), witness, corner);
  }

  private void lowerByEnergies() {
    CostDigraph least = shifted(e -> -1);
    CostDigraph most = shifted(e -> 1);
    Absorption dear = Absorption.toward(felt.target(), most);
    InForest cheap = Absorption.toward(felt.target(), least).forest();
    double spread = dear.forest().weight() - cheap.weight();
    for (int i = 0; i < lower.length; i++) {
      if (upper[i] > 0 && upper[i] < Double.POSITIVE_INFINITY) {
        lower[i] = Math.max(0, Math.min(lower[i], dear.exponent(i) - spread));
      }
    }
  }

  private CostDigraph corner(InForest forest) {
    CostDigraph graph = felt.graph();
    return shifted(e -> forest.edge(graph.tail(e)) == e ? 1 : -1);
  }

  private CostDigraph shifted(IntUnaryOperator sign) {
    TransitionGraph transitions = hitting.graph();
    double[] costs = felt.graph().costs();
    for (int e = 0; e < costs.length; e++) {
      int edge = hitting.feltEdge(e);
      double error = edge < 0 ? 0 : transitions.error(edge);
      costs[e] = Math.max(0, costs[e] + sign.applyAsInt(e) * error);
    }
    return felt.graph().withCosts(costs);
  }

  /** w(first) − w(second), summed where they differ. */
  private static double difference(InForest first, InForest second, CostDigraph costs) {
    double sum = 0;
    for (int v = 0; v < first.size(); v++) {
      if (first.edge(v) != second.edge(v)) {
        sum += first.isRoot(v) ? 0 : costs.cost(first.edge(v));
        sum -= second.isRoot(v) ? 0 : costs.cost(second.edge(v));
      }
    }
    return sum;
  }

  /** A value that the exponent of K_i is not below. */
  public double lower(int vertex) {
    return lower[vertex];
  }

  /** A value that the exponent of K_i is not above. */
  public double upper(int vertex) {
    return upper[vertex];
  }

  /** The vertex whose exponent is the least certain; −1 if all are certain. */
  public int leastCertain() {
    int worst = -1;
    double width = 0;
    for (int i = 0; i < lower.length; i++) {
      if (upper[i] - lower[i] > width) {
        worst = i;
        width = upper[i] - lower[i];
      }
    }
    return worst;
  }

  /**
   * The edge whose cost should be computed better first: of the edges that decide the least certain
   * exponent the one with the largest error; −1 if all are certain or none of them has an error.
   */
  public int refineFirst() {
    int vertex = leastCertain();
    return vertex < 0 ? -1 : refineFirst(vertex);
  }

  /** The same for the exponent of one vertex. */
  public int refineFirst(int vertex) {
    int worst = -1;
    double error = 0;
    for (Sensitivity entry : hitting.gradient(vertex)) {
      if (hitting.graph().error(entry.edge()) > error) {
        worst = entry.edge();
        error = hitting.graph().error(worst);
      }
    }
    return worst;
  }
}
