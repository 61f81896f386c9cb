package org.longrun.validate;

import org.jspecify.annotations.Nullable;

/**
 * The invariant measure near one component at one step size, beside its prediction (formats,
 * section 4).
 *
 * @param stepSize η
 * @param component K_i
 * @param fraction of the iterations within δ of K_i
 * @param standardError of the fraction, between chains or batches, whichever is larger
 * @param effectiveSampleSize f(1 − f)/(standard error)²
 * @param predicted the stationary density's mass there, normalised over the domain; null where the
 *     density has no closed form
 * @param exact the fraction of the exact chain; null where there is no grid
 * @param basin what the same says of the basin of attraction; null but for minima
 */
public record Occupation(
    double stepSize,
    String component,
    double fraction,
    double standardError,
    double effectiveSampleSize,
    @Nullable Double predicted,
    @Nullable Double exact,
    @Nullable Basin basin) {
  /**
   * The basin of attraction of a minimum, and the energy that its occupation tells.
   *
   * @param fraction of the iterations from which the descent ends in K_i
   * @param standardError of the fraction
   * @param predicted exp(−ΔE_i/η) times the factor of second order, normalised over the minima;
   *     without that factor where the noise is not isotropic
   * @param energy −η log(fraction_i/fraction_0) corrected by the factor, relative to the ground
   *     state: comparable with ΔE_i; null where a basin was never visited
   * @param energyError its standard error
   * @param predictedEnergy ΔE_i
   * @param verdict of energy against predictedEnergy: agrees within three standard errors and the
   *     finite step's own η·ηλ/4 (λ: the largest curvature), or, where no factor of second order is
   *     known, η(1 + log of the ratio of the noises at the minima); too noisy if three standard
   *     errors exceed a quarter of the largest ΔE (or of η), if the chains did not mix (fewer than
   *     20 independent looks a chain), if ηλ &gt; 1/4 (steps that coarse follow no diffusion), or
   *     if the energy is off by less than η·ηλ
   */
  public record Basin(
      double fraction,
      double standardError,
      @Nullable Double predicted,
      @Nullable Double energy,
      @Nullable Double energyError,
      @Nullable Double predictedEnergy,
      Verdict verdict) {}
}
