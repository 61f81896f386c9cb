package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.KroneckerSequence;

/**
 * The degree of ∇f on the boundary of the domain: what the indices of all critical points inside
 * add up to, if none lies on the boundary.
 *
 * <p>For d ≤ 3 by counting, with sign, where ∇f points along the first axis: the boundary is cut
 * into pieces until on each some component of ∇f has one sign; on pieces where only the first has,
 * and it is positive, the degree of the remaining components on the piece's own boundary counts (B.
 * Kearfott, Numer. Math. 32 (1979) 109; F. Stenger, Numer. Math. 25 (1975) 23). With interval
 * bounds that is exact. For d &gt; 3 the degree is 1 if −∇f points inward on sampled faces.
 */
final class BoundaryDegree {
  /** No bisection point is special to symmetric functions. */
  private static final double CUT = 0.4871;

  private static final double FINEST = 1e-9;
  private static final int SAMPLES = 64;
  private static final int LARGEST_EXACT = 3;

  private final LossField field;
  private final GradientBounds bounds;
  private int budget;

  BoundaryDegree(LossField field, int budget) {
    this.field = field;
    this.bounds = new GradientBounds(field);
    this.budget = budget;
  }

  /** The degree, or null if it is not known. */
  @Nullable Integer value() {
    if (field.d > LARGEST_EXACT) {
      return pointsInward() ? 1 : null;
    }
    try {
      return degree(0, field.domain.lower().toArray(), field.domain.upper().toArray());
    } catch (UndecidedException undecided) {
      return null;
    }
  }

  /** The degree of (g_c, …, g_{d−1}) on the boundary of a box with d − c long sides. */
  private int degree(int c, double[] lower, double[] upper) {
    int sum = 0;
    int sign = 1;
    for (int k = 0; k < field.d; k++) {
      if (lower[k] == upper[k]) {
        continue;
      }
      double[] top = lower.clone();
      top[k] = upper[k];
      double[] bottom = upper.clone();
      bottom[k] = lower[k];
      sum += sign * (onFace(c, top, upper) - onFace(c, lower, bottom));
      sign = -sign;
    }
    return sum;
  }

  /** How often (g_c, …) points along its first axis on this face, with sign. */
  private int onFace(int c, double[] lower, double[] upper) {
    if (--budget < 0) {
      throw new UndecidedException();
    }
    double[] low = new double[field.d];
    double[] high = new double[field.d];
    bounds.over(lower, upper, low, high);
    for (int j = c + 1; j < field.d; j++) {
      if (low[j] > 0 || high[j] < 0) {
        return 0;
      }
    }
    if (high[c] < 0) {
      return 0;
    }
    if (low[c] > 0) {
      return c == field.d - 1 ? 1 : degree(c + 1, lower, upper);
    }
    return split(c, lower, upper);
  }

  private int split(int c, double[] lower, double[] upper) {
    int widest = -1;
    double width = FINEST;
    for (int k = 0; k < field.d; k++) {
      double relative = (upper[k] - lower[k]) / field.domain.width(k);
      if (relative > width) {
        width = relative;
        widest = k;
      }
    }
    if (widest < 0) {
      throw new UndecidedException();
    }
    double cut = lower[widest] + CUT * (upper[widest] - lower[widest]);
    double[] left = upper.clone();
    left[widest] = cut;
    double[] right = lower.clone();
    right[widest] = cut;
    return onFace(c, lower, left) + onFace(c, right, upper);
  }

  private boolean pointsInward() {
    KroneckerSequence sequence = new KroneckerSequence(new double[field.d]);
    for (int n = 1; n <= SAMPLES * field.d; n++) {
      double[] fraction = sequence.point(n);
      int k = n % field.d;
      for (int side = 0; side < 2; side++) {
        fraction[k] = side;
        double slope = field.gradient(field.atFraction(fraction))[k];
        if (!(side == 0 ? slope < 0 : slope > 0)) {
          return false;
        }
      }
    }
    return true;
  }

  /** A zero of ∇f on the boundary, or bounds too wide for the budget. */
  private static final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidedException() {
      super(null, null, false, false);
    }
  }
}
