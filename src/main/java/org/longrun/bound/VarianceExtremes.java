package org.longrun.bound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.VarianceOfLoss;
import org.longrun.numerics.Point;
import org.longrun.numerics.SymmetricEigen;

/**
 * The extreme noise variances of the energy-gap bound.
 *
 * <p>Constant covariances are what they are; for a variance s(f) both are extremes of s over an
 * interval of f, f_1 to the lowest pass, and the lowest bad minimum to the highest pass. All others
 * are sought over samples of the domain (see {@link WellSearch}).
 *
 * @param global sup λ_max(Σ) over the global minimum's well, the component of {f ≤ lowest pass}
 *     that holds it
 * @param others inf λ_min(Σ) over the rest of {f ≤ max saddle}
 * @param leastAt where the noise was found to be least; null where it is a function of f
 * @param sampled whether the two were found by sampling, and so may be a little off
 */
record VarianceExtremes(double global, double others, @Nullable Point leastAt, boolean sampled) {
  static VarianceExtremes of(CriticalSet critical, Sgd sgd, Barriers barriers) {
    NoiseDescription noise = sgd.landscape().noise();
    if (isConstant(noise)) {
      double[] anywhere = sgd.landscape().domain().lower().toArray();
      return new VarianceExtremes(largest(sgd, anywhere), least(sgd, anywhere), null, false);
    }
    Optional<VarianceOfLoss> ofLoss =
        noise instanceof NoiseDescription.Isotropic isotropic
            ? Optional.ofNullable(isotropic.functionOfLoss())
            : Optional.empty();
    return ofLoss.isPresent()
        ? ofLoss(ofLoss.get(), critical.components().get(0), barriers)
        : new WellSearch(critical, sgd, barriers).run();
  }

  private static VarianceExtremes ofLoss(
      VarianceOfLoss s, CriticalComponent global, Barriers barriers) {
    return new VarianceExtremes(
        -LineSearch.least(f -> -s.variance(f), global.value(), barriers.lowestPass()),
        LineSearch.least(s::variance, barriers.minBad(), barriers.maxSaddle()),
        null,
        false);
  }

  private static boolean isConstant(NoiseDescription noise) {
    if (noise instanceof NoiseDescription.Isotropic isotropic) {
      return isotropic.variance().isConstant();
    }
    return noise instanceof NoiseDescription.Anisotropic full
        && full.covariance().stream().allMatch(entry -> entry.isConstant());
  }

  private static SymmetricEigen spectrum(Sgd sgd, double[] x) {
    int d = x.length;
    double[] covariance = new double[d * d];
    sgd.noise().at(x).covariance(covariance);
    return SymmetricEigen.of(covariance, d);
  }

  /** λ_max(Σ(x)). */
  static double largest(Sgd sgd, double[] x) {
    return spectrum(sgd, x).value(x.length - 1);
  }

  /** λ_min(Σ(x)). */
  static double least(Sgd sgd, double[] x) {
    return spectrum(sgd, x).value(0);
  }
}
