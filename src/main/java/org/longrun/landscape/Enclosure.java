package org.longrun.landscape;

import java.util.Arrays;

/**
 * Rigorous enclosures of a scalar field and its derivatives over boxes, by interval arithmetic with
 * outward rounding.
 *
 * <p>A box is given by its lower and upper corners, d numbers each. An enclosure may be infinite;
 * it is never NaN. R. E. Moore, R. B. Kearfott, M. J. Cloud, <em>Introduction to Interval
 * Analysis</em> (2009), chapter 5.
 */
public interface Enclosure {
  /** Writes bounds of f over the box: {@code out[0]} ≤ f ≤ {@code out[1]}. */
  void value(double[] lower, double[] upper, double[] out);

  /** Writes bounds of each ∂f/∂x_i over the box into outLower[i], outUpper[i]. */
  void gradient(double[] lower, double[] upper, double[] outLower, double[] outUpper);

  /** Writes bounds of each entry of ∇²f over the box, row by row. */
  void hessian(double[] lower, double[] upper, double[] outLower, double[] outUpper);

  /** Whether the gradient has finite bounds over a box: there the field is Lipschitz. */
  default boolean isLipschitz(double[] lower, double[] upper) {
    double[] low = new double[lower.length];
    double[] high = new double[lower.length];
    gradient(lower, upper, low, high);
    return areFinite(low) && areFinite(high);
  }

  /** Whether the Hessian has finite bounds over a box: there the gradient is Lipschitz. */
  default boolean isTwiceBounded(double[] lower, double[] upper) {
    double[] low = new double[lower.length * lower.length];
    double[] high = new double[low.length];
    hessian(lower, upper, low, high);
    return areFinite(low) && areFinite(high);
  }

  private static boolean areFinite(double[] bounds) {
    return Arrays.stream(bounds).allMatch(Double::isFinite);
  }
}
