package org.longrun.analysis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.energy.OptimalTrees;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingIntervals;

/**
 * How far the results can be trusted, given the error estimates of the costs.
 *
 * @param energies the range of every E_i, and whether ground states and trees are certain
 * @param hitting the range of every J(i), and which cost to compute better first
 * @param optimal the numbers of least trees; null where there are too many vertices to count them
 * @param tolerance the width, relative to the largest exponent, up to which one counts as known
 */
public record Certainty(
    EnergyIntervals energies,
    HittingIntervals hitting,
    @Nullable OptimalTrees optimal,
    double tolerance) {
  /** The certainty of these results. */
  public static Certainty of(EnergyLevels levels, HittingExponents hitting, double tolerance) {
    boolean counted = levels.graph().size() <= OptimalTrees.MOST;
    return new Certainty(
        EnergyIntervals.of(levels),
        HittingIntervals.of(hitting),
        counted ? OptimalTrees.of(levels) : null,
        tolerance);
  }

  /** The numbers of least trees; empty where there are too many vertices to count them. */
  public Optional<OptimalTrees> optimalTrees() {
    return Optional.ofNullable(optimal);
  }

  /** True if every finite exponent is known to the tolerance. */
  public boolean areExponentsKnown() {
    int worst = hitting.leastCertain();
    return worst < 0 || hitting.width(worst) <= tolerance * hitting.largest();
  }
}
