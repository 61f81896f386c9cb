package org.longrun.critical;

import org.longrun.numerics.Vectors;

/**
 * Whether a zero of ∇f belongs to a curve or surface of zeros: f is one and the same on a connected
 * critical set, and from the nearest of its points the zeros go on to it.
 */
final class Membership {
  /** How much f may differ by its own rounding, relative to its size. */
  private static final double ROUNDING = 1e-11;

  /** How much more than the rounding of ∇f times the diameter f may differ. */
  private static final double NOISE = 1e3;

  private static final double ON_CURVE = 0.2;
  private static final double ON_SURFACE = 1.3;

  /** How far from the chord, relative to it, the zeros between two of a set lie. */
  private static final double BULGE = 0.3;

  private static final double[] BETWEEN = {0.25, 0.5, 0.75};

  private final LossField field;
  private final NewtonCorrector corrector;

  Membership(LossField field, NewtonCorrector corrector) {
    this.field = field;
    this.corrector = corrector;
  }

  /** Whether f is the same at two zeros as far as rounding tells. */
  boolean isLevel(Zero a, Zero b) {
    return isLevel(a, b.value());
  }

  /** Whether f at a zero is this value as far as rounding tells. */
  boolean isLevel(Zero zero, double value) {
    double size = Math.max(Math.abs(zero.value()), Math.abs(value));
    double allowed = ROUNDING * size + NOISE * field.noise(zero.x()) * field.diameter;
    return Math.abs(zero.value() - value) <= allowed;
  }

  /** Whether a zero is one of a set's. */
  boolean holds(Continuum continuum, Zero zero) {
    double reach = continuum.dimension() == 1 ? ON_CURVE : ON_SURFACE;
    if (!zero.isDegenerate() || !(continuum.distance(zero.x()) <= reach * continuum.spacing())) {
      return false;
    }
    Zero nearest = continuum.nearest(zero.x());
    return isLevel(nearest, zero) && isJoined(nearest, zero);
  }

  /** Whether degenerate zeros of the same f lie all along the chord between two. */
  private boolean isJoined(Zero a, Zero b) {
    double length = Vectors.distance(a.x(), b.x());
    double[] chord = LossField.shifted(b.x(), -1, a.x());
    for (double t : BETWEEN) {
      Zero between = corrector.near(LossField.shifted(a.x(), t, chord), BULGE * length);
      if (between == null || !between.isDegenerate() || !isLevel(a, between)) {
        return length <= Math.ulp(field.diameter);
      }
    }
    return true;
  }

  /** Whether two sets are one: curves that cross or touch, or covers that overlap. */
  boolean areOne(Continuum a, Continuum b) {
    if (!isLevel(a.points().get(0), b.points().get(0))) {
      return false;
    }
    if (a.dimension() == 1 && b.dimension() == 1) {
      return a.meets(b);
    }
    Continuum larger = a.dimension() >= b.dimension() ? a : b;
    Continuum other = larger == a ? b : a;
    return other.points().stream().anyMatch(zero -> holds(larger, zero));
  }
}
