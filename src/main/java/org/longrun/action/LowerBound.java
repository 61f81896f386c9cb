package org.longrun.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.SymmetricEigen;

/**
 * A proved lower bound of the quasi-potential: where H(x, ∇W(x)) ≤ 0 for all x, B(x, x′) ≥ W(x′) −
 * W(x) (action methods, section 4, trap 6).
 *
 * <p>W = 2f/σ² for noise that is σ-sub-Gaussian everywhere, K(x, v) ≤ σ²‖v‖²/2: a constant Gaussian
 * with σ² the largest eigenvalue of Σ, truncated or not (truncation to a ball only lowers K); ±s
 * signs with σ = s; uniform coordinates on [−h, h] with σ² = h²/3. W = 2φ(f) for a Gaussian whose
 * variance depends on f alone ({@link LossPotential}).
 */
final class LowerBound {
  private final ScalarField objective;
  private final @Nullable LossPotential potential;

  private LowerBound(ScalarField objective, @Nullable LossPotential potential) {
    this.objective = objective;
    this.potential = potential;
  }

  /** The bound for a landscape's noise. */
  static LowerBound of(Landscape landscape) {
    ScalarField f = landscape.objective();
    double[] origin = landscape.domain().lower().toArray();
    NoiseDescription noise = landscape.noise();
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      return new LowerBound(f, LossPotential.of(isotropic, landscape).orElse(null));
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
    return new LowerBound(f, null);
  }

  private static LowerBound subGaussian(ScalarField f, double variance) {
    return new LowerBound(f, variance > 0 ? (from, to) -> 2 * (to - from) / variance : null);
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
    if (potential == null) {
      return null;
    }
    double rise = potential.rise(objective.value(from), objective.value(to));
    return Double.isNaN(rise) || rise == Double.POSITIVE_INFINITY ? null : Math.max(0, rise);
  }
}
