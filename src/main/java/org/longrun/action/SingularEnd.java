package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.longrun.numerics.EpsilonAlgorithm;
import org.longrun.numerics.GaussKronrod;

/**
 * ∫ g ds up to a point where the noise vanishes, and with it g may grow without bound (theory,
 * section 2, costs of neighbourhoods). The interval is halved towards the point; with A_k the
 * integral over the k-th piece, A_k/A_{k+1} → 2^β where g grows like a power β − 1 of the distance:
 * the integral is finite for β &gt; 0, then extrapolated by the ε-algorithm, and infinite for β ≤
 * 0.
 */
final class SingularEnd {
  /** The pieces looked at, at least and at most. */
  private static final int LEAST = 12;

  private static final int MOST = 44;

  /** How much the last rates may differ where they are known, and the least that is not 0. */
  private static final double SETTLED = 1e-3;

  private static final double RISING = 5e-3;

  /** As many pieces more as double precision may hold. */
  private static final int REST = 60;

  private static final double ACCURATE = 1e-13;
  private static final int PANELS = 60;

  /** What rounding leaves of an extrapolated limit, relative to it. */
  private static final double ROUNDING = 1e-12;

  private final DoubleUnaryOperator g;
  private final GaussKronrod.Witness witness;
  private final double end;
  private final double from;
  private final List<Double> pieces = new ArrayList<>();
  private double sum;
  private double error;
  private int evaluations;

  private SingularEnd(
      DoubleUnaryOperator g, GaussKronrod.Witness witness, double end, double from) {
    this.g = g;
    this.witness = witness;
    this.end = end;
    this.from = from;
  }

  /**
   * The integral.
   *
   * @param value +∞ where it diverges
   * @param error estimated absolute error
   * @param evaluations how often g was evaluated
   */
  record Tail(double value, double error, int evaluations) {
    boolean converges() {
      return value < Double.POSITIVE_INFINITY;
    }
  }

  /**
   * ∫ g between a point and the end.
   *
   * @param g not negative
   * @param end the singular end; g is never evaluated there
   * @param from the other end, on either side
   * @param negligible an absolute error that does not matter
   */
  static Tail of(
      DoubleUnaryOperator g,
      GaussKronrod.Witness witness,
      double end,
      double from,
      double negligible) {
    return new SingularEnd(g, witness, end, from).integrate(negligible);
  }

  private Tail integrate(double negligible) {
    while (pieces.size() < MOST) {
      double piece = piece(pieces.size());
      if (!(piece < Double.POSITIVE_INFINITY)) {
        return new Tail(Double.POSITIVE_INFINITY, 0, evaluations);
      }
      pieces.add(piece);
      sum += piece;
      if (pieces.size() >= LEAST && REST * largestOfLast() <= negligible) {
        return new Tail(sum, error + REST * largestOfLast(), evaluations);
      }
      if (pieces.size() >= LEAST && isSettled()) {
        break;
      }
    }
    return rate(0) > RISING ? extrapolated() : new Tail(Double.POSITIVE_INFINITY, 0, evaluations);
  }

  private double piece(int k) {
    double outer = end + (from - end) * Math.scalb(1.0, -k);
    double inner = end + (from - end) * Math.scalb(1.0, -k - 1);
    double[] cuts = {Math.min(inner, outer), Math.max(inner, outer)};
    GaussKronrod.Result result = GaussKronrod.integrate(g, witness, cuts, ACCURATE, PANELS);
    evaluations += result.evaluations();
    error += result.error();
    return result.value();
  }

  private double largestOfLast() {
    int n = pieces.size();
    return Math.max(pieces.get(n - 1), Math.max(pieces.get(n - 2), pieces.get(n - 3)));
  }

  /** β by the last pieces but some. */
  private double rate(int back) {
    int n = pieces.size() - back;
    return Math.log(pieces.get(n - 2) / pieces.get(n - 1)) / Math.log(2);
  }

  private boolean isSettled() {
    return Math.abs(rate(0) - rate(1)) <= SETTLED && Math.abs(rate(1) - rate(2)) <= SETTLED;
  }

  private Tail extrapolated() {
    double[] sums = new double[pieces.size()];
    double partial = 0;
    for (int k = 0; k < sums.length; k++) {
      partial += pieces.get(k);
      sums[k] = partial;
    }
    EpsilonAlgorithm.Limit limit = EpsilonAlgorithm.of(sums);
    double weight = 1 / (1 - Math.pow(2, -rate(0)));
    double doubt = limit.error() + error * weight + ROUNDING * weight * limit.value();
    return new Tail(limit.value(), doubt, evaluations);
  }
}
