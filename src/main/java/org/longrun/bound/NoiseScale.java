package org.longrun.bound;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.VarianceOfLoss;
import org.longrun.numerics.GaussKronrod;

/**
 * φ: what a difference of f costs under isotropic Gaussian noise, φ(b) − φ(a) = ∫_a^b df/s(f)
 * (theory, section 2). For constant variance φ = f/σ², for σ²(f + c) it is log(f + c)/σ². Momentum
 * multiplies it by 1 − β, as it does every cost.
 */
final class NoiseScale {
  private static final double ACCURACY = 1e-12;
  private static final int PANELS = 200;
  private final double constantVariance;
  private final @Nullable VarianceOfLoss varianceOfLoss;
  private final double factor;

  private NoiseScale(
      double constantVariance, @Nullable VarianceOfLoss varianceOfLoss, double factor) {
    this.constantVariance = constantVariance;
    this.varianceOfLoss = varianceOfLoss;
    this.factor = factor;
  }

  /** The scale of this noise; unknown unless the noise has one of the forms above. */
  static NoiseScale of(Sgd sgd) {
    double factor = sgd.momentumFactor();
    NoiseScale unknown = new NoiseScale(Double.NaN, null, factor);
    if (!(sgd.landscape().noise() instanceof NoiseDescription.Isotropic gaussian)
        || gaussian.truncation().isPresent()) {
      return unknown;
    }
    if (gaussian.variance().isConstant()) {
      double variance = gaussian.variance().value(sgd.landscape().domain().lower().toArray());
      return variance > 0 ? new NoiseScale(variance, null, factor) : unknown;
    }
    return new NoiseScale(Double.NaN, gaussian.functionOfLoss(), factor);
  }

  boolean isUnknown() {
    return Double.isNaN(constantVariance) && varianceOfLoss == null;
  }

  boolean isConstant() {
    return varianceOfLoss == null;
  }

  boolean isPowerLaw() {
    return varianceOfLoss != null && varianceOfLoss.isAffine();
  }

  /** φ(to) − φ(from), from ≤ to; +∞ where the noise vanishes at the lower end. */
  double cost(double from, double to) {
    VarianceOfLoss law = varianceOfLoss;
    if (law == null) {
      return factor * (to - from) / constantVariance;
    }
    if (law.isAffine()) {
      double low = from + law.offset();
      return low > 0
          ? factor * Math.log((to + law.offset()) / low) / law.slope()
          : Double.POSITIVE_INFINITY;
    }
    double[] range = {from, to};
    double integral =
        GaussKronrod.integrate(loss -> 1 / law.variance(loss), range, ACCURACY, 0, PANELS).value();
    return Double.isFinite(integral) ? factor * integral : Double.POSITIVE_INFINITY;
  }
}
