package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * Zeros of ∇f from a starting point: Newton's method made global by a trust region on ½‖∇f‖², with
 * the Levenberg–Marquardt step s = −H(H² + μI)⁻¹∇f of length at most the trust radius (J. Nocedal,
 * S. Wright, <em>Numerical Optimization</em>, section 11.2).
 *
 * <p>The iteration ends where no step lowers ‖∇f‖ any more: at a regular zero that is Newton's
 * limit to the last digit; at a degenerate one the same by linear convergence. μ is at least
 * proportional to ‖∇f‖²: so the convergence stays quadratic, also toward a manifold of zeros, where
 * a zero near the start is found instead of one that undamped steps drift to (N. Yamashita, M.
 * Fukushima, Computing Suppl. 15 (2001) 239).
 */
final class NewtonCorrector {
  private static final int ITERATIONS = 160;
  private static final double SINGULAR = 1e-14;
  private static final double SETTLED = 1e-8;
  private static final double OUTSIDE = 1.0;
  private static final double DAMPING = 0.25;
  private static final double FADED = 1e-17;

  private final LossField field;
  private final Degeneracy degeneracy;

  NewtonCorrector(LossField field) {
    this.field = field;
    this.degeneracy = new Degeneracy(field);
  }

  /** The zero that Newton reaches from x, or null. */
  @Nullable Zero from(double[] x) {
    return from(x, 0.1 * field.diameter, ITERATIONS);
  }

  /** The zero within about the radius of x, or null. */
  @Nullable Zero near(double[] x, double radius) {
    Zero zero = from(x, radius, 40);
    return zero != null && Vectors.distance(x, zero.x()) <= radius ? zero : null;
  }

  private @Nullable Zero from(double[] start, double radius, int iterations) {
    double[] x = start.clone();
    double[] g = field.gradient(x);
    SymmetricEigen eigen = field.eigen(x);
    double trust = radius;
    for (int iteration = 0; iteration < iterations; iteration++) {
      double slope = LossField.norm(g);
      if (slope == 0) {
        break;
      }
      double[] step = step(eigen, g, trust);
      double length = LossField.norm(step);
      double[] next = LossField.shifted(x, 1, step);
      double[] gradient = field.gradient(next);
      double reached = LossField.norm(gradient);
      if (!Double.isFinite(length) || field.excess(next) > OUTSIDE) {
        return null;
      }
      double gain = (slope - reached) / (slope - predicted(eigen, g, step));
      if (reached < slope && gain > 1e-4) {
        x = next;
        g = gradient;
        eigen = field.eigen(x);
        trust = gain > 0.7 ? Math.max(trust, 2 * length) : gain < 0.2 ? 0.4 * length : trust;
      } else if (length <= 1e-14 * field.diameter) {
        break;
      } else {
        trust = 0.25 * length;
      }
    }
    return accepted(x, g, eigen);
  }

  /** The zero at x, if ∇f vanishes there and not merely fades away. */
  private @Nullable Zero accepted(double[] x, double[] g, SymmetricEigen eigen) {
    double slope = LossField.norm(g);
    if (!(slope <= 1e-5 * field.steepest) || !Double.isFinite(field.value(x))) {
      return null;
    }
    double remaining = LossField.norm(step(eigen, g, 0, cut(eigen)));
    if (!(remaining <= SETTLED * field.diameter) && !(slope <= 64 * field.noise(x))) {
      return null;
    }
    return isFading(x, slope, eigen) ? null : degeneracy.of(rounded(x), slope);
  }

  /** True in the far tail of f, where ∇f is lost in rounding all around without being 0. */
  private boolean isFading(double[] x, double slope, SymmetricEigen eigen) {
    double reach = 0.01 * field.diameter;
    double fading = FADED * field.steepest;
    if (!(slope <= fading) || eigen.norm() * reach > fading) {
      return false;
    }
    double largest = slope;
    for (int k = 0; k < field.d; k++) {
      double[] v = eigen.vector(k);
      largest = Math.max(largest, slopeAt(LossField.shifted(x, reach, v)));
      largest = Math.max(largest, slopeAt(LossField.shifted(x, -reach, v)));
    }
    return largest > 0 && largest <= fading;
  }

  private double slopeAt(double[] x) {
    return LossField.norm(field.gradient(x));
  }

  /** Coordinates that are 0 up to rounding become 0, where that does not make ‖∇f‖ larger. */
  private double[] rounded(double[] x) {
    double[] y = x.clone();
    double slope = LossField.norm(field.gradient(x));
    for (int k = 0; k < y.length; k++) {
      double kept = y[k];
      if (kept != 0 && Math.abs(kept) <= 1e-6 * field.domain.width(k)) {
        y[k] = 0;
        y[k] = LossField.norm(field.gradient(y)) <= slope ? 0 : kept;
      }
    }
    return y;
  }

  private double predicted(SymmetricEigen eigen, double[] g, double[] step) {
    double square = 0;
    for (int k = 0; k < g.length; k++) {
      double left = eigen.coefficient(k, g) + eigen.value(k) * eigen.coefficient(k, step);
      square += left * left;
    }
    return Math.sqrt(square);
  }

  private double[] step(SymmetricEigen eigen, double[] g, double trust) {
    double cut = cut(eigen);
    double slope = LossField.norm(g) / (DAMPING * field.diameter);
    double least = slope * slope;
    double[] full = step(eigen, g, least, cut);
    if (!(LossField.norm(full) > trust)) {
      return full;
    }
    double low = -60;
    double high = 4;
    double scale = eigen.norm() * eigen.norm() + LossField.norm(g) * eigen.norm() / trust;
    double[] best = full;
    for (int halving = 0; halving < 40 && high - low > 0.05; halving++) {
      double middle = 0.5 * (low + high);
      double[] candidate = step(eigen, g, least + scale * Math.exp(middle), cut);
      if (LossField.norm(candidate) > trust) {
        low = middle;
      } else {
        high = middle;
        best = candidate;
      }
    }
    return best;
  }

  /** The size of eigenvalues that are nothing but rounding. */
  private static double cut(SymmetricEigen eigen) {
    return SINGULAR * Math.max(eigen.norm(), Double.MIN_NORMAL);
  }

  private static double[] step(SymmetricEigen eigen, double[] g, double mu, double cut) {
    double[] step = new double[g.length];
    for (int k = 0; k < g.length; k++) {
      double lambda = eigen.value(k);
      if (Math.abs(lambda) > cut) {
        eigen.addTo(step, k, -eigen.coefficient(k, g) * lambda / (lambda * lambda + mu));
      }
    }
    return step;
  }
}
