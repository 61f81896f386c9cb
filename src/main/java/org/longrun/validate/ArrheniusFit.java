package org.longrun.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Point;

/**
 * The fit of log(ηE τ) against 1/η by weighted least squares ({@link WeightedLine}), whose slope is
 * compared with J(x) (theory, section 4, last bullet; formats, section 4).
 *
 * <p>The verdict: direct runs are held against [0.9 J, J] widened by three standard errors, the
 * known bias at step sizes that can be afforded; fits over J/η ≥ 5.5 where there are at least two
 * such points. Splitting and the exact chain are held against J ± 3 %. Too noisy: a direct slope
 * with three standard errors above J/4, or taken below J/η = 5.5 without agreement; a slope outside
 * ± 3 % by no more than three standard errors. If J = 0, log(ηE τ) must change by less than 1.
 *
 * @param start x
 * @param method of the points
 * @param points how many were fitted
 * @param slope d log(ηE τ) / d(1/η)
 * @param standardError of the slope
 * @param interval 95 % interval of the slope
 * @param predicted J(x); null where it is infinite
 * @param verdict of the comparison
 */
public record ArrheniusFit(
    Point start,
    Method method,
    int points,
    double slope,
    double standardError,
    List<Double> interval,
    @Nullable Double predicted,
    Verdict verdict) {
  /** J/η from which on a direct slope is held against J. */
  static final double FAR = 5.5;

  private static final double BIAS = 0.9;
  private static final double EXACTNESS = 0.03;

  /** Copies the list. */
  public ArrheniusFit {
    interval = List.copyOf(interval);
  }

  /**
   * The fit of these hitting times, all of one start and method, at least two with a mean.
   *
   * @param times the points
   * @param asymptotic whether they all lie far enough in the regime J/η ≥ 5.5 to be judged
   */
  static ArrheniusFit of(List<HittingTime> times, boolean asymptotic) {
    WeightedLine line =
        WeightedLine.through(
            times.stream()
                .map(t -> new WeightedLine.Mark(1 / t.stepSize(), t.logMean(), t.relativeError()))
                .toList());
    return judged(times, line, asymptotic);
  }

  private static ArrheniusFit judged(
      List<HittingTime> times, WeightedLine line, boolean asymptotic) {
    double slope = line.slope();
    double error = line.standardError();
    HittingTime first = times.get(0);
    Double predicted = first.predictedExponent();
    double least = times.stream().mapToDouble(t -> 1 / t.stepSize()).min().orElseThrow();
    double most = times.stream().mapToDouble(t -> 1 / t.stepSize()).max().orElseThrow();
    Verdict verdict =
        predicted == null
            ? Verdict.TOO_NOISY
            : predicted == 0
                ? flat(slope * (most - least), error * (most - least))
                : first.method() == Method.DIRECT
                    ? direct(slope, error, predicted, asymptotic)
                    : close(slope, error, predicted);
    return new ArrheniusFit(
        first.start(),
        first.method(),
        times.size(),
        slope,
        error,
        line.interval(),
        predicted,
        verdict);
  }

  private static Verdict direct(double slope, double error, double exponent, boolean asymptotic) {
    if (3 * error > exponent / 4) {
      return Verdict.TOO_NOISY;
    }
    if (slope >= BIAS * exponent - 3 * error && slope <= exponent + 3 * error) {
      return Verdict.AGREES;
    }
    return asymptotic ? Verdict.DISAGREES : Verdict.TOO_NOISY;
  }

  private static Verdict close(double slope, double error, double exponent) {
    double off = Math.abs(slope - exponent) - EXACTNESS * exponent;
    return off <= 0 ? Verdict.AGREES : off <= 3 * error ? Verdict.TOO_NOISY : Verdict.DISAGREES;
  }

  private static Verdict flat(double change, double error) {
    if (Math.abs(change) < 1) {
      return Verdict.AGREES;
    }
    return Math.abs(change) < 1 + 3 * error ? Verdict.TOO_NOISY : Verdict.DISAGREES;
  }

  /** A fit for every start and method that has two points. */
  static List<ArrheniusFit> all(List<Point> starts, List<HittingTime> times) {
    List<ArrheniusFit> fits = new ArrayList<>();
    for (Point start : starts) {
      for (Method method : Method.values()) {
        List<HittingTime> points =
            times.stream()
                .filter(t -> t.start().equals(start) && t.method() == method)
                .filter(t -> Double.isFinite(t.logMean()))
                .toList();
        fit(method, points).ifPresent(fits::add);
      }
    }
    return fits;
  }

  private static Optional<ArrheniusFit> fit(Method method, List<HittingTime> points) {
    double from = method == Method.DIRECT ? FAR : DirectRuns.HOPELESS;
    List<HittingTime> far =
        points.stream()
            .filter(
                t -> t.predictedExponent() != null && t.predictedExponent() / t.stepSize() >= from)
            .toList();
    if (far.size() >= 2) {
      return Optional.of(of(far, true));
    }
    boolean flat = points.stream().allMatch(t -> Double.valueOf(0).equals(t.predictedExponent()));
    return points.size() >= 2 && (method == Method.DIRECT || flat)
        ? Optional.of(of(points, false))
        : Optional.empty();
  }
}
