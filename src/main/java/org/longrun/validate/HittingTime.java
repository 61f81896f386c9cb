package org.longrun.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * E τ from one start at one step size, beside its prediction (formats, section 4).
 *
 * @param stepSize η
 * @param start x
 * @param method how it was found
 * @param mean E τ in iterations; null if no replica reached the target
 * @param standardError of the mean; 0 for the exact chain
 * @param interval 95 % interval of the mean
 * @param median of τ; null where it is not known or beyond the last iteration
 * @param quartiles of τ; null likewise
 * @param restrictedMean E min(τ, steps), free of any assumption; null but for direct runs
 * @param replicas independent runs: replicas, or runs of splitting; 0 for the exact chain
 * @param censored replicas that made the last allowed iteration
 * @param diverged replicas that diverged
 * @param predictedExponent J(x); null where it is infinite
 * @param predictedMean with the prefactor of Eyring and Kramers; null where it does not apply
 * @param ratio mean / predictedMean; null likewise
 */
public record HittingTime(
    double stepSize,
    Point start,
    Method method,
    @Nullable Double mean,
    @Nullable Double standardError,
    List<Double> interval,
    @Nullable Double median,
    @Nullable List<Double> quartiles,
    @Nullable Double restrictedMean,
    int replicas,
    int censored,
    int diverged,
    @Nullable Double predictedExponent,
    @Nullable Double predictedMean,
    @Nullable Double ratio) {
  /** Copies the lists. */
  public HittingTime {
    interval = List.copyOf(interval);
    quartiles = quartiles == null ? null : List.copyOf(quartiles);
  }

  /** log(ηE τ), what is fitted against 1/η; NaN without a mean. */
  double logMean() {
    return mean == null ? Double.NaN : Math.log(stepSize * mean);
  }

  /** The relative standard error of the mean. */
  double relativeError() {
    return mean == null || standardError == null ? Double.NaN : standardError / mean;
  }
}
