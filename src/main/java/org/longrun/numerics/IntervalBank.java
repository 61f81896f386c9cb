package org.longrun.numerics;

/**
 * Numbered intervals with arithmetic that encloses every exact result: bounds are rounded outward.
 *
 * <p>Bounds may be infinite, never NaN. A function is enclosed over the part of its argument where
 * it is defined; where there is none the result is the whole line. Library functions are taken to
 * be right to 8 units in the last place, which is more than Java guarantees (at most 2.5). R. E.
 * Moore, R. B. Kearfott, M. J. Cloud, <em>Introduction to Interval Analysis</em> (2009), chapters 2
 * and 5.
 */
public final class IntervalBank {
  private static final double SLACK = 0x1p-49;
  private static final double TURN = 2 * Math.PI;

  private final double[] lower;
  private final double[] upper;

  /** A bank of intervals, all [0, 0]. */
  public IntervalBank(int size) {
    lower = new double[size];
    upper = new double[size];
  }

  /** The lower bound of interval k. */
  public double lower(int k) {
    return lower[k];
  }

  /** The upper bound of interval k. */
  public double upper(int k) {
    return upper[k];
  }

  /** Makes interval k the whole line where a bound is NaN. */
  public void set(int k, double low, double high) {
    lower[k] = low <= high ? low : Double.NEGATIVE_INFINITY;
    upper[k] = low <= high ? high : Double.POSITIVE_INFINITY;
  }

  /** a + b. */
  public void add(int k, int a, int b) {
    set(k, sumDown(lower[a], lower[b]), sumUp(upper[a], upper[b]));
  }

  /** a − b. */
  public void subtract(int k, int a, int b) {
    set(k, sumDown(lower[a], -upper[b]), sumUp(upper[a], -lower[b]));
  }

  /** −a. */
  public void negate(int k, int a) {
    set(k, -upper[a], -lower[a]);
  }

  /** a·b. */
  public void multiply(int k, int a, int b) {
    double p = product(lower[a], lower[b]);
    double q = product(lower[a], upper[b]);
    double r = product(upper[a], lower[b]);
    double s = product(upper[a], upper[b]);
    set(
        k,
        down(Math.min(Math.min(p, q), Math.min(r, s))),
        up(Math.max(Math.max(p, q), Math.max(r, s))));
  }

  /** a/b; the whole line where b holds 0 inside. */
  public void divide(int k, int a, int b) {
    double low = lower[b];
    double high = upper[b];
    if (low < 0 && high > 0 || low == 0 && high == 0) {
      whole(k);
      return;
    }
    double fromHigh = high == 0 ? Double.NEGATIVE_INFINITY : down(1 / high);
    double fromLow = low == 0 ? Double.POSITIVE_INFINITY : up(1 / low);
    double p = quotient(lower[a], low, fromLow);
    double q = quotient(lower[a], high, fromHigh);
    double r = quotient(upper[a], low, fromLow);
    double s = quotient(upper[a], high, fromHigh);
    set(
        k,
        down(Math.min(Math.min(p, q), Math.min(r, s))),
        up(Math.max(Math.max(p, q), Math.max(r, s))));
  }

  /** a^n for an integer n. */
  public void integerPower(int k, int a, int n) {
    if (n < 0) {
      integerPower(k, a, -n);
      reciprocal(k);
      return;
    }
    double low = wide(lower[a], n);
    double high = wide(upper[a], n);
    if (n % 2 == 1) {
      set(k, below(low), above(high));
    } else if (lower[a] <= 0 && upper[a] >= 0) {
      set(k, 0, above(Math.max(low, high)));
    } else {
      set(k, Math.max(0, below(Math.min(low, high))), above(Math.max(low, high)));
    }
  }

  private void reciprocal(int k) {
    double low = lower[k];
    double high = upper[k];
    if (low < 0 && high > 0 || low == 0 && high == 0) {
      whole(k);
    } else {
      set(
          k,
          high == 0 ? Double.NEGATIVE_INFINITY : down(1 / high),
          low == 0 ? Double.POSITIVE_INFINITY : up(1 / low));
    }
  }

  /** a^b = exp(b log a) where a is not negative; the whole line elsewhere. */
  public void power(int k, int a, int b) {
    if (lower[a] < 0) {
      whole(k);
      return;
    }
    double p = Math.pow(lower[a], lower[b]);
    double q = Math.pow(lower[a], upper[b]);
    double r = Math.pow(upper[a], lower[b]);
    double s = Math.pow(upper[a], upper[b]);
    double low = Math.min(Math.min(p, q), Math.min(r, s));
    double high = Math.max(Math.max(p, q), Math.max(r, s));
    boolean crosses = lower[a] == 0 && lower[b] <= 0;
    set(k, Math.max(0, below(low)), crosses ? Double.POSITIVE_INFINITY : above(high));
  }

  /** min(a, b). */
  public void min(int k, int a, int b) {
    set(k, Math.min(lower[a], lower[b]), Math.min(upper[a], upper[b]));
  }

  /** max(a, b). */
  public void max(int k, int a, int b) {
    set(k, Math.max(lower[a], lower[b]), Math.max(upper[a], upper[b]));
  }

  /** The hull of a and b. */
  public void hull(int k, int a, int b) {
    set(k, Math.min(lower[a], lower[b]), Math.max(upper[a], upper[b]));
  }

  /** |a|. */
  public void abs(int k, int a) {
    double least =
        lower[a] <= 0 && upper[a] >= 0 ? 0 : Math.min(Math.abs(lower[a]), Math.abs(upper[a]));
    set(k, least, Math.max(Math.abs(lower[a]), Math.abs(upper[a])));
  }

  /** The enclosure of a function that increases with a, from its values at the ends. */
  public void increasing(int k, double atLower, double atUpper) {
    set(k, below(atLower), above(atUpper));
  }

  /** Keeps interval k inside [low, high], where it is known to lie. */
  public void clip(int k, double low, double high) {
    set(k, Math.min(high, Math.max(low, lower[k])), Math.max(low, Math.min(high, upper[k])));
  }

  /** cos(a). */
  public void cos(int k, int a) {
    wave(k, a, 0, Math.cos(lower[a]), Math.cos(upper[a]));
  }

  /** sin(a). */
  public void sin(int k, int a) {
    wave(k, a, Math.PI / 2, Math.sin(lower[a]), Math.sin(upper[a]));
  }

  /** A wave of period 2π with maxima 1 at crest + 2πm, minima −1 half a turn on. */
  private void wave(int k, int a, double crest, double atLower, double atUpper) {
    double low = lower[a];
    double high = upper[a];
    if (!(high - low < TURN) || Math.max(Math.abs(low), Math.abs(high)) > 1e9) {
      set(k, -1, 1);
      return;
    }
    boolean top = meets(low, high, crest);
    boolean bottom = meets(low, high, crest + Math.PI);
    set(
        k,
        bottom ? -1 : Math.max(-1, below(Math.min(atLower, atUpper))),
        top ? 1 : Math.min(1, above(Math.max(atLower, atUpper))));
  }

  /** True if point + period·m may lie in [low, high] for an integer m; errs to the safe side. */
  private static boolean meets(double low, double high, double point) {
    double slack = 1e-14 * (1 + Math.abs(low) + Math.abs(high));
    double next = point + Math.ceil((low - slack - point) / TURN) * TURN;
    return next <= high + slack || next - TURN >= low - slack;
  }

  /** tan(a); the whole line where a may hold a pole. */
  public void tan(int k, int a) {
    double low = lower[a];
    double high = upper[a];
    if (!(high - low < Math.PI)
        || Math.max(Math.abs(low), Math.abs(high)) > 1e9
        || meets(low, high, Math.PI / 2)
        || meets(low, high, -Math.PI / 2)) {
      whole(k);
    } else {
      increasing(k, Math.tan(low), Math.tan(high));
    }
  }

  /** cosh(a). */
  public void cosh(int k, int a) {
    double low = Math.cosh(lower[a]);
    double high = Math.cosh(upper[a]);
    boolean holdsZero = lower[a] <= 0 && upper[a] >= 0;
    set(k, holdsZero ? 1 : Math.max(1, below(Math.min(low, high))), above(Math.max(low, high)));
  }

  /** Makes interval k the whole line. */
  public void whole(int k) {
    lower[k] = Double.NEGATIVE_INFINITY;
    upper[k] = Double.POSITIVE_INFINITY;
  }

  private static double wide(double a, int n) {
    return n == 2 ? a * a : Math.pow(a, n);
  }

  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static double quotient(double a, double b, double reciprocal) {
    if (a == 0) {
      return 0;
    }
    return b == 0 || Double.isInfinite(b) ? product(a, reciprocal) : a / b;
  }

  private static double sumDown(double a, double b) {
    double sum = a + b;
    return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : down(sum);
  }

  private static double sumUp(double a, double b) {
    double sum = a + b;
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : up(sum);
  }

  /** The next number below; zeros of sums and products are exact or harmless underflow. */
  private static double down(double a) {
    return a == 0 ? 0 : Math.nextDown(a);
  }

  private static double up(double a) {
    return a == 0 ? 0 : Math.nextUp(a);
  }

  private static double below(double a) {
    return a == 0 || Double.isInfinite(a)
        ? finiteFloor(a)
        : a - Math.abs(a) * SLACK - Double.MIN_VALUE;
  }

  private static double above(double a) {
    return a == 0 || Double.isInfinite(a)
        ? finiteCeiling(a)
        : a + Math.abs(a) * SLACK + Double.MIN_VALUE;
  }

  private static double finiteFloor(double a) {
    return a == Double.POSITIVE_INFINITY ? Double.MAX_VALUE : a;
  }

  private static double finiteCeiling(double a) {
    return a == Double.NEGATIVE_INFINITY ? -Double.MAX_VALUE : a;
  }
}
