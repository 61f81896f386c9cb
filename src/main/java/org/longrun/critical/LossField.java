package org.longrun.critical;

import java.util.Arrays;
import org.longrun.landscape.Domain;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.SymmetricEigen;

/**
 * f and its derivatives on the domain, with the scales that tolerances refer to.
 *
 * <p>The gradient's scale is the median of ‖∇f‖ over a fixed sample of the domain, the curvature's
 * the median of ‖∇²f‖; {@code steepest} is the largest ‖∇f‖ of the sample. {@link #noise} is the
 * size of ∇f's rounding errors at a point.
 */
final class LossField {
  private static final int SAMPLE = 64;
  private static final double ROUNDING = 4e-16;
  private static final int JITTER = 8;

  final ScalarField f;
  final Domain domain;
  final int d;
  final double diameter;
  final double gradientScale;
  final double steepest;
  final double curvatureScale;

  LossField(ScalarField f, Domain domain) {
    this.f = f;
    this.domain = domain;
    this.d = domain.dimension();
    this.diameter = domain.diameter();
    double[] slopes = new double[4 * SAMPLE];
    double[] curvatures = new double[SAMPLE];
    double[] centre = new double[d];
    Arrays.fill(centre, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(centre);
    for (int n = 0; n < slopes.length; n++) {
      double[] x = atFraction(sequence.point(n + 1));
      slopes[n] = norm(gradient(x));
      if (n < SAMPLE) {
        curvatures[n] = eigen(x).norm();
      }
    }
    this.gradientScale = median(slopes);
    this.steepest = Arrays.stream(slopes).filter(Double::isFinite).max().orElse(gradientScale);
    this.curvatureScale = Math.max(median(curvatures), gradientScale / diameter);
  }

  private LossField(ScalarField f, LossField scales) {
    this.f = f;
    this.domain = scales.domain;
    this.d = scales.d;
    this.diameter = scales.diameter;
    this.gradientScale = scales.gradientScale;
    this.steepest = scales.steepest;
    this.curvatureScale = scales.curvatureScale;
  }

  /** Another function on the same domain, with the same scales. */
  LossField tilted(ScalarField other) {
    return new LossField(other, this);
  }

  double value(double[] x) {
    return f.value(x);
  }

  double[] gradient(double[] x) {
    double[] out = new double[d];
    f.gradient(x, out);
    return out;
  }

  SymmetricEigen eigen(double[] x) {
    return SymmetricEigen.of(hessian(x), d);
  }

  double[] hessian(double[] x) {
    double[] out = new double[d * d];
    f.hessian(x, out);
    return out;
  }

  /**
   * The size below which ‖∇f(x)‖ says nothing: measured from third differences of ∇f on a scale
   * where only rounding is left of them (J. Moré, S. Wild, SIAM J. Sci. Comput. 33 (2011) 1292),
   * and the change of ∇f from a rounding of x.
   */
  double noise(double[] x) {
    double[][] g = new double[JITTER][];
    double length = 1e-14 * (norm(x) + 1e-3 * diameter);
    double[] v = new double[d];
    for (int k = 0; k < d; k++) {
      v[k] = (0.5 + (0.618 * (k + 1)) % 1) / Math.sqrt(d);
    }
    for (int n = 0; n < JITTER; n++) {
      g[n] = gradient(shifted(x, (n + 1) * length, v));
    }
    double worst = 0;
    for (int n = 0; n + 3 < JITTER; n++) {
      double[] third = shifted(shifted(g[n + 3], -1, g[n]), -3, shifted(g[n + 2], -1, g[n + 1]));
      worst = Math.max(worst, norm(third) / Math.sqrt(20));
    }
    return 2 * worst + ROUNDING * eigen(x).norm() * norm(x);
  }

  /** The point of the domain at these fractions of its widths. */
  double[] atFraction(double[] fraction) {
    double[] x = new double[d];
    for (int k = 0; k < d; k++) {
      x[k] = domain.lower().get(k) + fraction[k] * domain.width(k);
    }
    return x;
  }

  /**
   * How far outside the domain x lies, as a fraction of the domain's widths; 0 inside, +∞ for NaN.
   */
  double excess(double[] x) {
    double worst = 0;
    for (int k = 0; k < d; k++) {
      double below = (domain.lower().get(k) - x[k]) / domain.width(k);
      double above = (x[k] - domain.upper().get(k)) / domain.width(k);
      double out = Math.max(below, above);
      worst = Double.isNaN(out) ? Double.POSITIVE_INFINITY : Math.max(worst, out);
    }
    return worst;
  }

  static double norm(double[] x) {
    double square = 0;
    for (double entry : x) {
      square += entry * entry;
    }
    return square > 1e-280 && square < 1e280 ? Math.sqrt(square) : scaledNorm(x);
  }

  /** ‖x‖ where the squares would underflow or overflow. */
  private static double scaledNorm(double[] x) {
    double norm = 0;
    for (double entry : x) {
      norm = Math.hypot(norm, entry);
    }
    return norm;
  }

  /** x + t·v, a fresh array. */
  static double[] shifted(double[] x, double t, double[] v) {
    double[] y = x.clone();
    for (int k = 0; k < y.length; k++) {
      y[k] += t * v[k];
    }
    return y;
  }

  private static double median(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return finite.length == 0 ? 1 : Math.max(finite[finite.length / 2], Double.MIN_NORMAL);
  }
}
