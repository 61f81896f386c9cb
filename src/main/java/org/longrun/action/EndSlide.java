package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.InverseHessian;
import org.longrun.numerics.LimitedMemoryBfgs;
import org.longrun.numerics.Vectors;

/**
 * The least discrete action on one mesh as a function of where on their components the ends lie,
 *
 * <pre>V(u) = min S_n over the interior nodes,   dV/du = (∂x/∂u)ᵀ dS_n/dX at the ends:</pre>
 *
 * <p>the interior is at its minimum, so that only the ends' own derivative counts. The true least
 * action does not depend on u, for sliding along a component costs nothing; but only from the best
 * place is the least path smooth, and V has its minimum there.
 *
 * <p>Minimised by Newton's method with BFGS updates and backtracking: few variables, and values
 * that are known only as exactly as the interior has been solved, which no search for Wolfe's
 * conditions would stand.
 */
final class EndSlide {
  private static final int STEPS = 12;
  private static final int TRIALS = 5;
  private static final double SUFFICIENT = 1e-4;

  /** The longest step as a share of the path's extent. */
  private static final double LONGEST = 0.3;

  /** The most variables for which differences of the gradient are worth their paths. */
  private static final int FEW = 6;

  /** The step of differences as a share of the path's extent. */
  private static final double DIFFERENCE = 1e-3;

  /** How much less than its scale suggests V may curve. */
  private static final double SOFTEST = 1e4;

  /** How exactly V can be known at all. */
  private static final double ROUNDING = 1e-12;

  /** The promise relative to V below which the ends are at rest up to rounding errors. */
  private static final double AT_REST = 1e-16;

  private final EdgeSolver solver;
  private final EdgeSolution start;
  private final Chart first;
  private final Chart last;
  private long evaluations;

  EndSlide(EdgeSolver solver, EdgeSolution start, Chart first, Chart last) {
    this.solver = solver;
    this.start = start;
    this.first = first;
    this.last = last;
  }

  /** V, dV/du and the path at u. */
  private record Trial(
      double[] u, double value, double[] gradient, PathCurve curve, double extent) {}

  /** The path with its ends where V is least. */
  EdgeSolution slid() {
    Trial here = at(new double[first.size() + last.size()], start.curve());
    if (here == null) {
      return start;
    }
    double initial = here.value;
    double stop = Math.max(solver.negligible(start.level()), ROUNDING) * initial;
    // Where even a valley that the scale makes nothing of promises nothing, the ends stay.
    InverseHessian inverse = scaled(here, SOFTEST);
    double expected = inverse.expected(here.gradient);
    boolean fresh = false;
    double gain = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS && expected > stop && gain > stop; step++) {
      Trial next = step == 0 ? null : next(here, inverse);
      if (next == null && fresh) {
        break;
      }
      fresh = next == null;
      inverse =
          next == null
              ? inverse(here)
              : inverse.updated(change(here.u, next.u), change(here.gradient, next.gradient));
      gain = next == null ? gain : here.value - next.value;
      here = next == null ? here : next;
      expected = inverse.expected(here.gradient);
    }
    // Unless they are at rest exactly, by symmetry, the ends are known no better than V is.
    double left = expected > AT_REST * initial ? Math.max(expected, stop) : expected;
    double saved = Math.max(0, initial - here.value) + left;
    return solver.told(start.moved(here.curve, here.value, saved)).after(evaluations);
  }

  /** extent²/V, and a factor: what H is if V changes by its own size along the extent. */
  private static InverseHessian scaled(Trial here, double factor) {
    return InverseHessian.scaled(factor * here.extent * here.extent / here.value, here.u.length);
  }

  /** H by differences of the gradient; of many variables the scale alone. */
  private InverseHessian inverse(Trial here) {
    int size = here.u.length;
    double[] hessian = new double[size * size];
    double step = DIFFERENCE * here.extent;
    for (int a = 0; a < size; a++) {
      double[] near = here.u.clone();
      near[a] += step;
      Trial beside = size <= FEW ? at(near, here.curve) : null;
      if (beside == null) {
        return scaled(here, 1);
      }
      double[] change = change(here.gradient, beside.gradient);
      for (int b = 0; b < size; b++) {
        hessian[a * size + b] += change[b] / (2 * step);
        hessian[b * size + a] += change[b] / (2 * step);
      }
    }
    double least = here.value / (SOFTEST * here.extent * here.extent);
    return InverseHessian.absolute(hessian, size, least);
  }

  private static double[] change(double[] from, double[] to) {
    double[] change = to.clone();
    for (int k = 0; k < change.length; k++) {
      change[k] -= from[k];
    }
    return change;
  }

  /** The end of a step −Hg, or of a part of it, with a lower value, within the noise; else null. */
  private @Nullable Trial next(Trial here, InverseHessian inverse) {
    double[] direction = inverse.step(here.gradient);
    double slope = -2 * inverse.expected(here.gradient);
    double noise = Math.max(solver.negligible(start.level()), ROUNDING) * here.value;
    double norm = Vectors.distance(direction, new double[direction.length]);
    double length = Math.min(1, LONGEST * here.extent / norm);
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] u = here.u.clone();
      for (int k = 0; k < u.length; k++) {
        u[k] += length * direction[k];
      }
      Trial next = at(u, here.curve);
      if (next != null && next.value <= here.value + SUFFICIENT * length * slope + noise) {
        return next;
      }
      length *= next == null ? 0.25 : shorter(slope * length, next.value - here.value);
    }
    return null;
  }

  /** Where the parabola of this slope and rise has its minimum, kept away from 0 and 1. */
  private static double shorter(double slope, double rise) {
    return Math.max(0.1, Math.min(0.5, -slope / (2 * (rise - slope))));
  }

  /** The least path with its ends at u, next to a known one; null where there is none. */
  private @Nullable Trial at(double[] u, PathCurve near) {
    double[] from = first.at(u, 0);
    double[] to = last.at(u, first.size());
    if (from == null || to == null) {
      return null;
    }
    Outlook outlook = solver.look(near.mesh(), shifted(near, from, to));
    LimitedMemoryBfgs.Result inner = solver.inner(outlook, start.level());
    ActionFunctional action = outlook.action();
    double value = action.evaluate(inner.x(), new double[inner.x().length]);
    evaluations += action.evaluations();
    if (!(value < Double.POSITIVE_INFINITY)) {
      return null;
    }
    double[] gradient = new double[u.length];
    first.pull(u, 0, action.endGradient(false), gradient);
    last.pull(u, first.size(), action.endGradient(true), gradient);
    return new Trial(u, value, gradient, action.curve(inner.x()), action.extent());
  }

  /** The curve with its ends moved, and between them in proportion. */
  private static Curve shifted(PathCurve curve, double[] from, double[] to) {
    double[] start = new double[from.length];
    double[] end = new double[to.length];
    curve.point(0, start);
    curve.point(1, end);
    return (s, out) -> {
      curve.point(s, out);
      for (int k = 0; k < out.length; k++) {
        out[k] += (1 - s) * (from[k] - start[k]) + s * (to[k] - end[k]);
      }
    };
  }
}
