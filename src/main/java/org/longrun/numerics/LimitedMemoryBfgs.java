package org.longrun.numerics;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Minimises a smooth function by the limited-memory BFGS method with a preconditioner in place of
 * the initial matrix (J. Nocedal, S. Wright, <em>Numerical Optimization</em>, algorithm 7.5), and a
 * line search for the weak Wolfe conditions by bracketing.
 *
 * @param memory the number of pairs (s, y) kept
 * @param iterations the most iterations
 * @param longest the greatest length of a step in the maximum norm
 * @param shortest the share of a model's own step at which the model is given up; 0 for never
 */
public record LimitedMemoryBfgs(int memory, int iterations, double longest, double shortest) {
  private static final double SUFFICIENT = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int SEARCH = 25;

  /** What is minimised. */
  public interface Objective {
    /** The value at x, +∞ or NaN where it is not defined, and its gradient. */
    double evaluate(double[] x, double[] gradient);
  }

  /** An approximation of the inverse Hessian, symmetric and positive definite. */
  public interface Preconditioner {
    /** Overwrites g by M⁻¹ g. */
    void apply(double[] g);
  }

  /**
   * The best point found.
   *
   * @param x the point
   * @param value the value there
   * @param expected the decrease that the last model still expected, ½ gᵀHg
   * @param converged whether that was below the tolerance
   * @param share how much of the first model's own step was taken, 1 where the model was right
   */
  public record Result(
      double[] x, double value, double expected, boolean converged, double share) {}

  /**
   * The expected decrease at which to stop.
   *
   * @param relative to the value
   * @param absolute in the value's units
   */
  public record Stop(double relative, double absolute) {}

  private record Pair(double[] step, double[] change, double product) {}

  private record Trial(double length, double value, double slope, double[] x, double[] gradient) {}

  /**
   * Minimises from x.
   *
   * @param stop the expected decrease at which to stop
   */
  public Result minimise(
      Objective objective, Preconditioner preconditioner, double[] x, Stop stop) {
    double[] gradient = new double[x.length];
    double start = objective.evaluate(x, gradient);
    Trial here = new Trial(0, start, 0, x.clone(), gradient);
    ArrayDeque<Pair> pairs = new ArrayDeque<>();
    double expected = Double.POSITIVE_INFINITY;
    double share = 1;
    for (int step = 0; step < iterations && Double.isFinite(here.value()); step++) {
      double[] direction = direction(here.gradient(), pairs, preconditioner);
      double slope = Vectors.dot(here.gradient(), direction);
      if (!(slope < 0)) {
        if (pairs.isEmpty()) {
          break;
        }
        pairs.clear();
        continue;
      }
      expected = -slope / 2;
      if (expected <= Math.max(stop.absolute(), stop.relative() * Math.abs(here.value()))) {
        return new Result(here.x(), here.value(), expected, true, share);
      }
      Trial next = search(objective, here, direction, slope, firstLength(direction));
      if (next == null) {
        if (pairs.isEmpty()) {
          break;
        }
        pairs.clear();
        continue;
      }
      remember(pairs, here, next);
      here = next;
      share = step == 0 ? next.length() : share;
      if (next.length() < shortest) {
        break;
      }
    }
    return new Result(here.x(), here.value(), expected, false, share);
  }

  private double firstLength(double[] direction) {
    double largest = 0;
    for (double component : direction) {
      largest = Math.max(largest, Math.abs(component));
    }
    return largest > longest ? longest / largest : 1;
  }

  private void remember(ArrayDeque<Pair> pairs, Trial from, Trial to) {
    double[] step = difference(to.x(), from.x());
    double[] change = difference(to.gradient(), from.gradient());
    double product = Vectors.dot(step, change);
    if (!(product > 1e-14 * Math.sqrt(Vectors.dot(step, step) * Vectors.dot(change, change)))) {
      return;
    }
    if (pairs.size() == memory) {
      pairs.removeFirst();
    }
    pairs.addLast(new Pair(step, change, product));
  }

  /** −H g by the two loops. */
  private static double[] direction(
      double[] gradient, ArrayDeque<Pair> pairs, Preconditioner preconditioner) {
    double[] q = gradient.clone();
    double[] alpha = new double[pairs.size()];
    int index = pairs.size();
    for (Iterator<Pair> latest = pairs.descendingIterator(); latest.hasNext(); ) {
      Pair pair = latest.next();
      alpha[--index] = Vectors.dot(pair.step(), q) / pair.product();
      Vectors.addScaled(-alpha[index], pair.change(), q);
    }
    preconditioner.apply(q);
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double[] y = last.change().clone();
      preconditioner.apply(y);
      multiply(q, last.product() / Vectors.dot(last.change(), y));
    }
    for (Pair pair : pairs) {
      double beta = Vectors.dot(pair.change(), q) / pair.product();
      Vectors.addScaled(alpha[index++] - beta, pair.step(), q);
    }
    multiply(q, -1);
    return q;
  }

  /** A point that satisfies the weak Wolfe conditions, or at least has a lower value; else null. */
  private static @Nullable Trial search(
      Objective objective, Trial from, double[] direction, double slope, double first) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = first;
    Trial best = null;
    double noise = 4 * Math.ulp(from.value());
    for (int trial = 0; trial < SEARCH; trial++) {
      Trial next = trial(objective, from, direction, length);
      if (!(next.value() <= from.value() + SUFFICIENT * length * slope + noise)) {
        high = length;
        length = inner(from, next, slope, low, high);
      } else if (next.slope() < CURVATURE * slope) {
        best = next;
        low = length;
        length = Double.isInfinite(high) ? 2 * length : 0.5 * (low + high);
      } else {
        return next;
      }
    }
    return best;
  }

  /** The minimum of the parabola through value, slope and value, kept inside the bracket. */
  private static double inner(Trial from, Trial next, double slope, double low, double high) {
    double middle = 0.5 * (low + high);
    if (!Double.isFinite(next.value())) {
      return low + 0.25 * (high - low);
    }
    double bend = 2 * (next.value() - from.value() - slope * next.length());
    double vertex = -slope * next.length() * next.length() / bend;
    return vertex > low + 0.1 * (high - low) && vertex < high - 0.1 * (high - low)
        ? vertex
        : middle;
  }

  private static Trial trial(Objective objective, Trial from, double[] direction, double length) {
    double[] x = from.x().clone();
    Vectors.addScaled(length, direction, x);
    double[] gradient = new double[x.length];
    double value = objective.evaluate(x, gradient);
    return new Trial(length, value, Vectors.dot(gradient, direction), x, gradient);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] out = a.clone();
    Vectors.addScaled(-1, b, out);
    return out;
  }

  private static void multiply(double[] a, double c) {
    for (int k = 0; k < a.length; k++) {
      a[k] *= c;
    }
  }
}
