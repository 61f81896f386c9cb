package org.longrun.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.simulate.LongRun;

/** The occupation of the basins at one step size against the energies. */
final class BasinComparison {
  /**
   * The masses of the basins beside exp(−E_i/η).
   *
   * @param log log of mass/exp(−E_i/η) by minimum, up to a common constant
   * @param unknown how much of the differences of these logarithms is not known
   * @param stiffness ηλ, λ the largest curvature at a minimum; 0 where {@code unknown} covers it
   */
  record Prefactors(double[] log, double unknown, double stiffness) {}

  /**
   * Fewer independent looks than this say that the chains did not mix: 20 for each of 128. The
   * fifth of a chain that is discarded is then 8 relaxation times or more.
   */
  private static final double MIXED = 2560;

  /** ηλ above which a step is too coarse for the diffusion that the energies belong to. */
  private static final double COARSE = 0.25;

  private final Prediction prediction;
  private final List<Integer> minima;
  private final double stepSize;
  private final Prefactors prefactors;
  private final List<LongRun.Fraction> fractions;
  private final int ground;

  /**
   * A comparison.
   *
   * @param prediction the energies
   * @param minima the positions of the minima
   * @param stepSize η
   * @param prefactors of the basins' masses
   * @param fractions of the iterations, by minimum
   */
  BasinComparison(
      Prediction prediction,
      List<Integer> minima,
      double stepSize,
      Prefactors prefactors,
      List<LongRun.Fraction> fractions) {
    this.prediction = prediction;
    this.minima = minima;
    this.stepSize = stepSize;
    this.prefactors = prefactors;
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
    return prefactors.log()[minimum];
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
    if (!mixed() || prefactors.stiffness() > COARSE) {
      return Verdict.TOO_NOISY;
    }
    double scale = 0;
    for (int m = 0; m < minima.size(); m++) {
      double above = energy(m) - energy(ground);
      scale = above < Double.POSITIVE_INFINITY ? Math.max(scale, above) : scale;
    }
    if (3 * error > Math.max(scale / 4, stepSize / 4)) {
      return Verdict.TOO_NOISY;
    }
    double off = Math.abs(energy - (energy(minimum) - energy(ground)));
    if (off <= 3 * error + stepSize * prefactors.unknown()) {
      return Verdict.AGREES;
    }
    return off <= 3 * error + stepSize * prefactors.stiffness()
        ? Verdict.TOO_NOISY
        : Verdict.DISAGREES;
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
}
