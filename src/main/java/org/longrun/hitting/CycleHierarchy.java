package org.longrun.hitting;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.longrun.arborescence.Contraction;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;

/**
 * Freidlin's hierarchy of cycles and the exponents of the eigenvalues, both read off the
 * contraction behind the energies (graph algorithms, section 3).
 *
 * <p>The contracted blocks with c &gt; 0 are exactly the intrinsic cycles, whatever ties were
 * broken on the way; c is compared with what rounding and the error estimates leave of it. The
 * events of the contraction are the exponents of the non-zero eigenvalues: N less the number of
 * closed classes. M. Freidlin, A. Wentzell, <em>Random Perturbations of Dynamical Systems</em>,
 * chapter 6, section 6; E. Cirillo, F. Nardi, J. Sohier, J. Stat. Phys. 161 (2015) 365–403.
 */
public final class CycleHierarchy {
  private static final int NONE = -1;
  private static final double UNIT = 0x1p-53;
  private final TransitionGraph graph;
  private final Contraction contraction;
  private final String prefix;
  private final double roundingBound;
  private final int[] cycleBlocks;
  private final int[] cycleOf;
  private final int[] childStarts;
  private final int[] childBlocks;

  private CycleHierarchy(EnergyLevels levels) {
    graph = levels.graph();
    contraction = levels.contraction();
    prefix = freePrefix(graph);
    int blocks = contraction.blockCount();
    roundingBound = rounding();
    BitSet kept = keptBlocks();
    cycleBlocks = kept.stream().toArray();
    cycleOf = new int[blocks];
    Arrays.fill(cycleOf, NONE);
    for (int k = 0; k < cycleBlocks.length; k++) {
      cycleOf[cycleBlocks[k]] = k;
    }
    int[] around = cyclesAround(kept);
    childStarts = new int[cycleBlocks.length + 1];
    for (int b = 0; b < blocks; b++) {
      if (isChild(b, around)) {
        childStarts[around[b] + 1]++;
      }
    }
    for (int k = 0; k < cycleBlocks.length; k++) {
      childStarts[k + 1] += childStarts[k];
    }
    childBlocks = new int[childStarts[cycleBlocks.length]];
    int[] next = childStarts.clone();
    for (int b = 0; b < blocks; b++) {
      if (isChild(b, around)) {
        childBlocks[next[around[b]]++] = b;
      }
    }
  }

  /** The hierarchy of the graph that these energies belong to. */
  public static CycleHierarchy of(EnergyLevels levels) {
    return new CycleHierarchy(levels);
  }

  private static String freePrefix(TransitionGraph graph) {
    String prefix = "C";
    for (int v = 0; v < graph.size(); v++) {
      String id = graph.id(v);
      while (id.startsWith(prefix) && isNumber(id, prefix.length())) {
        prefix = prefix + "C";
        v = 0;
      }
    }
    return prefix;
  }

  private static boolean isNumber(String text, int from) {
    return text.length() > from && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
  }

  private BitSet keptBlocks() {
    BitSet kept = new BitSet();
    for (int b = graph.size(); b < contraction.blockCount(); b++) {
      double doubt = contraction.isLeft(b) ? 2 * graph.error(contraction.exitEdge(b)) : 0;
      kept.set(b, contraction.exitCost(b) > roundingBound + doubt);
    }
    return kept;
  }

  /** How far rounding may have moved the exponents. */
  public double roundingBound() {
    return roundingBound;
  }

  /** What rounding may leave of a c that should be 0. */
  private double rounding() {
    int[] depth = new int[contraction.blockCount()];
    double largest = 0;
    int deepest = 0;
    for (int b = depth.length - 1; b >= 0; b--) {
      depth[b] = contraction.parent(b) == NONE ? 1 : depth[contraction.parent(b)] + 1;
      deepest = Math.max(deepest, depth[b]);
      largest = Math.max(largest, contraction.pathSum(b));
    }
    return 4 * UNIT * deepest * largest;
  }

  /** For every block the cycle around it, −1 if there is none. */
  private int[] cyclesAround(BitSet kept) {
    int[] around = new int[contraction.blockCount()];
    for (int b = around.length - 1; b >= 0; b--) {
      int up = contraction.parent(b);
      around[b] = up == NONE ? NONE : kept.get(up) ? cycleOf[up] : around[up];
    }
    return around;
  }

  private boolean isChild(int block, int[] around) {
    return around[block] != NONE && (block < graph.size() || cycleOf[block] != NONE);
  }

  /** The graph that the cycles belong to. */
  public TransitionGraph graph() {
    return graph;
  }

  /** The cycles, inner ones before those around them; each is made when it is asked for. */
  public List<Cycle> cycles() {
    return new AbstractList<>() {
      @Override
      public Cycle get(int k) {
        return cycle(k);
      }

      @Override
      public int size() {
        return cycleBlocks.length;
      }
    };
  }

  /**
   * For every vertex, and after them for every cycle, the innermost cycle around it as its index
   * among the cycles; −1 if there is none.
   */
  public int[] around() {
    int[] around = new int[graph.size() + cycleBlocks.length];
    Arrays.fill(around, NONE);
    for (int k = 0; k < cycleBlocks.length; k++) {
      for (int c = childStarts[k]; c < childStarts[k + 1]; c++) {
        int child = childBlocks[c];
        around[child < graph.size() ? child : graph.size() + cycleOf[child]] = k;
      }
    }
    return around;
  }

  private Cycle cycle(int k) {
    int block = cycleBlocks[k];
    List<String> children = new ArrayList<>();
    for (int c = childStarts[k]; c < childStarts[k + 1]; c++) {
      children.add(name(childBlocks[c]));
    }
    return new Cycle(
        name(block),
        children,
        contraction.main(block),
        contraction.exitExponent(block),
        contraction.exitEdge(block),
        block);
  }

  private String name(int block) {
    return block < graph.size() ? graph.id(block) : prefix + (cycleOf[block] + 1);
  }

  /** The vertices of a cycle, ascending. */
  public int[] members(Cycle cycle) {
    BitSet members = new BitSet();
    collect(cycleOf[cycle.block()], members);
    return members.stream().toArray();
  }

  private void collect(int cycle, BitSet members) {
    ArrayDeque<Integer> stack = new ArrayDeque<>();
    stack.push(cycle);
    while (!stack.isEmpty()) {
      int k = stack.pop();
      for (int c = childStarts[k]; c < childStarts[k + 1]; c++) {
        int child = childBlocks[c];
        if (child < graph.size()) {
          members.set(child);
        } else {
          stack.push(cycleOf[child]);
        }
      }
    }
  }

  /**
   * The stationary exponents inside a cycle: while the chain stays in it, it is at a member with
   * probability exp(−inside/η).
   *
   * @param members the members, as {@link #members} gives them
   */
  public double[] inside(int[] members) {
    double top = Arrays.stream(members).mapToDouble(contraction::pathSum).max().orElse(0);
    return Arrays.stream(members).mapToDouble(v -> top - contraction.pathSum(v)).toArray();
  }

  /** The exponents of the non-zero eigenvalues, descending. */
  public List<EigenvalueExponent> eigenvalueExponents() {
    return new AbstractList<>() {
      @Override
      public EigenvalueExponent get(int k) {
        int event = size() - 1 - Objects.checkIndex(k, size());
        return new EigenvalueExponent(
            contraction.eventExponent(event),
            contraction.dying(event),
            contraction.absorber(event));
      }

      @Override
      public int size() {
        return contraction.eventCount();
      }
    };
  }
}
