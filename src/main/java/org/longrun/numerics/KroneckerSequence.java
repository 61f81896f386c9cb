package org.longrun.numerics;

/**
 * A low-discrepancy sequence in the unit cube [0,1)^d: u_n = frac(shift + n·α), α_k = φ_d^{−k},
 * where φ_d is the positive root of φ^{d+1} = φ + 1.
 *
 * <p>The additive recurrence with the generalised golden ratio; its points cover the cube evenly
 * from the first one on, in any dimension (H. Niederreiter, <em>Random Number Generation and
 * Quasi-Monte Carlo Methods</em>, 1992, chapter 3, on Kronecker sequences).
 */
public final class KroneckerSequence {
  private final double[] step;
  private final double[] shift;

  /**
   * The sequence in d dimensions.
   *
   * @param shift the point u_0, d numbers in [0,1); copied
   */
  public KroneckerSequence(double... shift) {
    this.shift = shift.clone();
    this.step = new double[shift.length];
    double phi = root(shift.length);
    double power = 1;
    for (int k = 0; k < step.length; k++) {
      power /= phi;
      step[k] = power;
    }
  }

  /** u_n, a fresh array; n ≥ 0. */
  public double[] point(long n) {
    double[] point = new double[step.length];
    for (int k = 0; k < point.length; k++) {
      double sum = shift[k] + n * step[k];
      point[k] = sum - Math.floor(sum);
    }
    return point;
  }

  private static double root(int d) {
    double phi = 2;
    for (int iteration = 0; iteration < 64; iteration++) {
      phi = Math.pow(1 + phi, 1.0 / (d + 1));
    }
    return phi;
  }
}
