package org.longrun.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.Network;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.Committor;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.hitting.HittingExponents;
import org.longrun.landscape.InputError;

/**
 * The graph stages run on a network (formats, section 3): energies, hitting exponents of the
 * target, the hierarchy of cycles, committors.
 *
 * @param network the vertices and edges
 * @param energies E_i, ground states, closed classes
 * @param hitting J(i) of the target
 * @param hierarchy cycles and eigenvalue exponents
 * @param certainty what the errors of the costs leave open
 * @param committor the committors of the target's members; null where they are not wanted
 * @param stepSizes η at which weights and times of the chain are wanted
 * @param warnings what the reader of the results should know
 */
public record NetworkAnalysis(
    Network network,
    EnergyLevels energies,
    HittingExponents hitting,
    CycleHierarchy hierarchy,
    Certainty certainty,
    @Nullable Committor committor,
    List<Double> stepSizes,
    List<String> warnings) {
  /** The most vertices for which members, inside exponents and committors are written. */
  public static final int ALL_MEMBERS = 1000;

  /** An exponent whose range is narrower than this share of the largest one is known. */
  private static final double TOLERANCE = 1e-9;

  /** Copies the lists. */
  public NetworkAnalysis {
    stepSizes = List.copyOf(stepSizes);
    warnings = List.copyOf(warnings);
  }

  /**
   * What is asked of a network.
   *
   * @param target the ids of the target; empty for the ground states
   * @param committor true if committors are wanted however large the network is
   * @param stepSizes η &gt; 0 at which weights and times of the chain are wanted
   */
  public record Request(List<String> target, boolean committor, List<Double> stepSizes) {
    /** Copies the lists. */
    public Request {
      stepSizes = List.copyOf(stepSizes);
      target = List.copyOf(target);
    }
  }

  /**
   * Runs the graph stages.
   *
   * @throws InputError if a vertex that is asked for does not exist, the network has none, or it is
   *     too large for the heap
   */
  public static NetworkAnalysis of(Network network, Request request) {
    if (network.graph().size() == 0) {
      throw new InputError(network.name() + ": the network has no vertices");
    }
    try {
      return run(network, request);
    } catch (OutOfMemoryError e) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      throw new InputError(
          network.name()
              + ": the analysis of "
              + network.graph().size()
              + " vertices does not fit into the heap of "
              + heap
              + " MB; give Java more memory with -Xmx");
    }
  }

  private static NetworkAnalysis run(Network network, Request request) {
    TransitionGraph graph = network.graph();
    BitSet given = graph.indicesOf(request.target());
    EnergyLevels energies = EnergyLevels.of(graph);
    BitSet target = given.isEmpty() ? energies.groundStates() : given;
    HittingExponents hitting = HittingExponents.toward(target, graph);
    boolean small = target.cardinality() > 1 && graph.size() <= ALL_MEMBERS;
    Committor committor = small || request.committor() ? Committor.of(target, graph) : null;
    List<String> warnings = new ArrayList<>(network.warnings());
    warnings.addAll(energies.warnings());
    warnings.addAll(hitting.warnings());
    return new NetworkAnalysis(
        network,
        energies,
        hitting,
        CycleHierarchy.of(energies),
        Certainty.of(energies, hitting, TOLERANCE),
        committor,
        request.stepSizes(),
        warnings);
  }

  /** True if members and inside exponents of the cycles are written. */
  public boolean writesMembers() {
    return network.graph().size() <= ALL_MEMBERS;
  }
}
