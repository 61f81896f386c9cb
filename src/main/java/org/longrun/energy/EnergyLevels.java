package org.longrun.energy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.InForest;
import org.longrun.arborescence.RootWeights;
import org.longrun.graph.ShortestPaths;
import org.longrun.graph.TransitionGraph;

/**
 * The energies E_i = min { Σ_{j→k ∈ T} B_jk : T spanning in-arborescence pointing to i } of all
 * vertices, by one contraction (theory, section 3; graph algorithms, section 3).
 *
 * <p>With a single closed class E_i is finite for its members and +∞ for the transient vertices.
 * With several, the invariant measure is not unique: every E_i is +∞, and the energies relative to
 * the least of each class say what the measure is inside it. M. Freidlin, A. Wentzell, <em>Random
 * Perturbations of Dynamical Systems</em>, chapter 6, section 4.
 */
public final class EnergyLevels {
  /** Up to this many vertices each energy is summed over its own tree, exact to an ulp. */
  private static final int SUMMED = 200;

  /** Up to this many vertices a dominating minimiser is looked for along free transitions. */
  private static final int SEARCHED = 2000;

  private final TransitionGraph graph;
  private final ClassContraction classes;
  private final double[] energies;
  private final double least;
  private final BitSet groundStates;

  private EnergyLevels(TransitionGraph graph, Contraction contraction) {
    this.graph = graph;
    this.classes = new ClassContraction(contraction);
    this.energies = RootWeights.of(contraction);
    if (graph.size() <= SUMMED) {
      sumTrees();
    }
    this.least = Arrays.stream(energies).min().orElse(Double.POSITIVE_INFINITY);
    this.groundStates = Ties.groundStates(graph, classes);
  }

  private void sumTrees() {
    for (int i = 0; i < energies.length; i++) {
      if (energies[i] < Double.POSITIVE_INFINITY) {
        energies[i] = classes.contraction().arborescence(i).weight();
      }
    }
  }

  /** The energies of all vertices. */
  public static EnergyLevels of(TransitionGraph graph) {
    return new EnergyLevels(graph, Contraction.of(graph.digraph()));
  }

  /** The graph that the energies belong to. */
  public TransitionGraph graph() {
    return graph;
  }

  /** The contraction behind the energies, with cycles, events and duals. */
  public Contraction contraction() {
    return classes.contraction();
  }

  /** E_i; +∞ for a transient vertex, and everywhere if there are several closed classes. */
  public double energy(int vertex) {
    return energies[vertex];
  }

  /** What rounding may have done to the costs along a path. */
  double roundingOfPaths() {
    return classes.roundingOfPaths();
  }

  /**
   * ΔE_i, the energy above the least one: of all with a single closed class, of the vertex's own
   * class with several. +∞ for a vertex of no class.
   */
  public double relative(int vertex) {
    double energy = energies[vertex];
    return energy < Double.POSITIVE_INFINITY ? energy - least : classes.relative(vertex);
  }

  /** True if there is a single closed class, so that the E_i are finite on it. */
  public boolean isUnique() {
    return classes.classes() == 1;
  }

  /** The closed classes, by their first members. */
  public List<ClosedClass> closedClasses() {
    List<ClosedClass> list = new ArrayList<>();
    for (int k = 0; k < classes.classes(); k++) {
      int[] members = classes.members(k);
      list.add(
          new ClosedClass(members, Arrays.stream(members).mapToDouble(this::relative).toArray()));
    }
    return list;
  }

  /** A least in-arborescence pointing to the vertex, O(N); empty where E_i = +∞. */
  public Optional<InForest> arborescence(int root) {
    return energies[root] < Double.POSITIVE_INFINITY
        ? Optional.of(classes.contraction().arborescence(root))
        : Optional.empty();
  }

  /**
   * The ground states, argmin E: all vertices that are least for some costs within the error
   * estimates (ties are listed, not broken); with several closed classes those of each.
   */
  public BitSet groundStates() {
    return (BitSet) groundStates.clone();
  }

  /**
   * A minimiser with less energy, for a vertex that is none: the one that it reaches at least cost,
   * of those the one of least energy; −1 if no minimiser has less. In graphs of more than 2000
   * vertices the minimiser of least energy.
   *
   * @param vertex the vertex
   * @param minimisers the local minima
   */
  public int dominatedBy(int vertex, BitSet minimisers) {
    if (minimisers.get(vertex) || !(energies[vertex] < Double.POSITIVE_INFINITY)) {
      return -1;
    }
    IntToDoubleFunction distance = j -> 0;
    if (graph.size() <= SEARCHED) {
      BitSet self = new BitSet();
      self.set(vertex);
      distance = ShortestPaths.from(self, graph.digraph())::cost;
    }
    return leastBelow(energies[vertex], minimisers, distance);
  }

  private int leastBelow(double energy, BitSet minimisers, IntToDoubleFunction distance) {
    int best = -1;
    for (int j = minimisers.nextSetBit(0); j >= 0; j = minimisers.nextSetBit(j + 1)) {
      if (energies[j] < energy && (best < 0 || isBefore(j, best, distance))) {
        best = j;
      }
    }
    return best;
  }

  private boolean isBefore(int j, int best, IntToDoubleFunction distance) {
    int nearer = Double.compare(distance.applyAsDouble(j), distance.applyAsDouble(best));
    return nearer < 0 || (nearer == 0 && energies[j] < energies[best]);
  }

  /** What a reader of the energies should know: several closed classes, transient vertices. */
  public List<String> warnings() {
    if (classes.classes() > 1) {
      return List.of(
          classes.classes()
              + " closed classes, so the invariant measure is not unique and no energy is defined;"
              + " relative energies are those within each class");
    }
    long transients = Arrays.stream(energies).filter(e -> e == Double.POSITIVE_INFINITY).count();
    return transients == 0
        ? List.of()
        : List.of(
            transients
                + " of "
                + graph.size()
                + " vertices cannot be reached from the closed class: their energy is infinite");
  }
}
