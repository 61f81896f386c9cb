package org.longrun.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.simulate.LongRun;

/** The occupation of the basins at one step size against the energies. */
final class BasinComparison {
  /** Fewer independent looks than this say that the chains did not mix: 50 for each of 128. */
  private static final double MIXED = 6400;

  private final Prediction prediction;
  private final List<Integer> minima;
  private final double stepSize;
  private final double @Nullable [] factors;
  private final List<LongRun.Fraction> fractions;
  private final int ground;

  /**
   * A comparison.
   *
   * @param prediction the energies
   * @param minima the positions of the minima
   * @param stepSize η
   * @param factors log of (basin's mass)/exp(−E_i/η), up to a constant; null where not known
   * @param fractions of the iterations, by minimum
   */
  BasinComparison(
      Prediction prediction,
      List<Integer> minima,
      double stepSize,
      double @Nullable [] factors,
      List<LongRun.Fraction> fractions) {
    this.prediction = prediction;
    this.minima = minima;
    this.stepSize = stepSize;
    this.factors = factors;
    this.fractions = fractions;
    int least = 0;
    for (int m = 1; m < minima.size(); m++) {
      least = energy(m) < energy(least) ? m : least;
    }
    this.ground = least;
  }

  private double energy(int minimum) {
    return prediction.energies().get(minima.get(minimum));
  }

  private double factor(int minimum) {
    return factors == null ? 0 : factors[minimum];
  }

  /** The row of a minimum; null for a component that is none (−1). */
  Occupation.@Nullable Basin of(int minimum) {
    if (minimum < 0) {
      return null;
    }
    LongRun.Fraction own = fractions.get(minimum);
    LongRun.Fraction first = fractions.get(ground);
    boolean visited = own.value() > 0 && first.value() > 0;
    double energy =
        -stepSize * (Math.log(own.value() / first.value()) - (factor(minimum) - factor(ground)));
    double error =
        minimum == ground
            ? 0
            : stepSize
                * Math.hypot(
                    own.standardError() / own.value(), first.standardError() / first.value());
    boolean finite = Double.isFinite(energy(minimum));
    return new Occupation.Basin(
        own.value(),
        own.standardError(),
        finite ? (Double) predicted(minimum) : null,
        visited ? (Double) (minimum == ground ? 0.0 : energy) : null,
        visited ? (Double) error : null,
        finite ? (Double) (energy(minimum) - energy(ground)) : null,
        visited && finite ? verdict(minimum, energy, error) : Verdict.TOO_NOISY);
  }

  private double predicted(int minimum) {
    double sum = 0;
    for (int m = 0; m < minima.size(); m++) {
      double log = logWeight(m) - logWeight(minimum);
      sum += Double.isNaN(log) ? 0 : Math.exp(log);
    }
    return 1 / sum;
  }

  private double logWeight(int minimum) {
    return -energy(minimum) / stepSize + factor(minimum);
  }

  private Verdict verdict(int minimum, double energy, double error) {
    if (minimum == ground) {
      return Verdict.AGREES;
    }
    double scale = 0;
    for (int m = 0; m < minima.size(); m++) {
      double above = energy(m) - energy(ground);
      scale = above < Double.POSITIVE_INFINITY ? Math.max(scale, above) : scale;
    }
    if (!mixed() || 3 * error > Math.max(scale / 4, stepSize / 4)) {
      return Verdict.TOO_NOISY;
    }
    double off = Math.abs(energy - (energy(minimum) - energy(ground)));
    return off <= 3 * error + stepSize * unknown() ? Verdict.AGREES : Verdict.DISAGREES;
  }

  private boolean mixed() {
    for (LongRun.Fraction each : fractions) {
      double samples = each.value() * (1 - each.value()) / Math.pow(each.standardError(), 2);
      if (!(samples > MIXED)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is not known of the logarithm of a mass: the prefactor, where there is no factor of second
   * order; else what the finite step adds beyond the quadratic wells, of order ηλ.
   */
  private double unknown() {
    if (factors == null) {
      return 1;
    }
    double steepest = 0;
    for (int i : minima) {
      for (double eigenvalue : prediction.components().get(i).hessianEigenvalues()) {
        steepest = Math.max(steepest, eigenvalue);
      }
    }
    return stepSize * steepest / 4;
  }
}
