package org.longrun.simulate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A finite Markov chain with an absorbing target, by elimination without a subtraction: every
 * number stays non-negative, so that mean hitting times of 10^13 and beyond come out with the
 * relative accuracy of the transition probabilities.
 *
 * <p>State k is eliminated from the last to the first. Its rate of leaving towards lower states and
 * the target is summed, s_k = a_k + Σ_{j&lt;k} p_kj, in place of 1 − p_kk; what goes through k is
 * handed on, p_ij += p_ik p_kj / s_k. W. K. Grassmann, M. I. Taksar, D. P. Heyman, <em>Regenerative
 * analysis and steady state distributions for Markov chains</em>, Oper. Res. 33 (1985); C. A.
 * O'Cinneide, <em>Entrywise perturbation theory and error analysis for Markov chains</em>, Numer.
 * Math. 65 (1993).
 *
 * <p>Rows are kept between their first and last non-zero entries. The chain is used up by one
 * solution.
 */
final class AbsorbingChain {
  private static final int PARALLEL = 400;
  private static final double HUGE = 1e150;
  private static final double[] NONE = {};

  private final int[] first;
  private final int[] last;
  private final double[][] rows;
  private final double[] absorbed;
  private final double[] leaving;
  private int reach;

  /**
   * A chain of n states.
   *
   * @param first the first column that row i holds
   * @param rows the probabilities p_ij of row i from that column on; their sum and {@code
   *     absorbed[i]} may fall short of 1, the rest is staying at i
   * @param absorbed the probability of stepping from i into the target
   */
  AbsorbingChain(int[] first, double[][] rows, double[] absorbed) {
    this.first = first.clone();
    this.last = new int[first.length];
    this.rows = rows.clone();
    this.absorbed = absorbed.clone();
    this.leaving = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      last[i] = first[i] + rows[i].length - 1;
      reach = Math.max(reach, last[i] - i);
    }
    makeRoom();
  }

  /** Extends each row to the columns that elimination will fill. */
  private void makeRoom() {
    int n = rows.length;
    int[] start = first.clone();
    for (int k = n - 1; k >= 0; k--) {
      start[k] = Math.min(start[k], k);
      for (int i = Math.max(0, k - reach); i < k; i++) {
        if (last[i] >= k) {
          start[i] = Math.min(start[i], start[k]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      int end = Math.max(last[i], i);
      double[] wide = new double[end - start[i] + 1];
      System.arraycopy(rows[i], 0, wide, first[i] - start[i], rows[i].length);
      rows[i] = wide;
      first[i] = start[i];
      last[i] = end;
    }
  }

  /** E τ from each state, in steps; +∞ where the target may never be reached. */
  double[] meanTimes() {
    double[] once = new double[rows.length];
    Arrays.fill(once, 1);
    return meanTimes(once);
  }

  /** The mean of what is collected until the target is reached, so much at every visit. */
  double[] meanTimes(double[] collected) {
    int n = rows.length;
    double[] reward = collected.clone();
    for (int k = n - 1; k >= 0; k--) {
      eliminate(k, reward);
    }
    double[] mean = new double[n];
    for (int k = 0; k < n; k++) {
      double sum = reward[k];
      for (int j = first[k]; j < k; j++) {
        double p = rows[k][j - first[k]];
        sum += p > 0 ? p * mean[j] : 0;
      }
      mean[k] = sum / leaving[k];
    }
    return mean;
  }

  /**
   * The stationary distribution of the chain without a target. Lower states that are out of reach
   * (by less than the range of a double) have weight 0.
   */
  double[] stationary() {
    int n = rows.length;
    int root = n - 1;
    eliminate(root, NONE);
    while (root > 0 && leaving[root] > 0) {
      root--;
      eliminate(root, NONE);
    }
    double[] weight = new double[n];
    weight[root] = 1;
    for (int k = root + 1; k < n; k++) {
      for (int j = Math.max(root, k - reach); j < k; j++) {
        if (last[j] >= k) {
          weight[k] += weight[j] * rows[j][k - first[j]];
        }
      }
      if (weight[k] > HUGE) {
        scale(weight, k + 1, 1 / weight[k]);
      }
    }
    scale(weight, n, 1 / Arrays.stream(weight).sum());
    return weight;
  }

  /** Weights at the edge of a grid and in a well differ by more than the range of a double. */
  private static void scale(double[] weight, int count, double factor) {
    for (int k = 0; k < count; k++) {
      weight[k] *= factor;
    }
  }

  private void eliminate(int k, double[] reward) {
    double sum = absorbed[k];
    for (int j = first[k]; j < k; j++) {
      sum += rows[k][j - first[k]];
    }
    leaving[k] = sum;
    if (reward == NONE && !(sum > 0)) {
      return;
    }
    int from = Math.max(0, k - reach);
    IntStream above = IntStream.range(from, k);
    (k - from > PARALLEL ? above.parallel() : above).forEach(i -> handOn(i, k, reward));
  }

  /** What row i sends to k goes where k sends it; leaves p_ik / s_k in its place. */
  private void handOn(int i, int k, double[] reward) {
    if (last[i] < k || !(rows[i][k - first[i]] > 0)) {
      return;
    }
    double[] row = rows[i];
    double[] through = rows[k];
    double share = row[k - first[i]] / leaving[k];
    row[k - first[i]] = share;
    if (reward != NONE) {
      reward[i] += share * reward[k];
    }
    if (share == Double.POSITIVE_INFINITY) {
      return;
    }
    absorbed[i] += share * absorbed[k];
    int shift = first[k] - first[i];
    int length = k - first[k];
    for (int j = 0; j < length; j++) {
      row[j + shift] += share * through[j];
    }
  }
}
