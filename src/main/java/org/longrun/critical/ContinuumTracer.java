package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a degenerate zero of ∇f lies on a curve or surface of zeros, and follows that set
 * through the domain.
 *
 * <p>A null direction v of the Hessian is tangent to such a set if the zeros nearest to x + t v
 * stay by it for several lengths t (predictor–corrector continuation; E. Allgower, K. Georg,
 * <em>Introduction to Numerical Continuation Methods</em>, chapters 4 and 15).
 */
final class ContinuumTracer {
  /** The longest steps along a null direction, and how many times they are quartered. */
  private static final double REACH = 0.01;

  private static final int SCALES = 9;

  /** How far beyond where ∇f is lost in rounding the shortest steps must lead. */
  private static final double CLEAR = 16;

  /** The size of ∇f, in units of its rounding, below which it says nothing. */
  private static final double LOST = 200;

  private final LossField field;
  private final NewtonCorrector corrector;
  private final Membership membership;

  ContinuumTracer(LossField field, NewtonCorrector corrector, Membership membership) {
    this.field = field;
    this.corrector = corrector;
    this.membership = membership;
  }

  /** The set of zeros that this degenerate zero belongs to; null if it is isolated. */
  @Nullable Continuum through(Zero zero) {
    Zero seed = generic(zero);
    if (seed == null) {
      return null;
    }
    int dimension = tangents(seed).size();
    if (dimension == 1) {
      return new CurveTracer(field, corrector, membership).trace(seed);
    }
    return dimension == 0
        ? null
        : new SurfaceCover(field, corrector, membership).cover(seed, dimension);
  }

  /** A zero next to this one, with no more null directions than the set has dimensions. */
  private @Nullable Zero generic(Zero zero) {
    Zero best = null;
    for (double[] v : tangents(zero)) {
      for (double t : new double[] {REACH, -REACH, REACH / 16, -REACH / 16}) {
        Zero moved = moved(zero, v, t * field.diameter);
        if (moved != null && (best == null || moved.nullity() < best.nullity())) {
          best = moved;
        }
      }
    }
    return best == null || zero.nullity() <= best.nullity() ? (best == null ? null : zero) : best;
  }

  /** The null directions along which the zeros go on. */
  private List<double[]> tangents(Zero zero) {
    List<double[]> tangents = new ArrayList<>();
    for (int k = 0; k < field.d; k++) {
      if (zero.isNull(k) && isTangent(zero, zero.eigen().vector(k))) {
        tangents.add(zero.eigen().vector(k));
      }
    }
    return tangents;
  }

  /**
   * Whether the zeros go on along a null direction, on the scale of the domain or a smaller one: a
   * curve may be of any size. Where ∇f is lost in rounding there is nothing to be seen.
   */
  private boolean isTangent(Zero zero, double[] v) {
    double blind = blind(zero, v);
    double length = REACH * field.diameter;
    for (int scale = 0; scale < SCALES && length > CLEAR * blind; scale++) {
      if (continues(zero, v, length) || continues(zero, v, -length)) {
        return true;
      }
      length /= 4;
    }
    return false;
  }

  /** How far along ±v ∇f is lost in rounding. */
  private double blind(Zero zero, double[] v) {
    double lost = LOST * field.noise(zero.x());
    double radius = 1e-13 * field.diameter;
    while (radius < REACH * field.diameter && isLost(zero, v, radius, lost)) {
      radius *= 2;
    }
    return radius < REACH * field.diameter ? radius : 0;
  }

  private boolean isLost(Zero zero, double[] v, double radius, double lost) {
    return LossField.norm(field.gradient(LossField.shifted(zero.x(), radius, v))) <= lost
        && LossField.norm(field.gradient(LossField.shifted(zero.x(), -radius, v))) <= lost;
  }

  private boolean continues(Zero zero, double[] v, double length) {
    for (double t = 1; t > 0.1; t /= 2) {
      if (moved(zero, v, t * length) == null) {
        return false;
      }
    }
    return true;
  }

  /** The degenerate zero that the corrector finds beside x + t·v, of the same value of f. */
  private @Nullable Zero moved(Zero zero, double[] v, double t) {
    Zero found = corrector.near(LossField.shifted(zero.x(), t, v), 0.5 * Math.abs(t));
    boolean same = found != null && found.isDegenerate() && membership.isLevel(found, zero);
    return same ? found : null;
  }
}
