package org.longrun.hitting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.InForest;
import org.longrun.energy.ErrorBox;
import org.longrun.graph.ShortestPaths;
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
  private final Absorption worst;
  private final double[] lower;
  private final double[] upper;

  private HittingIntervals(HittingExponents hitting) {
    this.hitting = hitting;
    this.felt = hitting.felt();
    int n = hitting.graph().size();
    this.lower = new double[n];
    Arrays.setAll(lower, hitting::exponent);
    this.upper = lower.clone();
    this.worst = hitting.graph().hasErrors() ? widen() : felt;
  }

  /** Moves the bounds apart; returns the chain at the corner that bounds from above. */
  private Absorption widen() {
    InForest star = felt.forest();
    CostDigraph corner = corner(star);
    Absorption worst = Absorption.toward(felt.target(), corner);
    double slack = difference(star, worst.forest(), corner);
    raise(i -> worst.exponent(i) + slack);
    double through = throughTarget();
    raise(i -> through);
    if (lower.length <= WITNESSES) {
      lowerByWitness();
    } else {
      lowerByEnergies();
    }
    return worst;
  }

  private void raise(IntToDoubleFunction bound) {
    for (int i = 0; i < upper.length; i++) {
      if (upper[i] < Double.POSITIVE_INFINITY && !hitting.target().get(i)) {
        upper[i] = Math.max(upper[i], bound.applyAsDouble(i));
      }
    }
  }

  /**
   * The most that M may be, the exponent of what is lost in passing the target, where M = 0 at the
   * costs as they are: then the chain felt is the one without passing (graph algorithms, section
   * 7).
   */
  private double throughTarget() {
    TransitionGraph transitions = hitting.graph();
    double most = 0;
    if (transitions.passesRound() && felt.graph() == transitions.digraph()) {
      ShortestPaths out = ShortestPaths.from(hitting.target(), ErrorBox.lower(transitions));
      for (int j = 0; j < upper.length; j++) {
        if (!hitting.target().get(j) && out.cost(j) < Double.POSITIVE_INFINITY) {
          most = Math.max(most, upper[j] - out.cost(j));
        }
      }
    }
    return most;
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
    return difference(best(corner), witness, corner);
  }

  private InForest best(CostDigraph corner) {
    return Contraction.toward(felt.absorbing(), corner).forest();
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

  /** J(i) at the costs as they are. */
  public double exponent(int vertex) {
    return hitting.exponent(vertex);
  }

  /** A value that the exponent of K_i is not below. */
  public double lower(int vertex) {
    return lower[vertex];
  }

  /** A value that the exponent of K_i is not above. */
  public double upper(int vertex) {
    return upper[vertex];
  }

  /**
   * The edges that decide how wide the range of J(i) is: those of the target's forest and of i's
   * witness, at the costs as they are and at the corners that bound J(i) from both sides. Empty
   * where J(i) is known exactly.
   */
  public BitSet deciding(int vertex) {
    BitSet edges = new BitSet();
    if (upper[vertex] > lower[vertex]) {
      InForest witness = felt.pruned(vertex);
      Stream.of(felt.forest(), witness, worst.pruned(vertex), best(corner(witness)))
          .flatMapToInt(forest -> forest.edgeSet().stream())
          .map(hitting::feltEdge)
          .filter(edge -> edge >= 0)
          .forEach(edges::set);
    }
    return edges;
  }

  /** How much the bounds of J(i) leave open; 0 where it is +∞. */
  public double width(int vertex) {
    return upper[vertex] > lower[vertex] ? upper[vertex] - lower[vertex] : 0;
  }

  /** The largest finite exponent. */
  public double largest() {
    int vertex = hitting.slowest();
    return vertex < 0 ? 0 : hitting.exponent(vertex);
  }

  /** The vertex whose exponent is the least certain; −1 if all are certain. */
  public int leastCertain() {
    int worst = -1;
    double width = 0;
    for (int i = 0; i < lower.length; i++) {
      if (width(i) > width) {
        worst = i;
        width = width(i);
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
