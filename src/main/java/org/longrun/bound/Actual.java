package org.longrun.bound;

import org.longrun.energy.EnergyIntervals;
import org.longrun.energy.EnergyLevels;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.HittingIntervals;

/**
 * What a bound is held against, as computed, with the range that the errors of the costs leave, and
 * what was not tried could make of it.
 *
 * @param value in units of η·log-probability; may be infinite, of either sign
 * @param lower not above the value
 * @param upper not below the value
 */
record Actual(double value, double lower, double upper) {
  /** max_x J(x). */
  static Actual largestExponent(HittingExponents hitting) {
    HittingIntervals range = HittingIntervals.of(hitting);
    double lower = 0;
    double upper = 0;
    for (int i = 0; i < hitting.graph().size(); i++) {
      lower = Math.max(lower, range.lower(i));
      upper = Math.max(upper, range.upper(i));
    }
    return new Actual(hitting.largest(), lower, upper);
  }

  /** The same value with a range that holds another's as well: as it could be. */
  Actual or(Actual possible) {
    return new Actual(value, Math.min(lower, possible.lower()), Math.max(upper, possible.upper()));
  }

  /** sup_{j ≠ i} (E_i − E_j); −∞ where no E_j is finite, +∞ where E_i is not. */
  static Actual energyGap(int i, EnergyLevels energies) {
    EnergyIntervals range = EnergyIntervals.of(energies);
    double value = Double.NEGATIVE_INFINITY;
    double lower = Double.NEGATIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < energies.graph().size(); j++) {
      if (j != i && energies.energy(j) < Double.POSITIVE_INFINITY) {
        value = Math.max(value, energies.energy(i) - energies.energy(j));
        lower = Math.max(lower, range.lower(i) - range.upper(j));
        upper = Math.max(upper, range.upper(i) - range.lower(j));
      }
    }
    return new Actual(value, lower, upper);
  }
}
