package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A symmetric law on [−1, 1], by its cumulant generating function κ(t) = log E e^{tξ}: one
 * coordinate of a noise with independent coordinates.
 *
 * <p>Both are exact to rounding for every t: near 0, where the formulas cancel, and far out, where
 * sinh and cosh overflow.
 */
enum CoordinateLaw {
  /** Uniform on [−1, 1]: κ = log(sinh t / t). */
  UNIFORM {
    @Override
    double cumulant(double t) {
      double a = Math.abs(t);
      if (a < NEAR) {
        return Math.log1p(sinhc(a, 0));
      }
      return a - Math.log(2 * a) + Math.log1p(-Math.exp(-2 * a));
    }

    @Override
    double first(double t) {
      double a = Math.abs(t);
      if (a < NEAR) {
        return Math.signum(t) * sinhc(a, 1) / (1 + sinhc(a, 0));
      }
      return Math.signum(t) * (1 / Math.tanh(a) - 1 / a);
    }

    @Override
    double second(double t) {
      double a = Math.abs(t);
      if (a < NEAR) {
        double slope = sinhc(a, 1) / (1 + sinhc(a, 0));
        return sinhc(a, 2) / (1 + sinhc(a, 0)) - slope * slope;
      }
      double decay = Math.exp(-a);
      double inverse = 2 * decay / -Math.expm1(-2 * a);
      return 1 / (a * a) - inverse * inverse;
    }

    @Override
    void addDraws(UniformRandomProvider random, double scale, double[] out, int from, int count) {
      for (int k = from; k < from + count; k++) {
        out[k] += scale * (2 * random.nextDouble() - 1);
      }
    }
  },

  /** A sign, ±1 with probability ½ each: κ = log cosh t. */
  RADEMACHER {
    @Override
    double cumulant(double t) {
      double a = Math.abs(t);
      if (a < NEAR) {
        double half = Math.sinh(a / 2);
        return Math.log1p(2 * half * half);
      }
      return a + Math.log1p(Math.exp(-2 * a)) - Math.log(2);
    }

    @Override
    double first(double t) {
      return Math.tanh(t);
    }

    @Override
    double second(double t) {
      double decay = Math.exp(-2 * Math.abs(t));
      return 4 * decay / ((1 + decay) * (1 + decay));
    }

    @Override
    void addDraws(UniformRandomProvider random, double scale, double[] out, int from, int count) {
      long bits = 0;
      for (int k = 0; k < count; k++) {
        if (k % Long.SIZE == 0) {
          bits = random.nextLong();
        }
        out[from + k] += (bits & 1) == 0 ? scale : -scale;
        bits >>>= 1;
      }
    }
  };

  /** Below it the series of sinh t / t converge in a dozen terms, above it nothing cancels. */
  private static final double NEAR = 1;

  private static final int TERMS = 12;

  /** κ(t). */
  abstract double cumulant(double t);

  /** κ′(t). */
  abstract double first(double t);

  /** κ″(t). */
  abstract double second(double t);

  /** Adds scale·ξ, drawn anew for each, to {@code out[from … from+count−1]}. */
  abstract void addDraws(
      UniformRandomProvider random, double scale, double[] out, int from, int count);

  /** The order-th derivative, order ≤ 2, of sinh t / t − 1 = Σ_{k≥1} t^{2k}/(2k+1)!, t below 1. */
  private static double sinhc(double t, int order) {
    double sum = 0;
    double term = order == 0 ? t * t : order == 1 ? t : 1;
    for (int k = 1; k <= TERMS; k++) {
      term /= 2.0 * k * (2 * k + 1);
      sum += term * (order == 0 ? 1 : order == 1 ? 2.0 * k : 2.0 * k * (2 * k - 1));
      term *= t * t;
    }
    return sum;
  }
}
