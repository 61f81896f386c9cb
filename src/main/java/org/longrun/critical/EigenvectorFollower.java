package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.SymmetricEigen;

/**
 * Saddles of index 1 from a point and a direction: uphill along the Hessian's eigenvector most in
 * line with the direction, downhill along all others, until Newton's method takes over (C. Cerjan,
 * W. Miller, J. Chem. Phys. 75 (1981) 2800; D. Wales, <em>Energy Landscapes</em>, section 6.2).
 */
final class EigenvectorFollower {
  private static final int ITERATIONS = 80;

  private final LossField field;
  private final NewtonCorrector corrector;

  EigenvectorFollower(LossField field, NewtonCorrector corrector) {
    this.field = field;
    this.corrector = corrector;
  }

  /** The saddle up along the direction from x; null if none is met in the domain. */
  @Nullable Zero follow(double[] x, double[] direction) {
    return follow(x, direction, 0);
  }

  /**
   * The saddle up along the direction from a saddle, whose own unstable directions are followed
   * uphill as well.
   *
   * @param index how many unstable directions there are
   */
  @Nullable Zero follow(double[] x, double[] direction, int index) {
    double[] mode = direction.clone();
    double trust = 0.01 * field.diameter;
    double[] here = LossField.shifted(x, trust / LossField.norm(direction), direction);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      SymmetricEigen eigen = field.eigen(here);
      double[] g = field.gradient(here);
      if (!Double.isFinite(eigen.value(0)) || field.excess(here) > 0) {
        return null;
      }
      int k = inLine(eigen, mode);
      mode = oriented(eigen.vector(k), mode);
      double[] step = step(eigen, g, k, index, mode, trust);
      double length = LossField.norm(step);
      if (eigen.value(k) < 0 && length <= 1e-3 * field.diameter) {
        return saddle(here);
      }
      double[] next = LossField.shifted(here, 1, step);
      double error = predictionError(eigen, g, step, field.gradient(next));
      trust = error > 0.5 ? 0.5 * length : Math.min(0.05 * field.diameter, 1.3 * trust);
      here = error > 2 ? here : next;
    }
    return saddle(here);
  }

  private @Nullable Zero saddle(double[] x) {
    Zero zero = corrector.near(x, 0.02 * field.diameter);
    return zero != null && zero.index() > 0 ? zero : null;
  }

  private static int inLine(SymmetricEigen eigen, double[] mode) {
    int best = 0;
    for (int k = 1; k < mode.length; k++) {
      if (Math.abs(eigen.coefficient(k, mode)) > Math.abs(eigen.coefficient(best, mode))) {
        best = k;
      }
    }
    return best;
  }

  private static double[] oriented(double[] v, double[] like) {
    double overlap = 0;
    for (int k = 0; k < v.length; k++) {
      overlap += v[k] * like[k];
    }
    return LossField.shifted(new double[v.length], overlap < 0 ? -1 : 1, v);
  }

  private static double[] step(
      SymmetricEigen eigen, double[] g, int mode, int index, double[] direction, double trust) {
    double[] step = new double[g.length];
    for (int k = 0; k < g.length; k++) {
      double size = Math.max(Math.abs(eigen.value(k)), 1e-10 * eigen.norm() + Double.MIN_NORMAL);
      double c = eigen.coefficient(k, g);
      if (k != mode) {
        boolean uphill = k < index && eigen.value(k) < 0;
        eigen.addTo(step, k, (uphill ? c : -c) / size);
      } else if (eigen.value(k) < 0) {
        eigen.addTo(step, k, c / size);
      } else {
        double sign = Math.signum(eigen.coefficient(k, direction));
        eigen.addTo(step, k, sign * Math.max(Math.abs(c) / size, trust));
      }
    }
    double length = LossField.norm(step);
    return length > trust ? LossField.shifted(new double[g.length], trust / length, step) : step;
  }

  private static double predictionError(
      SymmetricEigen eigen, double[] g, double[] step, double[] actual) {
    double wrong = 0;
    double moved = 0;
    for (int k = 0; k < g.length; k++) {
      double change = eigen.value(k) * eigen.coefficient(k, step);
      double error = eigen.coefficient(k, actual) - eigen.coefficient(k, g) - change;
      wrong += error * error;
      moved += change * change;
    }
    return Math.sqrt(wrong) / Math.max(Math.sqrt(moved), Double.MIN_NORMAL);
  }
}
