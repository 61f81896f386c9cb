package org.longrun.bound;

import org.jspecify.annotations.Nullable;

/**
 * One closed-form bound and how tight it is on this landscape (theory, section 5).
 *
 * @param name gaussian, power-law, energy-gap, deepest-well or path
 * @param applies whether its assumptions hold
 * @param bound its right-hand side, in units of η·log-probability; null where it does not apply
 * @param actual what it bounds, as computed; null where it does not apply or is infinite
 * @param tightness actual/bound; null where that has no meaning
 * @param holds whether actual ≤ bound up to the error of the costs; null where it does not apply
 * @param note why it does not apply, or what it compares
 */
public record Bound(
    String name,
    boolean applies,
    @Nullable Double bound,
    @Nullable Double actual,
    @Nullable Double tightness,
    @Nullable Boolean holds,
    String note) {
  /** Relative slack in {@code holds}: rounding and the costs' own tolerance. */
  private static final double SLACK = 1e-6;

  static Bound inapplicable(String name, String reason) {
    return new Bound(name, false, null, null, null, null, reason);
  }

  static Bound of(String name, double bound, double actual, String note) {
    if (!Double.isFinite(bound)) {
      return inapplicable(name, "the bound is infinite: the noise vanishes inside a well");
    }
    if (!Double.isFinite(actual)) {
      return new Bound(
          name, true, bound, null, null, false, note + "; the actual value is infinite");
    }
    boolean holds = actual <= bound + SLACK * Math.max(Math.abs(bound), Math.abs(actual));
    Double tightness = bound > 0 ? (Double) (actual / bound) : null;
    return new Bound(name, true, bound, actual, tightness, holds, note);
  }
}
