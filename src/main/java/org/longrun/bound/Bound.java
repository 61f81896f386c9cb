package org.longrun.bound;

import org.jspecify.annotations.Nullable;

/**
 * One closed-form bound and how tight it is on this landscape (theory, section 5).
 *
 * @param name gaussian, power-law, energy-gap, deepest-well or path
 * @param applies whether its assumptions hold
 * @param bound its right-hand side, in units of η·log-probability; null where it does not apply or
 *     is not known
 * @param actual what it bounds, as computed; null where it does not apply or is infinite
 * @param tightness actual/bound; null where that has no meaning
 * @param holds whether actual ≤ bound; as computed where the errors of the costs leave less than a
 *     tenth open. Null where the bound does not apply, one side is not known, or the errors and
 *     what was not tried do not decide
 * @param note why it does not apply or is not known, or what it compares
 */
public record Bound(
    String name,
    boolean applies,
    @Nullable Double bound,
    @Nullable Double actual,
    @Nullable Double tightness,
    @Nullable Boolean holds,
    String note) {
  /** Rounding of both sides, and of the heights of the critical points that they are made of. */
  private static final double ROUNDING = 1e-9;

  /** How far above the bound the errors may leave the actual value, as a share of the larger. */
  private static final double OPEN = 0.1;

  static Bound inapplicable(String name, String reason) {
    return new Bound(name, false, null, null, null, null, reason);
  }

  /** A bound that applies, but whose right-hand side is not known. */
  static Bound unknown(String name, String reason) {
    return new Bound(name, true, null, null, null, null, "not known: " + reason);
  }

  /** A bound with a finite right-hand side. */
  static Bound of(String name, double bound, Actual actual, String note) {
    if (actual.value() == Double.NEGATIVE_INFINITY) {
      return new Bound(name, true, bound, null, null, true, note + "; the actual value is −∞");
    }
    if (!Double.isFinite(actual.value())) {
      String missing = "; the actual value is told as infinite: a component or path is missing";
      return new Bound(name, true, bound, null, null, null, note + missing);
    }
    Double tightness = bound > 0 ? (Double) (actual.value() / bound) : null;
    return new Bound(name, true, bound, actual.value(), tightness, holds(bound, actual), note);
  }

  private static @Nullable Boolean holds(double bound, Actual actual) {
    double size = Math.max(Math.abs(bound), Math.abs(actual.value()));
    double most = bound + ROUNDING * size;
    if (actual.lower() > most) {
      return false;
    }
    boolean known = actual.upper() <= bound + OPEN * size;
    return known && actual.value() <= most ? true : null;
  }

  /** The same where the list of components is not complete: neither side is known. */
  Bound ofCut() {
    return applies && holds != null
        ? new Bound(name, true, bound, actual, tightness, null, note + "; components were left out")
        : this;
  }

  /**
   * True if the results contradict the bound: it is violated, or it is finite and what it bounds is
   * told as +∞. Either way a component or a path is missing.
   */
  public boolean isContradicted() {
    boolean infinite = bound != null && actual == null && holds == null;
    return infinite || Boolean.FALSE.equals(holds);
  }
}
