package org.longrun.numerics;

import org.apache.commons.math3.special.Erf;

/** Logarithms of the standard normal distribution function Φ and of its differences. */
public final class NormalTail {
  private static final double FAR = -30;
  private static final double LOG_ROOT = 0.5 * Math.log(2 * Math.PI);

  private NormalTail() {}

  /** log φ(z). */
  public static double logDensity(double z) {
    return -z * z / 2 - LOG_ROOT;
  }

  /**
   * log Φ(z), accurate in the far tail too: there Φ(z) = φ(z)/|z|·(1 − 1/z² + 3/z⁴ − 15/z⁶ …).
   *
   * @return −∞ at z = −∞
   */
  public static double logBelow(double z) {
    if (z == Double.NEGATIVE_INFINITY) {
      return z;
    }
    if (z > FAR) {
      return z > 0 ? Math.log1p(-Erf.erfc(z / Math.sqrt(2)) / 2) : Math.log(below(z));
    }
    double u = 1 / (z * z);
    return logDensity(z) - Math.log(-z) + Math.log1p(-u * (1 - u * (3 - u * (15 - 105 * u))));
  }

  private static double below(double z) {
    return Erf.erfc(-z / Math.sqrt(2)) / 2;
  }

  /**
   * log[Φ(b) − Φ(a)].
   *
   * @param a the lower end
   * @param b the upper end, ≥ a
   */
  public static double logBetween(double a, double b) {
    if (a > 0) {
      return logBetween(-b, -a);
    }
    if (b > 0) {
      return Math.log1p(-below(a) - below(-b));
    }
    double end = logBelow(b);
    double gap = logBelow(a) - end;
    return gap < 0 ? end + Math.log(-Math.expm1(gap)) : Double.NEGATIVE_INFINITY;
  }
}
