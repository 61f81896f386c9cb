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
  private static final double REACH = 0.01;

  private final LossField field;
  private final NewtonCorrector corrector;

  ContinuumTracer(LossField field, NewtonCorrector corrector) {
    this.field = field;
    this.corrector = corrector;
  }

  /** The set of zeros that this degenerate zero belongs to; null if it is isolated. */
  @Nullable Continuum through(Zero zero) {
    Zero seed = generic(zero);
    if (seed == null) {
      return null;
    }
    int dimension = tangents(seed).size();
    if (dimension == 1) {
      return new CurveTracer(field, corrector).trace(seed);
    }
    return dimension == 0 ? null : new SurfaceCover(field, corrector).cover(seed, dimension);
  }

  /** A zero next to this one, with no more null directions than the set has dimensions. */
  private @Nullable Zero generic(Zero zero) {
    Zero best = null;
    for (double[] v : tangents(zero)) {
      for (double t : new double[] {REACH, -REACH}) {
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

  private boolean isTangent(Zero zero, double[] v) {
    return continues(zero, v, REACH * field.diameter)
        || continues(zero, v, -REACH * field.diameter);
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
    boolean same =
        found != null
            && found.isDegenerate()
            && Math.abs(found.value() - zero.value())
                <= 1e-9 * Math.max(1, field.gradientScale * field.diameter);
    return same ? found : null;
  }
}
