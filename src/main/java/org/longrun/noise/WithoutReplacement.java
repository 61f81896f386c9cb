package org.longrun.noise;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.landscape.InputError;
import org.longrun.landscape.NoiseDescription;

/**
 * b different samples, every set of them equally likely: E exp Σ_{i∈S} s_i = e_b(e^{s_1}, …,
 * e^{s_n}) / C(n, b) with e_b the elementary symmetric polynomial; exact, by its recursion.
 *
 * <p>The tilted law is conditional Poisson sampling (S. X. Chen, A. P. Dempster, J. S. Liu, <em>
 * Weighted finite population sampling to maximize entropy</em>, Biometrika 81, 1994). This is not
 * b·K(x, v/b): the covariance has the factor (n − b)/(n − 1).
 */
final class WithoutReplacement implements MinibatchLaw {
  /** Up to so many scores are sorted by insertion, without objects. */
  private static final int FEW = 64;

  private final int samples;
  private final int batch;
  private final double logSets;

  /**
   * The law of minibatches of b out of n.
   *
   * @throws InputError if b exceeds n, or if the recursion's table of n·b numbers is too large
   */
  WithoutReplacement(int samples, int batch) {
    if (batch > samples) {
      throw new InputError(
          "noise.finite-sum: a batch of %d without replacement needs as many samples; there are %d"
              .formatted(batch, samples));
    }
    this.samples = samples;
    this.batch = batch;
    if ((long) samples * batch > NoiseDescription.FiniteSum.LARGEST_TABLE) {
      throw new InputError(
          "noise.finite-sum: without replacement samples·batch is at most %d, not %d·%d"
              .formatted(NoiseDescription.FiniteSum.LARGEST_TABLE, samples, batch));
    }
    this.logSets = Math.log(sets(samples, batch));
  }

  /**
   * C(n, b) by the recursion of {@link SubsetTilt}, so that equal scores have mass 1 exactly; below
   * 1e220 for every table that is allowed.
   */
  private static double sets(int n, int b) {
    double[] sets = new double[b + 1];
    sets[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int k = Math.min(i, b); k > 0; k--) {
        sets[k] += sets[k - 1];
      }
    }
    return sets[b];
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public Tilt tilt(double[] scores) {
    return new SubsetTilt(scores, descending(scores), batch, logSets);
  }

  private static int[] descending(double[] scores) {
    return scores.length <= FEW
        ? largest(scores, scores.length)
        : IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The positions of the count largest scores, in descending order, by insertion. */
  private static int[] largest(double[] scores, int count) {
    int[] order = new int[count];
    int held = 0;
    for (int i = 0; i < scores.length; i++) {
      int at = held < count ? held++ : count;
      while (at > 0 && scores[order[at - 1]] < scores[i]) {
        if (at < count) {
          order[at] = order[at - 1];
        }
        at--;
      }
      if (at < count) {
        order[at] = i;
      }
    }
    return order;
  }

  @Override
  public double covarianceFactor() {
    return samples == 1 ? 0 : (samples - batch) / (batch * (samples - 1.0));
  }

  /** R. W. Floyd's algorithm: b draws, however large n is (J. Bentley, CACM 30, 1987). */
  @Override
  public void draw(UniformRandomProvider random, int[] positions) {
    int drawn = 0;
    for (int j = samples - batch; j < samples; j++) {
      int candidate = random.nextInt(j + 1);
      positions[drawn] = holds(positions, drawn, candidate) ? j : candidate;
      drawn++;
    }
  }

  private static boolean holds(int[] positions, int count, int candidate) {
    for (int k = 0; k < count; k++) {
      if (positions[k] == candidate) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int[] best(double[] scores) {
    return largest(scores, batch);
  }
}
