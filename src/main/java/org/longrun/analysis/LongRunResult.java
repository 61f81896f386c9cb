package org.longrun.analysis;

import java.util.List;
import org.longrun.action.TransitionCosts;
import org.longrun.bound.Bound;
import org.longrun.bound.Bounds;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.hitting.HittingExponents;
import org.longrun.validate.Prediction;

/**
 * Everything that an analysis has found, stage by stage.
 *
 * @param sgd the landscape with its noise
 * @param critical step 1, K_1 … K_N
 * @param costs step 2, B_ij with least paths
 * @param graph step 3
 * @param energies step 4, E_i with in-arborescences
 * @param hitting step 5, J(i), J(x)
 * @param hierarchy step 5, Freidlin's cycles
 * @param certainty of steps 4 and 5, what the errors of the costs leave open
 * @param bounds step 6
 * @param lawful whether what must always hold does (theory, section 2)
 * @param warnings of all stages: what is infinite and why, unconverged, inconsistent, left out
 * @param wallSeconds the time that it took
 */
public record LongRunResult(
    Sgd sgd,
    CriticalSet critical,
    TransitionCosts costs,
    TransitionGraph graph,
    EnergyLevels energies,
    HittingExponents hitting,
    CycleHierarchy hierarchy,
    Certainty certainty,
    Bounds bounds,
    boolean lawful,
    List<String> warnings,
    double wallSeconds) {
  /** Copies the list. */
  public LongRunResult {
    warnings = List.copyOf(warnings);
  }

  /** True if nothing is marked unconverged or inconsistent. */
  public boolean isSound() {
    return lawful
        && critical.completeness().consistent()
        && costs.transitions().stream().allMatch(each -> each.converged())
        && bounds.all().stream().noneMatch(Bound::isContradicted);
  }

  /** What a simulation is held against. */
  public Prediction prediction() {
    return Prediction.of(critical, costs, energies, hitting);
  }
}
