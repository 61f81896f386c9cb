package org.longrun.action;

import java.util.List;
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
 * signs with σ = s; uniform coordinates on [−h, h] with σ² = h²/3. W = 2 log(f + c)/σ² for a
 * Gaussian of variance σ²(f + c).
 */
final class LowerBound {
  private final @Nullable Height height;

  private LowerBound(@Nullable Height height) {
    this.height = height;
  }

  /** W. */
  private interface Height {
    double at(double[] x);
  }

  /** The bound for a landscape's noise. */
  static LowerBound of(Landscape landscape) {
    ScalarField f = landscape.objective();
    double[] origin = landscape.domain().lower().toArray();
    NoiseDescription noise = landscape.noise();
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      VarianceOfLoss shape = isotropic.functionOfLoss();
      if (!isotropic.variance().isConstant() && shape != null && shape.isAffine()) {
        return new LowerBound(x -> 2 * Math.log(f.value(x) + shape.offset()) / shape.slope());
      }
      return subGaussian(f, constant(isotropic.variance(), origin));
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
    return new LowerBound(variance > 0 ? x -> 2 * f.value(x) / variance : null);
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
    if (height == null) {
      return null;
    }
    double rise = height.at(to) - height.at(from);
    return Double.isNaN(rise) || rise == Double.POSITIVE_INFINITY ? null : Math.max(0, rise);
  }
}
