package org.longrun.simulate;

import java.util.Arrays;

/**
 * The hitting times of independent replicas, in iterations, with what ended each: the target, the
 * last allowed iteration (censored) or divergence.
 *
 * <p>Replicas that did not reach the target are never dropped. A replica that diverged counts as
 * censored at the iteration at which it did.
 */
public final class HittingSample {
  /** In place of the number of the neighbourhood that was reached. */
  static final int CENSORED = -1;

  /** In place of the number of the neighbourhood that was reached. */
  static final int DIVERGED = -2;

  private static final double NORMAL_95 = 1.959963984540054;

  private final long[] times;
  private final int[] outcomes;

  HittingSample(long[] times, int[] outcomes) {
    Integer[] order = new Integer[times.length];
    Arrays.setAll(order, r -> r);
    // hits before censored ones at equal times: the convention of Kaplan and Meier
    Arrays.sort(
        order,
        (a, b) ->
            times[a] == times[b]
                ? Integer.compare(outcomes[b], outcomes[a])
                : Long.compare(times[a], times[b]));
    this.times = new long[times.length];
    this.outcomes = new int[times.length];
    for (int r = 0; r < times.length; r++) {
      this.times[r] = times[order[r]];
      this.outcomes[r] = outcomes[order[r]];
    }
  }

  /** The replicas of both samples together. */
  public HittingSample and(HittingSample other) {
    int n = times.length;
    long[] allTimes = Arrays.copyOf(times, n + other.times.length);
    int[] allOutcomes = Arrays.copyOf(outcomes, n + other.times.length);
    System.arraycopy(other.times, 0, allTimes, n, other.times.length);
    System.arraycopy(other.outcomes, 0, allOutcomes, n, other.times.length);
    return new HittingSample(allTimes, allOutcomes);
  }

  /** The number of replicas. */
  public int replicas() {
    return times.length;
  }

  /** How many made the last allowed iteration without reaching the target. */
  public int censored() {
    return count(CENSORED);
  }

  /** How many diverged. */
  public int diverged() {
    return count(DIVERGED);
  }

  /** How many reached the neighbourhood of this number, from 0, before any other. */
  public int reached(int which) {
    return count(which);
  }

  /** How many reached the target. */
  public int hits() {
    return times.length - censored() - diverged();
  }

  private int count(int outcome) {
    int count = 0;
    for (int each : outcomes) {
      count += each == outcome ? 1 : 0;
    }
    return count;
  }

  /** All iterations made, of all replicas. */
  public double iterations() {
    double sum = 0;
    for (long time : times) {
      sum += time;
    }
    return sum;
  }

  /**
   * The estimate of E τ: the sample mean if every replica reached the target, else the maximum
   * likelihood estimate for exponentially distributed times, (all iterations made)/(number of
   * hits); NaN without a hit. J. F. Lawless, <em>Statistical Models and Methods for Lifetime
   * Data</em> (2003), section 4.1.
   */
  public double mean() {
    int hits = hits();
    return hits == 0 ? Double.NaN : iterations() / hits;
  }

  /** The standard error of {@link #mean()}: s/√n, or mean/√hits if replicas were censored. */
  public double standardError() {
    int hits = hits();
    double mean = mean();
    if (hits < times.length) {
      return mean / Math.sqrt(hits);
    }
    double square = 0;
    for (long time : times) {
      square += (time - mean) * (time - mean);
    }
    return hits < 2 ? mean : Math.sqrt(square / (hits - 1.0) / hits);
  }

  /** The lower end of the 95 % interval of the mean, normal on the scale of log τ. */
  public double lower() {
    return mean() * Math.exp(-NORMAL_95 * standardError() / mean());
  }

  /** The upper end of the 95 % interval of the mean. */
  public double upper() {
    return mean() * Math.exp(NORMAL_95 * standardError() / mean());
  }

  /** The restricted mean E min(τ, steps), without an assumption; diverged replicas left out. */
  public double restrictedMean() {
    double sum = 0;
    for (int r = 0; r < times.length; r++) {
      sum += outcomes[r] == DIVERGED ? 0 : times[r];
    }
    return sum / (times.length - diverged());
  }

  /**
   * The time by which this share of the replicas has reached the target: the quantile of the
   * Kaplan–Meier estimate (JASA 53, 1958); NaN if it was not reached before censoring.
   *
   * @param share between 0 and 1
   */
  public double quantile(double share) {
    double surviving = 1;
    int n = times.length;
    for (int r = 0; r < n; r++) {
      if (outcomes[r] >= 0) {
        surviving *= 1 - 1.0 / (n - r);
        // a rounding error of the product must not skip a time
        if (surviving <= 1 - share + 1e-12) {
          return times[r];
        }
      }
    }
    return Double.NaN;
  }
}
