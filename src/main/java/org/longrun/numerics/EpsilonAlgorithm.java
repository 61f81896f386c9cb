package org.longrun.numerics;

/**
 * The limit of a sequence whose error is a sum of geometric terms, by the ε-algorithm: ε_{k+1}(n) =
 * ε_{k−1}(n+1) + 1/(ε_k(n+1) − ε_k(n)) (P. Wynn, <em>On a device for computing the e_m(S_n)
 * transformation</em>, MTAC 10, 1956; as in R. Piessens et al., <em>QUADPACK</em>, 1983, routine
 * QAGS).
 */
public final class EpsilonAlgorithm {
  private EpsilonAlgorithm() {}

  /**
   * A limit with its error.
   *
   * @param value the limit
   * @param error how far the last extrapolations lie from one another, or from the last term
   */
  public record Limit(double value, double error) {}

  /**
   * The limit of the sequence: of the even columns' last entries the one that changed least when
   * the last terms were added.
   *
   * @param terms at least 3
   */
  public static Limit of(double[] terms) {
    double[][] last = {estimates(terms, 2), estimates(terms, 1), estimates(terms, 0)};
    Limit best = null;
    for (int k = 0; k < last[0].length; k++) {
      double now = last[2][k];
      double change = Math.abs(now - last[1][k]) + Math.abs(now - last[0][k]);
      if (best == null || change < best.error()) {
        best = new Limit(now, change);
      }
    }
    return best == null ? new Limit(terms[terms.length - 1], Double.POSITIVE_INFINITY) : best;
  }

  /** The last entries of the columns 0, 2, 4, … without the last terms. */
  private static double[] estimates(double[] terms, int without) {
    int n = terms.length - without;
    double[] before = new double[n + 1];
    double[] column = java.util.Arrays.copyOf(terms, n);
    double[] found = new double[(n + 1) / 2];
    found[0] = column[n - 1];
    for (int k = 1; k < n; k++) {
      double[] next = new double[n - k];
      for (int i = 0; i < n - k; i++) {
        double difference = column[i + 1] - column[i];
        next[i] = before[i + 1] + (difference == 0 ? 0 : 1 / difference);
        if (difference == 0 && k % 2 == 1) {
          // The sequence has arrived: later columns say nothing more.
          java.util.Arrays.fill(found, (k + 1) / 2, found.length, column[i + 1]);
          return found;
        }
      }
      before = column;
      column = next;
      if (k % 2 == 0) {
        found[k / 2] = column[n - k - 1];
      }
    }
    return found;
  }
}
