package org.longrun.action;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.VarianceOfLoss;
import org.longrun.numerics.GaussKronrod;

/**
 * The potential φ(f) = ∫ df/s(f) of isotropic Gaussian noise whose variance is constant or a
 * function of f alone, s(f): W = 2φ(f(x)) solves H(x, ∇W) = s‖∇W‖²/2 − ⟨∇W, ∇f⟩ = 0 (theory,
 * section 2). So B(x, x′) ≥ 2[φ(f(x′)) − φ(f(x))], and the reversal of a descent costs exactly
 * that. For a constant variance φ = f/σ²; for s = σ²(f + c) it is log(f + c)/σ².
 */
interface LossPotential {
  /**
   * 2[φ(to) − φ(from)]; not finite where s vanishes on the way so that no path can cross it.
   *
   * @param from f where the path begins
   * @param to f where it ends
   */
  double rise(double from, double to);

  /** The potential of a landscape whose noise is Gaussian, isotropic and not truncated. */
  static Optional<LossPotential> of(Landscape landscape) {
    return landscape.noise() instanceof NoiseDescription.Isotropic isotropic
            && isotropic.truncation().isEmpty()
        ? of(isotropic, landscape)
        : Optional.empty();
  }

  /** The potential without the truncation; empty where s is not known to depend on f alone. */
  static Optional<LossPotential> of(NoiseDescription.Isotropic isotropic, Landscape landscape) {
    if (isotropic.variance().isConstant()) {
      double s = isotropic.variance().value(landscape.domain().lower().toArray());
      return s > 0 ? Optional.of((from, to) -> 2 * (to - from) / s) : Optional.empty();
    }
    VarianceOfLoss ofLoss = isotropic.functionOfLoss();
    if (ofLoss == null) {
      return Optional.empty();
    }
    return Optional.of(ofLoss.isAffine() ? logarithm(ofLoss) : integral(ofLoss::variance));
  }

  private static LossPotential logarithm(VarianceOfLoss s) {
    return (from, to) -> 2 * Math.log((to + s.offset()) / (from + s.offset())) / s.slope();
  }

  private static LossPotential integral(DoubleUnaryOperator s) {
    return (from, to) -> from <= to ? 2 * integral(s, from, to) : -2 * integral(s, to, from);
  }

  /** ∫ df/s; NaN where s is not positive, or where the integral does not settle. */
  private static double integral(DoubleUnaryOperator s, double low, double high) {
    if (low == high) {
      return 0;
    }
    GaussKronrod.Result found =
        GaussKronrod.integrate(
            f -> s.applyAsDouble(f) > 0 ? 1 / s.applyAsDouble(f) : Double.NaN,
            new double[] {low, high},
            1e-14,
            0,
            400);
    boolean settled = found.error() <= 1e-12 * Math.abs(found.value());
    return settled ? found.value() : Double.NaN;
  }
}
