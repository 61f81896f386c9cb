package org.longrun.action;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.VarianceOfLoss;
import org.longrun.numerics.SymmetricEigen;

/**
 * A proved lower bound of the quasi-potential: where H(x, ∇W(x)) ≤ 0 for all x, B(x, x′) ≥ W(x′) −
 * W(x) (action methods, section 4, trap 6).
 *
 * <p>W = 2f/σ² for noise that is σ-sub-Gaussian everywhere, K(x, v) ≤ σ²‖v‖²/2: a constant Gaussian
 * with σ² the largest eigenvalue of Σ, truncated or not (truncation to a ball only lowers K); ±s
 * signs with σ = s; uniform coordinates on [−h, h] with σ² = h²/3. W = 2φ(f), φ = ∫ df/s(f), for a
 * Gaussian whose variance is a function of f, truncated or not; 2 log(f + c)/σ² where it is σ²(f +
 * c).
 */
final class LowerBound {
  private final @Nullable Rise rise;

  private LowerBound(@Nullable Rise rise) {
    this.rise = rise;
  }

  /** W(to) − W(from), or a proved lower bound of it. */
  private interface Rise {
    double between(double[] from, double[] to);

    /** The rise of a W that is known in closed form. */
    static Rise of(ToDoubleFunction<double[]> height) {
      return (from, to) -> height.applyAsDouble(to) - height.applyAsDouble(from);
    }
  }

  /** The bound for a landscape's noise. */
  static LowerBound of(Landscape landscape) {
    ScalarField f = landscape.objective();
    double[] origin = landscape.domain().lower().toArray();
    NoiseDescription noise = landscape.noise();
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      VarianceOfLoss shape = isotropic.functionOfLoss();
      return shape == null || isotropic.variance().isConstant()
          ? subGaussian(f, constant(isotropic.variance(), origin))
          : new LowerBound(ofLoss(f, shape));
    }
    if (noise instanceof NoiseDescription.Anisotropic anisotropic) {
      return subGaussian(f, largest(anisotropic.covariance(), origin));
    }
    if (noise instanceof NoiseDescription.Rademacher signs) {
      double scale = constant(signs.scale(), origin);
      return subGaussian(f, scale * scale);
    }
    if (noise instanceof NoiseDescription.Uniform uniform) {
      double half = constant(uniform.halfWidth(), origin);
      return subGaussian(f, half * half / 3);
    }
    return new LowerBound(null);
  }

  private static LowerBound subGaussian(ScalarField f, double variance) {
    return new LowerBound(variance > 0 ? Rise.of(x -> 2 * f.value(x) / variance) : null);
  }

  private static Rise ofLoss(ScalarField f, VarianceOfLoss s) {
    return s.isAffine()
        ? Rise.of(x -> 2 * Math.log(f.value(x) + s.offset()) / s.slope())
        : (from, to) -> ofLoss(s, f.value(from), f.value(to));
  }

  private static double ofLoss(VarianceOfLoss s, double from, double to) {
    return from < to ? 2 * s.scale(from, to).least() : 0;
  }

  /** The value of a constant field; NaN if it varies. */
  private static double constant(ScalarField field, double[] x) {
    return field.isConstant() ? field.value(x) : Double.NaN;
  }

  private static double largest(List<ScalarField> covariance, double[] x) {
    int d = x.length;
    double[] sigma = new double[d * d];
    for (int entry = 0; entry < d * d; entry++) {
      sigma[entry] = constant(covariance.get(entry), x);
    }
    return SymmetricEigen.of(sigma, d).value(d - 1);
  }

  /** max(0, W(to) − W(from)), or null where nothing is proved. */
  @Nullable Double between(double[] from, double[] to) {
    if (rise == null) {
      return null;
    }
    double bound = rise.between(from, to);
    return Double.isNaN(bound) || bound == Double.POSITIVE_INFINITY ? null : Math.max(0, bound);
  }
}
