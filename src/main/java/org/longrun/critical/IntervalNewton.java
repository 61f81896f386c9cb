package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.numerics.LinearSolver;

/**
 * What interval arithmetic proves about the zeros of ∇f in a box: none, exactly one, or all of them
 * in a smaller box.
 *
 * <p>First ∇f over the box; then the Hansen–Sengupta step: with the midpoint m, Y ≈ ∇²f(m)⁻¹, M =
 * Y[∇²f] and b = Y∇f(m), every zero x of the box satisfies M(x − m) ∋ −b, solved coordinate by
 * coordinate. A step that ends strictly inside the box proves one zero there and no second (A.
 * Neumaier, <em>Interval Methods for Systems of Equations</em> (1990), theorem 5.1.8). Sums in
 * plain arithmetic are widened by a bound of their rounding errors.
 */
final class IntervalNewton {
  private static final double ROUNDING = 0x1p-48;

  private final Enclosure enclosure;
  private final LossField field;
  private final int d;
  private final double[] low;
  private final double[] high;
  private final double[] hessianLow;
  private final double[] hessianHigh;

  IntervalNewton(LossField field, Enclosure enclosure) {
    this.field = field;
    this.enclosure = enclosure;
    this.d = field.d;
    this.low = new double[d];
    this.high = new double[d];
    this.hessianLow = new double[d * d];
    this.hessianHigh = new double[d * d];
  }

  /**
   * What a step has shown.
   *
   * @param box holds all zeros of the box that was examined; null if there is none
   * @param unique whether there is exactly one
   */
  record Outcome(@Nullable Box box, boolean unique) {
    static final Outcome EMPTY = new Outcome(null, false);
  }

  /** Examines a box. */
  Outcome examine(Box box) {
    enclosure.gradient(box.lower(), box.upper(), low, high);
    for (int k = 0; k < d; k++) {
      if (low[k] > 0 || high[k] < 0) {
        return Outcome.EMPTY;
      }
    }
    double[] m = box.centre();
    LinearSolver solver = LinearSolver.of(field.hessian(m), d);
    if (!solver.isRegular()) {
      return new Outcome(box, false);
    }
    enclosure.hessian(box.lower(), box.upper(), hessianLow, hessianHigh);
    enclosure.gradient(m, m, low, high);
    return step(box, m, solver.inverse());
  }

  private Outcome step(Box box, double[] m, double[] y) {
    double[] lower = box.lower().clone();
    double[] upper = box.upper().clone();
    boolean inside = true;
    for (int i = 0; i < d; i++) {
      Interval sum = new Interval();
      for (int k = 0; k < d; k++) {
        sum.addProduct(y[i * d + k], y[i * d + k], low[k], high[k]);
      }
      Interval diagonal = preconditioned(y, i, i);
      for (int j = 0; j < d; j++) {
        if (j != i) {
          Interval entry = preconditioned(y, i, j);
          sum.addProduct(entry.low(), entry.high(), lower[j] - m[j], upper[j] - m[j]);
        }
      }
      if (!(diagonal.low() > 0)) {
        inside = false;
        continue;
      }
      double newLow = m[i] + widenedDown(-sum.high(), diagonal, m[i]);
      double newHigh = m[i] + widenedUp(-sum.low(), diagonal, m[i]);
      inside &= newLow > box.lower()[i] && newHigh < box.upper()[i];
      if (newLow > upper[i] || newHigh < lower[i]) {
        return Outcome.EMPTY;
      }
      lower[i] = Math.max(lower[i], newLow);
      upper[i] = Math.min(upper[i], newHigh);
    }
    return new Outcome(new Box(lower, upper), inside);
  }

  private static double widenedDown(double numerator, Interval divisor, double near) {
    double quotient = numerator / (numerator > 0 ? divisor.high() : divisor.low());
    return quotient - ROUNDING * (Math.abs(quotient) + Math.abs(near)) - Double.MIN_NORMAL;
  }

  private static double widenedUp(double numerator, Interval divisor, double near) {
    double quotient = numerator / (numerator < 0 ? divisor.high() : divisor.low());
    return quotient + ROUNDING * (Math.abs(quotient) + Math.abs(near)) + Double.MIN_NORMAL;
  }

  /** Entry (i, j) of Y[∇²f]. */
  private Interval preconditioned(double[] y, int i, int j) {
    Interval sum = new Interval();
    for (int k = 0; k < d; k++) {
      double factor = y[i * d + k];
      sum.addProduct(factor, factor, hessianLow[k * d + j], hessianHigh[k * d + j]);
    }
    return sum;
  }

  /** A sum of products of intervals, with a bound of its rounding errors. */
  private static final class Interval {
    private double sumLow;
    private double sumHigh;
    private double size;

    void addProduct(double a, double b, double c, double e) {
      double p = product(a, c);
      double q = product(a, e);
      double r = product(b, c);
      double s = product(b, e);
      sumLow += Math.min(Math.min(p, q), Math.min(r, s));
      sumHigh += Math.max(Math.max(p, q), Math.max(r, s));
      size += Math.max(Math.max(Math.abs(p), Math.abs(q)), Math.max(Math.abs(r), Math.abs(s)));
    }

    private static double product(double a, double b) {
      return a == 0 || b == 0 ? 0 : a * b;
    }

    double low() {
      double low = sumLow - ROUNDING * size;
      return Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low;
    }

    double high() {
      double high = sumHigh + ROUNDING * size;
      return Double.isNaN(high) ? Double.POSITIVE_INFINITY : high;
    }
  }
}
