package org.longrun.arborescence;

/** Numbers m·2^e with their exponents apart, so that exp(−10⁵) is as good a number as 1. */
public final class ScaledVector {
  private static final double LN2 = Math.log(2);
  private final double[] mantissas;
  private final long[] exponents;

  ScaledVector(int size) {
    mantissas = new double[size];
    exponents = new long[size];
  }

  /** The number of entries. */
  public int size() {
    return mantissas.length;
  }

  /** The natural logarithm of an entry; −∞ for 0. */
  public double log(int i) {
    return Math.log(mantissas[i]) + exponents[i] * LN2;
  }

  /** An entry as a double; 0 or +∞ where it is out of range. */
  public double value(int i) {
    return Math.scalb(mantissas[i], (int) Math.max(-5000, Math.min(5000, exponents[i])));
  }

  double mantissa(int i) {
    return mantissas[i];
  }

  long exponent(int i) {
    return exponents[i];
  }

  void set(int i, double mantissa, long exponent) {
    mantissas[i] = mantissa;
    exponents[i] = exponent;
    normalise(i);
  }

  /** Adds m·2^e to an entry. */
  void add(int i, double mantissa, long exponent) {
    if (mantissas[i] == 0 || mantissa == 0) {
      if (mantissa != 0) {
        set(i, mantissa, exponent);
      }
      return;
    }
    long ahead = exponents[i] - exponent;
    if (ahead >= 0) {
      mantissas[i] += ahead > 64 ? 0 : mantissa * power(-ahead);
    } else {
      mantissas[i] = mantissa + (ahead < -64 ? 0 : mantissas[i] * power(ahead));
      exponents[i] = exponent;
    }
    normalise(i);
  }

  /** Divides an entry by m·2^e. */
  void divide(int i, double mantissa, long exponent) {
    set(i, mantissas[i] / mantissa, exponents[i] - exponent);
  }

  /** Brings the mantissa into [1, 2). */
  private void normalise(int i) {
    double mantissa = mantissas[i];
    if (mantissa == 0) {
      return;
    }
    int shift = Math.getExponent(mantissa);
    if (shift < Double.MIN_EXPONENT) {
      mantissas[i] = mantissa * 0x1p60;
      exponents[i] -= 60;
      normalise(i);
    } else if (shift != 0) {
      mantissas[i] = Math.scalb(mantissa, -shift);
      exponents[i] += shift;
    }
  }

  private static double power(long exponent) {
    return Double.longBitsToDouble((exponent + 1023) << 52);
  }
}
