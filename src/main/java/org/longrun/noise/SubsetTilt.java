package org.longrun.noise;

import java.util.Arrays;

/**
 * The law of a set S of b out of n samples with probability proportional to e^{Σ_{i∈S} s_i}.
 *
 * <p>Samples are taken in descending order of their scores, s_(1) ≥ s_(2) ≥ …, and F_{i,k} =
 * e_k(first i)/e^{s_(1)+…+s_(k)}, which lies between 1 and C(i, k): F_{i,k} = F_{i−1,k} + φ_{i,k}
 * F_{i−1,k−1}, φ_{i,k} = e^{s_(i) − s_(k)} ≤ 1. The adjoints A_{i,k} = ∂log F_{n,b}/∂F_{i,k} ≤ 1
 * run backwards. All terms are positive; nothing cancels or overflows.
 */
final class SubsetTilt implements MinibatchLaw.Tilt {
  private final int n;
  private final int b;
  private final int[] order;
  private final double[] factors;
  private final double[] forward;
  private final double[] adjoint;
  private final double[] weights;
  private final double logMass;

  /**
   * The tilted law.
   *
   * @param scores s_i
   * @param order the samples by descending score
   * @param batch b
   * @param logSets log C(n, b)
   */
  SubsetTilt(double[] scores, int[] order, int batch, double logSets) {
    this.n = scores.length;
    this.b = batch;
    this.order = order;
    this.factors = factors(scores);
    double top = 0;
    for (int i = 0; i < b; i++) {
      top += scores[order[i]];
    }
    this.forward = forward();
    this.adjoint = adjoint();
    this.weights = inclusions();
    this.logMass = top + Math.log(forward[n * (b + 1) + b]) - logSets;
  }

  /** All φ_{i,k}, i and k counted from 1, k ≤ i. */
  private double[] factors(double[] scores) {
    double[] table = new double[(n + 1) * (b + 1)];
    for (int i = 1; i <= n; i++) {
      for (int k = 1; k <= Math.min(i, b); k++) {
        table[i * (b + 1) + k] = Math.exp(scores[order[i - 1]] - scores[order[k - 1]]);
      }
    }
    return table;
  }

  private double[] forward() {
    double[] table = new double[(n + 1) * (b + 1)];
    table[0] = 1;
    for (int i = 1; i <= n; i++) {
      int row = i * (b + 1);
      int above = row - b - 1;
      table[row] = 1;
      for (int k = 1; k <= Math.min(i, b); k++) {
        table[row + k] = table[above + k] + factors[row + k] * table[above + k - 1];
      }
    }
    return table;
  }

  private double[] adjoint() {
    double[] table = new double[(n + 1) * (b + 1)];
    table[n * (b + 1) + b] = 1 / forward[n * (b + 1) + b];
    for (int i = n; i >= 1; i--) {
      int row = i * (b + 1);
      int above = row - b - 1;
      for (int k = Math.min(i - 1, b); k >= 0; k--) {
        double taken = k < b ? factors[row + k + 1] * table[row + k + 1] : 0;
        table[above + k] = table[row + k] + taken;
      }
    }
    return table;
  }

  /** The probability that the i-th in order is drawn as the k-th of those drawn. */
  private double taken(int i, int k) {
    int row = i * (b + 1);
    return adjoint[row + k] * factors[row + k] * forward[row - b - 1 + k - 1];
  }

  @Override
  public double logMass() {
    return logMass;
  }

  @Override
  public double[] weights() {
    return weights;
  }

  private double[] inclusions() {
    double[] parts = new double[n];
    for (int i = 1; i <= n; i++) {
      double inclusion = 0;
      for (int k = 1; k <= Math.min(i, b); k++) {
        inclusion += taken(i, k);
      }
      parts[order[i - 1]] = inclusion / b;
    }
    return parts;
  }

  /**
   * With M_{i,k} the mean of the sum over the first i given that k of them are drawn, and N_{i,k}
   * that over the rest: E[Σ | i drawn k-th] = M_{i−1,k−1} + g_i + N_{i,k}.
   */
  @Override
  public void weightedDeviations(double[] g, double[] mean, double[] out) {
    int d = mean.length;
    double[] centred = centred(g, mean);
    double[] before = before(centred, d);
    double[] after = new double[(b + 1) * d];
    double[] next = new double[(b + 1) * d];
    for (int i = n; i >= 1; i--) {
      int sample = order[i - 1] * d;
      Arrays.fill(out, sample, sample + d, 0);
      for (int k = 1; k <= Math.min(i, b); k++) {
        double weight = taken(i, k) / ((double) b * b);
        int partial = ((i - 1) * (b + 1) + k - 1) * d;
        for (int c = 0; c < d; c++) {
          out[sample + c] +=
              weight * (before[partial + c] + centred[sample + c] + after[k * d + c]);
        }
      }
      stepBack(i, centred, d, after, next);
      double[] held = after;
      after = next;
      next = held;
    }
  }

  /** g_i less their mean, so that the sum over a batch has mean 0. */
  private static double[] centred(double[] g, double[] mean) {
    double[] centred = g.clone();
    for (int entry = 0; entry < g.length; entry++) {
      centred[entry] -= mean[entry % mean.length];
    }
    return centred;
  }

  /** All M_{i,k}. */
  private double[] before(double[] g, int d) {
    double[] mean = new double[(n + 1) * (b + 1) * d];
    for (int i = 1; i <= n; i++) {
      int row = i * (b + 1);
      int above = row - b - 1;
      for (int k = 1; k <= Math.min(i, b); k++) {
        double part = factors[row + k] * forward[above + k - 1] / forward[row + k];
        for (int c = 0; c < d; c++) {
          mean[(row + k) * d + c] =
              (1 - part) * mean[(above + k) * d + c]
                  + part * (mean[(above + k - 1) * d + c] + g[order[i - 1] * d + c]);
        }
      }
    }
    return mean;
  }

  /** N_{i−1,·} from N_{i,·}. */
  private void stepBack(int i, double[] g, int d, double[] after, double[] out) {
    int row = i * (b + 1);
    int above = row - b - 1;
    for (int k = 0; k <= b; k++) {
      double whole = adjoint[above + k];
      double part = k < b && whole > 0 ? factors[row + k + 1] * adjoint[row + k + 1] / whole : 0;
      for (int c = 0; c < d; c++) {
        double taken = k < b ? after[(k + 1) * d + c] + g[order[i - 1] * d + c] : 0;
        out[k * d + c] = (1 - part) * after[k * d + c] + part * taken;
      }
    }
  }
}
