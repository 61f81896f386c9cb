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
  private static final double ACCEPTED = 1e-8;
  private static final int PANELS = 200;
  private static final int OCTAVES = 40;

  /** The shortest octave, in units in the last place of f. */
  private static final double FINEST = 1024;

  /** The ratio of the integral's last octaves towards a zero of s from which on it diverges. */
  private static final double DIVERGING = 0.98;

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

  /**
   * φ(to) − φ(from), from ≤ to; +∞ where the noise vanishes at the lower end so fast that the
   * integral diverges; NaN where the integral was not computed to its accuracy.
   */
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
    return to > from ? factor * integral(law, from, to) : 0;
  }

  /** ∫ df/s(f) octave by octave towards the lower end, with the geometric rest of the last two. */
  private static double integral(VarianceOfLoss law, double from, double to) {
    double finest = FINEST * Math.max(Math.ulp(from), Math.ulp(to));
    int octaves = (int) Math.min(OCTAVES, Math.log((to - from) / finest) / Math.log(2));
    if (octaves < 2) {
      return panel(law, from, to);
    }
    double sum = 0;
    double before = 0;
    double last = 0;
    double upper = to;
    for (int octave = 0; octave < octaves; octave++) {
      double lower = from + 0.5 * (upper - from);
      before = last;
      last = panel(law, lower, upper);
      sum += last;
      upper = lower;
    }
    double ratio = last / before;
    if (Double.isNaN(sum)) {
      return Double.NaN;
    }
    return ratio < DIVERGING ? sum + last * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
  }

  private static double panel(VarianceOfLoss law, double from, double to) {
    double[] range = {from, to};
    GaussKronrod.Result result =
        GaussKronrod.integrate(loss -> 1 / law.variance(loss), range, ACCURACY, 0, PANELS);
    boolean known = result.value() > 0 && result.error() <= ACCEPTED * result.value();
    return known ? result.value() : Double.NaN;
  }
}
