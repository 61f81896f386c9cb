package org.longrun.hitting;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.longrun.arborescence.CostDigraph;
import org.longrun.arborescence.CostDigraphBuilder;
import org.longrun.arborescence.InForest;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;

/**
 * The exponents of the hitting times of a target Q, E_i[τ_Q] ≈ exp(J(i)/η), from all vertices and
 * starts (theory, section 4; graph algorithms, sections 5 and 7).
 *
 * <ul>
 *   <li>{@code avoiding}: J(i) = E_Q − J(i ↛ Q), with paths that end when they meet Q;
 *   <li>{@code passing}: the same where paths may pass through Q's vertices (or arbitrarily near):
 *       max(J(i), M). Computed with an absorbing twin behind every vertex of Q, at no cost;
 *   <li>{@code exponent}: what SGD feels, {@code passing} for d ≥ 2, {@code avoiding} for d = 1 and
 *       for networks, 0 in Q.
 * </ul>
 */
public final class HittingExponents {
  private static final double ROUNDING = 1e-12;
  private final TransitionGraph graph;
  private final BitSet target;
  private final Absorption avoiding;
  private final Absorption passing;
  private final Attraction attraction;
  private final List<StartExponent> starts;

  private HittingExponents(BitSet target, TransitionGraph graph) {
    this.graph = graph;
    this.target = (BitSet) target.clone();
    this.avoiding = Absorption.toward(this.target, graph.digraph());
    this.passing = Absorption.toward(twin(graph.size()), withTwin(this.target, graph.digraph()));
    this.attraction = attractionOf();
    StartExponents exponents = new StartExponents(this);
    this.starts = graph.starts().stream().map(exponents::of).toList();
  }

  /**
   * The hitting exponents of a target.
   *
   * @param target Q, not empty
   * @param graph the transition graph
   * @throws IllegalArgumentException if the target is empty
   */
  public static HittingExponents toward(BitSet target, TransitionGraph graph) {
    if (target.isEmpty() || target.length() > graph.size()) {
      throw new IllegalArgumentException("the target is " + target + " of " + graph.size());
    }
    return new HittingExponents(target, graph);
  }

  private static BitSet twin(int vertex) {
    BitSet set = new BitSet();
    set.set(vertex);
    return set;
  }

  /** The digraph with one more vertex, which every vertex of the target reaches at no cost. */
  private static CostDigraph withTwin(BitSet target, CostDigraph digraph) {
    int edges = digraph.edgeCount();
    CostDigraphBuilder builder = new CostDigraphBuilder(edges + target.cardinality());
    for (int e = 0; e < edges; e++) {
      builder.add(digraph.tail(e), digraph.head(e), digraph.cost(e));
    }
    target.stream().forEach(q -> builder.add(q, digraph.size(), 0));
    return builder.build(digraph.size() + 1);
  }

  private Attraction attractionOf() {
    ShortestPaths out = ShortestPaths.from(target, graph.digraph());
    double margin = Double.POSITIVE_INFINITY;
    double scale = 0;
    for (int j = target.nextClearBit(0); j < graph.size(); j = target.nextClearBit(j + 1)) {
      if (out.cost(j) < Double.POSITIVE_INFINITY) {
        margin = Math.min(margin, out.cost(j) - avoiding(j));
        scale = Math.max(scale, out.cost(j));
      }
    }
    return new Attraction(margin >= -ROUNDING * scale, margin);
  }

  /** The graph that the exponents belong to. */
  public TransitionGraph graph() {
    return graph;
  }

  /** Q. */
  public BitSet target() {
    return (BitSet) target.clone();
  }

  /** E_Q, the least weight of an in-forest rooted at Q; +∞ if some vertex does not reach Q. */
  public double targetEnergy() {
    return avoiding.targetEnergy();
  }

  /** J(i) with paths that keep away from Q; +∞ where the mean time is infinite. */
  public double avoiding(int vertex) {
    return avoiding.exponent(vertex);
  }

  /** J(i) with paths that may pass through Q; +∞ where the mean time is infinite. */
  public double passing(int vertex) {
    return passing.exponent(vertex);
  }

  /** What SGD feels from K_i. */
  public double exponent(int vertex) {
    if (target.get(vertex)) {
      return 0;
    }
    return graph.passesRound() ? passing(vertex) : avoiding(vertex);
  }

  /** The vertices whose exponent is +∞: they reach one that does not lead back to Q. */
  public BitSet infinite() {
    BitSet infinite = (BitSet) felt().infinite().clone();
    infinite.clear(graph.size());
    infinite.andNot(target);
    return infinite;
  }

  private Absorption felt() {
    return graph.passesRound() ? passing : avoiding;
  }

  /** A least in-forest rooted at Q, of weight E_Q. */
  public InForest forest() {
    return avoiding.forest();
  }

  /**
   * The witness of J(i ↛ Q): a least in-forest of G(i ↛ Q), of weight E_Q − avoiding(i); empty in Q
   * and where the exponent is infinite.
   */
  public Optional<InForest> pruned(int vertex) {
    return hasWitness(vertex, avoiding) ? Optional.of(avoiding.pruned(vertex)) : Optional.empty();
  }

  private boolean hasWitness(int vertex, Absorption absorption) {
    return !target.get(vertex) && !absorption.infinite().get(vertex);
  }

  /** The largest exponent over all vertices; max_x J(x). */
  public double largest() {
    double largest = 0;
    for (int i = 0; i < graph.size(); i++) {
      largest = Math.max(largest, exponent(i));
    }
    return largest;
  }

  /** Whether V_{Q→j} ≥ J(j) for every j. */
  public Attraction attraction() {
    return attraction;
  }

  /** J(x) of the graph's starts, in their order. */
  public List<StartExponent> starts() {
    return starts;
  }
}
