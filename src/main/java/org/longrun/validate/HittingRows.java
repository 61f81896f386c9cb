package org.longrun.validate;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Sgd;
import org.longrun.simulate.HittingSample;
import org.longrun.simulate.Splitting;

/** Makes rows of hitting times: what a method found beside what the theory says. */
final class HittingRows {
  private static final double NORMAL_95 = 1.959963984540054;

  private final Prediction prediction;
  private final EyringKramers means;

  HittingRows(Sgd sgd, Prediction prediction) {
    this.prediction = prediction;
    this.means = EyringKramers.of(sgd, prediction);
  }

  /** The row of direct runs from the start of this number. */
  HittingTime of(int start, double stepSize, HittingSample sample) {
    boolean hit = sample.hits() > 0;
    Double mean = hit ? (Double) sample.mean() : null;
    Double first = known(sample.quantile(0.25));
    Double third = known(sample.quantile(0.75));
    return new HittingTime(
        stepSize,
        prediction.starts().get(start),
        Method.DIRECT,
        mean,
        hit ? (Double) sample.standardError() : null,
        hit && sample.mean() > 0 ? List.of(sample.lower(), sample.upper()) : List.of(),
        known(sample.quantile(0.5)),
        first == null || third == null ? null : List.of(first, third),
        known(sample.restrictedMean()),
        sample.replicas(),
        sample.censored(),
        sample.diverged(),
        known(prediction.startExponents().get(start)),
        predictedMean(start, stepSize),
        ratio(mean, predictedMean(start, stepSize)));
  }

  /** The row of splitting; without a mean where no way was found or paths were cut off. */
  HittingTime of(int start, double stepSize, Splitting.Estimate estimate) {
    boolean found = Double.isFinite(estimate.mean()) && estimate.complete();
    if (!found) {
      return plain(start, stepSize, Method.SPLITTING, null, null, List.of(), estimate.runs());
    }
    double mean = estimate.mean();
    double width = Math.exp(NORMAL_95 * estimate.standardError() / mean);
    return plain(
        start,
        stepSize,
        Method.SPLITTING,
        mean,
        estimate.standardError(),
        List.of(mean / width, mean * width),
        estimate.runs());
  }

  /** The row of the exact chain. */
  HittingTime of(int start, double stepSize, double mean) {
    return plain(start, stepSize, Method.EXACT, known(mean), 0.0, List.of(), 0);
  }

  private HittingTime plain(
      int start,
      double stepSize,
      Method method,
      @Nullable Double mean,
      @Nullable Double error,
      List<Double> interval,
      int replicas) {
    return new HittingTime(
        stepSize,
        prediction.starts().get(start),
        method,
        mean,
        error,
        interval,
        null,
        null,
        null,
        replicas,
        0,
        0,
        known(prediction.startExponents().get(start)),
        predictedMean(start, stepSize),
        ratio(mean, predictedMean(start, stepSize)));
  }

  private static @Nullable Double known(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }

  private @Nullable Double predictedMean(int start, double stepSize) {
    OptionalDouble mean = means.mean(prediction.startExponents().get(start), stepSize);
    return mean.isPresent() ? (Double) mean.getAsDouble() : null;
  }

  private static @Nullable Double ratio(@Nullable Double mean, @Nullable Double predicted) {
    return mean == null || predicted == null ? null : (Double) (mean / predicted);
  }
}
