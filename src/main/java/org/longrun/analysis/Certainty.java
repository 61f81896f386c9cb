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
 * @param doubts what was left untried; null for a network, whose costs are facts
 * @param tolerance the width, relative to the largest exponent, up to which one counts as known
 */
public record Certainty(
    EnergyIntervals energies,
    HittingIntervals hitting,
    @Nullable OptimalTrees optimal,
    @Nullable Doubts doubts,
    double tolerance) {
  /** A result that is open by no more than this share of it is told with its error. */
  private static final double OPEN = 0.1;

  /** The certainty of a network's results. */
  static Certainty of(EnergyLevels levels, HittingExponents hitting, double tolerance) {
    return of(levels, hitting, null, tolerance);
  }

  /** The certainty of a landscape's results. */
  static Certainty of(
      EnergyLevels levels, HittingExponents hitting, @Nullable Doubts doubts, double tolerance) {
    boolean counted = levels.graph().size() <= OptimalTrees.MOST;
    return new Certainty(
        EnergyIntervals.of(levels),
        HittingIntervals.of(hitting),
        counted ? OptimalTrees.of(levels) : null,
        doubts,
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

  private Confidence best() {
    return doubts == null ? Confidence.CERTAIN : doubts.best();
  }

  private Confidence confidence(double open, double value) {
    if (open <= tolerance * Math.abs(value)) {
      return best();
    }
    return best().and(open <= OPEN * value ? Confidence.WITHIN_ERRORS : Confidence.UNDECIDED);
  }

  /** How sure E_i is. */
  public Confidence energy(int vertex) {
    double energy = energies.levels().energy(vertex);
    if (energy < Double.POSITIVE_INFINITY) {
      double untried = doubts == null ? 0 : doubts.energy(vertex);
      return confidence(Math.max(energies.width(vertex), untried), energy);
    }
    boolean proved = doubts == null || doubts.isTransient(vertex) || doubts.areClassesCertain();
    return proved ? best() : Confidence.UNDECIDED;
  }

  /** How sure J(i) is. */
  public Confidence exponent(int vertex) {
    double exponent = hitting.exponent(vertex);
    if (exponent < Double.POSITIVE_INFINITY) {
      double untried = doubts == null ? 0 : doubts.exponent(vertex);
      return confidence(Math.max(hitting.width(vertex), untried), exponent);
    }
    return doubts == null || doubts.isInfinite(vertex) ? best() : Confidence.UNDECIDED;
  }

  /** How sure it is which vertices are the ground states. */
  public Confidence groundStates() {
    if (doubts != null && !(doubts.keepsGroundStates() && doubts.areClassesCertain())) {
      return Confidence.UNDECIDED;
    }
    Confidence told =
        energies.isGroundStateCertain() ? Confidence.CERTAIN : Confidence.WITHIN_ERRORS;
    return told.and(best());
  }

  /** Whether it is known that nothing leaves the closed classes. */
  public boolean areClassesCertain() {
    return doubts == null || doubts.areClassesCertain();
  }
}
