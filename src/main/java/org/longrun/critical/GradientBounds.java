package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;

/**
 * Bounds of ∇f over boxes: by interval arithmetic where f has enclosures, else from the Hessian at
 * the centre with a margin, which proves nothing.
 */
final class GradientBounds {
  private static final double MARGIN = 2;

  private final LossField field;
  private final @Nullable Enclosure enclosure;

  GradientBounds(LossField field) {
    this.field = field;
    this.enclosure = field.f.enclosure().orElse(null);
  }

  /** True if the bounds are proved. */
  boolean isRigorous() {
    return enclosure != null;
  }

  /** Writes bounds of ∂f/∂x_i over the box. */
  void over(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    if (enclosure != null) {
      enclosure.gradient(lower, upper, outLower, outUpper);
    } else {
      estimate(lower, upper, outLower, outUpper);
    }
  }

  private void estimate(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    double[] centre = new double[field.d];
    for (int k = 0; k < field.d; k++) {
      centre[k] = 0.5 * (lower[k] + upper[k]);
    }
    double[] g = field.gradient(centre);
    double[] middle = field.hessian(centre);
    double[] corner = field.hessian(upper);
    double[] other = field.hessian(lower);
    for (int i = 0; i < field.d; i++) {
      double reach = 0;
      for (int k = 0; k < field.d; k++) {
        int at = i * field.d + k;
        double slope =
            Math.max(Math.abs(middle[at]), Math.max(Math.abs(corner[at]), Math.abs(other[at])));
        reach += MARGIN * slope * 0.5 * (upper[k] - lower[k]);
      }
      outLower[i] = g[i] - reach;
      outUpper[i] = g[i] + reach;
    }
  }
}
