package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;
import org.longrun.numerics.SymmetricEigen;

/**
 * Fast descents and ascents: the local minimum (or maximum) that a trust-region Newton method
 * reaches from x (J. Nocedal, S. Wright, <em>Numerical Optimization</em>, chapter 4). They find
 * critical points; which basin x belongs to is {@link GradientFlow}'s question.
 */
final class Descender {
  private static final int ITERATIONS = 200;
  private static final double BLUNT = 1e-6;

  private final LossField field;
  private final NewtonCorrector corrector;

  /** The length of a first step at most, as a part of the domain's diameter. */
  private static final double TRUST = 0.02;

  private final List<Point> kinks = new ArrayList<>();

  Descender(LossField field, NewtonCorrector corrector) {
    this.field = field;
    this.corrector = corrector;
  }

  /** The zero of ∇f below x, or null if the descent leaves the domain. */
  @Nullable Zero descend(double[] x) {
    return follow(x, 1, TRUST * field.diameter);
  }

  /** The zero of ∇f above x, or null if the ascent leaves the domain. */
  @Nullable Zero ascend(double[] x) {
    return follow(x, -1, TRUST * field.diameter);
  }

  /**
   * The zero of ∇f below or above x, next to a set that is small beside the domain.
   *
   * @param first the length of the first step at most
   */
  @Nullable Zero next(double[] x, boolean down, double first) {
    return follow(x, down ? 1 : -1, first);
  }

  private @Nullable Zero follow(double[] start, double sign, double first) {
    double[] x = start.clone();
    double height = sign * field.value(x);
    double trust = first;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] g = field.gradient(x);
      SymmetricEigen eigen = field.eigen(x);
      if (!Double.isFinite(eigen.value(0))) {
        return null;
      }
      double[] step = step(eigen, g, sign, trust);
      double length = LossField.norm(step);
      if (length <= 1e-7 * field.diameter) {
        break;
      }
      double[] next = LossField.shifted(x, 1, step);
      double reached = sign * field.value(next);
      double gain = (height - reached) / -change(eigen, g, step, sign);
      if (reached < height && gain > 1e-3) {
        x = next;
        height = reached;
        trust = gain > 0.7 ? Math.min(0.1 * field.diameter, Math.max(trust, 2 * length)) : trust;
        if (field.excess(x) > 0.05) {
          return null;
        }
      } else {
        trust = 0.3 * length;
      }
    }
    Zero zero = corrector.near(x, 0.01 * field.diameter);
    if (zero == null && sign > 0 && isKink(x)) {
      addKink(Point.of(x));
    }
    return zero;
  }

  /**
   * Minima at which the descents got stuck because f is not differentiable there: no critical
   * points in the sense of the theory.
   */
  List<Point> kinks() {
    return kinks;
  }

  private boolean isKink(double[] x) {
    double slope = LossField.norm(field.gradient(x));
    if (slope <= BLUNT * field.steepest || field.excess(x) > 0) {
      return false;
    }
    double value = field.value(x);
    for (int k = 0; k < field.d; k++) {
      for (double t : new double[] {1e-4, -1e-4}) {
        double[] y = x.clone();
        y[k] += t * field.diameter;
        if (!(field.value(y) > value)) {
          return false;
        }
      }
    }
    return true;
  }

  private void addKink(Point point) {
    for (Point known : kinks) {
      if (known.distance(point) <= 1e-3 * field.diameter) {
        return;
      }
    }
    kinks.add(point);
  }

  /** The quadratic model's change of sign·f. */
  private static double change(SymmetricEigen eigen, double[] g, double[] step, double sign) {
    double sum = 0;
    for (int k = 0; k < g.length; k++) {
      double s = eigen.coefficient(k, step);
      sum += sign * (eigen.coefficient(k, g) * s + 0.5 * eigen.value(k) * s * s);
    }
    return Math.min(sum, -Double.MIN_NORMAL);
  }

  /** The minimiser of the quadratic model of sign·f within the trust radius. */
  private static double[] step(SymmetricEigen eigen, double[] g, double sign, double trust) {
    double least = Math.min(sign * eigen.value(0), sign * eigen.value(g.length - 1));
    if (least > 0) {
      double[] newton = shifted(eigen, g, sign, 0);
      if (LossField.norm(newton) <= trust) {
        return newton;
      }
    }
    double floor = Math.max(0, -least);
    double high = LossField.norm(g) / trust;
    double low = 1e-12 * high;
    double[] best = shifted(eigen, g, sign, floor + high);
    for (int halving = 0; halving < 40 && LossField.norm(best) < 0.8 * trust; halving++) {
      double middle = Math.sqrt(low * high);
      double[] candidate = shifted(eigen, g, sign, floor + middle);
      if (LossField.norm(candidate) > trust) {
        low = middle;
      } else {
        high = middle;
        best = candidate;
      }
    }
    return best;
  }

  private static double[] shifted(SymmetricEigen eigen, double[] g, double sign, double mu) {
    double[] step = new double[g.length];
    for (int k = 0; k < g.length; k++) {
      double curvature = sign * eigen.value(k) + mu;
      eigen.addTo(step, k, -sign * eigen.coefficient(k, g) / Math.max(curvature, 1e-300));
    }
    return step;
  }
}
