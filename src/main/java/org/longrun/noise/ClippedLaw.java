package org.longrun.noise;

import org.longrun.numerics.GaussLegendre;
import org.longrun.numerics.NormalTail;

/**
 * G = max(−c, min(c, m + √s ξ)), ξ standard normal: M(v) = E exp(vG) = e^{vc}P(g ≥ c) + e^{−vc}P(g
 * ≤ −c) + I(v), I(v) = E[exp(vg); |g| &lt; c] = e^{vm + v²s/2}[Φ(b) − Φ(a)] with a, b = (∓c − m −
 * vs)/√s; and ∂M/∂m = v·I(v).
 *
 * @param m the mean of g
 * @param s its variance, &gt; 0
 * @param c where it is cut, &gt; 0
 */
record ClippedLaw(double m, double s, double c) {
  private static final int RULE = 64;
  private static final double TAIL = 9;
  private static final GaussLegendre LEGENDRE = GaussLegendre.of(RULE);

  /**
   * Derivatives of K = log M.
   *
   * @param log K
   * @param first ∂K/∂v
   * @param second ∂²K/∂v²
   * @param bySlope ∂K/∂m
   * @param bySlopeAndV ∂²K/∂m∂v
   */
  record Moments(double log, double first, double second, double bySlope, double bySlopeAndV) {}

  /** E G. */
  double mean() {
    return moments(0).first();
  }

  /** ∂/∂m of the variance of G: 2(E[G; |g| &lt; c] − E G·P(|g| &lt; c)). */
  double varianceSlope() {
    double sigma = Math.sqrt(s);
    double upper = (c - m) / sigma;
    double lower = (-c - m) / sigma;
    double inside = Math.exp(NormalTail.logBetween(lower, upper));
    double edges = Math.exp(NormalTail.logDensity(upper)) - Math.exp(NormalTail.logDensity(lower));
    return 2 * (m * inside - sigma * edges - mean() * inside);
  }

  /** The largest |g| that matters. */
  private double reach() {
    return Math.min(c, Math.abs(m) + TAIL * Math.sqrt(s));
  }

  /**
   * K for small v, log1p(E[exp(vG) − 1]) by a Gauss–Legendre rule: where K is as small as v² next
   * to a critical point, the logarithm of M would be rounding.
   */
  private double nearZero(double v) {
    double sigma = Math.sqrt(s);
    double low = Math.max(-c, Math.min(c, m - TAIL * sigma));
    double high = Math.max(-c, Math.min(c, m + TAIL * sigma));
    double half = (high - low) / 2;
    double sum =
        Math.expm1(v * c) * Math.exp(NormalTail.logBelow((m - c) / sigma))
            + Math.expm1(-v * c) * Math.exp(NormalTail.logBelow((-c - m) / sigma));
    for (int q = 0; q < RULE; q++) {
      double g = low + half * (1 + LEGENDRE.point(q));
      double density = Math.exp(NormalTail.logDensity((g - m) / sigma)) / sigma;
      sum += half * LEGENDRE.weight(q) * density * Math.expm1(v * g);
    }
    return Math.log1p(sum);
  }

  /** K and its derivatives at v; all terms relative to the largest, so that none overflows. */
  Moments moments(double v) {
    double sigma = Math.sqrt(s);
    double upper = (c - m) / sigma;
    double lower = (-c - m) / sigma;
    double logUpper = v * c + NormalTail.logBelow(-upper);
    double logLower = -v * c + NormalTail.logBelow(lower);
    double logInside =
        v * m + v * v * s / 2 + NormalTail.logBetween(lower - v * sigma, upper - v * sigma);
    double top = Math.max(logInside, Math.max(logUpper, logLower));
    double above = Math.exp(logUpper - top);
    double below = Math.exp(logLower - top);
    double inside = Math.exp(logInside - top);
    double right = Math.exp(v * c + NormalTail.logDensity(upper) - top);
    double left = Math.exp(-v * c + NormalTail.logDensity(lower) - top);
    double tilted = m + v * s;
    double insideFirst = tilted * inside - sigma * (right - left);
    double insideSecond = s * inside + tilted * insideFirst - sigma * c * (right + left);
    double sum = above + below + inside;
    double first = (c * (above - below) + insideFirst) / sum;
    double square = (c * c * (above + below) + insideSecond) / sum;
    double share = inside / sum;
    double shareSlope = insideFirst / sum - share * first;
    return new Moments(
        Math.abs(v) * reach() < 1 ? nearZero(v) : top + Math.log(sum),
        first,
        Math.max(0, square - first * first),
        v * share,
        share + v * shareSlope);
  }
}
