package org.longrun.hitting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longrun.arborescence.CostDigraph;
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
 *       max(J(i), M), M = max_j [J(j) − V_{Q→j}]₊. Where M is not plainly 0 it is computed with an
 *       absorbing twin that every vertex of Q reaches at no cost;
 *   <li>{@code exponent}: what SGD feels, {@code passing} for d ≥ 2, {@code avoiding} for d = 1 and
 *       for networks, 0 in Q.
 * </ul>
 */
public final class HittingExponents {
  private static final double ROUNDING = 1e-12;
  private static final int SHOWN = 8;
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
    this.attraction = attractionOf();
    this.passing = attraction.holds() ? avoiding : throughTwin();
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

  private Absorption throughTwin() {
    BitSet twin = new BitSet();
    twin.set(graph.size());
    return Absorption.toward(twin, graph.digraph().withSink(target));
  }

  private Attraction attractionOf() {
    ShortestPaths out = ShortestPaths.from(target, graph.digraph());
    double margin = Double.POSITIVE_INFINITY;
    boolean holds = true;
    for (int j = target.nextClearBit(0); j < graph.size(); j = target.nextClearBit(j + 1)) {
      if (out.cost(j) < Double.POSITIVE_INFINITY) {
        double excess = out.cost(j) - avoiding(j);
        margin = Math.min(margin, excess);
        holds &= excess >= -ROUNDING * out.cost(j);
      }
    }
    return new Attraction(holds, margin);
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

  /** The chain whose exponents SGD feels. */
  Absorption felt() {
    return graph.passesRound() ? passing : avoiding;
  }

  /** An edge of that chain as an edge of the graph; −1 for one that leads to the twin. */
  int feltEdge(int edge) {
    CostDigraph chain = felt().graph();
    if (chain == graph.digraph()) {
      return edge;
    }
    return chain.head(edge) == graph.size() ? -1 : chain.origin(edge);
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

  /**
   * The gradient of the exponent that SGD feels from K_i, in the costs: which barriers decide it.
   * Entries are +1 on the edges of the optimal forest of Q alone, −1 on those of the witness alone;
   * at ties, one of the possible choices. Empty in Q and where the exponent is infinite.
   */
  public List<Sensitivity> gradient(int vertex) {
    if (!hasWitness(vertex, felt())) {
      return List.of();
    }
    BitSet forest = felt().forest().edgeSet();
    BitSet witness = felt().pruned(vertex).edgeSet();
    BitSet either = (BitSet) forest.clone();
    either.xor(witness);
    return either.stream()
        .filter(e -> feltEdge(e) >= 0)
        .mapToObj(e -> new Sensitivity(feltEdge(e), forest.get(e) ? 1 : -1))
        .toList();
  }

  /** The largest exponent over all vertices; max_x J(x). */
  public double largest() {
    double largest = 0;
    for (int i = 0; i < graph.size(); i++) {
      largest = Math.max(largest, exponent(i));
    }
    return largest;
  }

  /** The first vertex whose exponent is the largest of the finite ones; −1 if all are in Q or ∞. */
  public int slowest() {
    int slowest = -1;
    for (int i = target.nextClearBit(0); i < graph.size(); i = target.nextClearBit(i + 1)) {
      boolean finite = exponent(i) < Double.POSITIVE_INFINITY;
      slowest = finite && (slowest < 0 || exponent(i) > exponent(slowest)) ? i : slowest;
    }
    return slowest;
  }

  /** Whether V_{Q→j} ≥ J(j) for every j. */
  public Attraction attraction() {
    return attraction;
  }

  /** J(x) of the graph's starts, in their order. */
  public List<StartExponent> starts() {
    return starts;
  }

  /** Why exponents are infinite, if some are; that avoiding and passing exponents differ. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    BitSet infinite = infinite();
    if (!infinite.isEmpty()) {
      BitSet lost = (BitSet) felt().lost().clone();
      lost.andNot(target);
      warnings.add(
          "the hitting exponent is infinite from "
              + names(infinite)
              + ": the chain may get to "
              + names(lost)
              + ", which does not lead back to the target");
    }
    if (!attraction.holds()) {
      warnings.add(
          "the target does not attract strongly enough (margin "
              + attraction.margin()
              + "): hitting exponents depend on whether paths may pass through it");
    }
    return warnings;
  }

  private String names(BitSet vertices) {
    String shown =
        vertices.stream().limit(SHOWN).mapToObj(graph::id).collect(Collectors.joining(", "));
    int count = vertices.cardinality();
    return count <= SHOWN ? shown : shown + ", … (" + count + " in all)";
  }
}
