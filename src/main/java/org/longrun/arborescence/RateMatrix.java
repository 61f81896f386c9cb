package org.longrun.arborescence;

/**
 * The rates k_ij ≥ 0 of a continuous-time Markov chain, i ≠ j, as numbers of any exponent:
 * exp(−B/η) for costs B, or given outright.
 */
public final class RateMatrix {
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private final int size;
  private final ScaledVector rates;
  private double largestLog;

  private RateMatrix(int size) {
    this.size = size;
    this.rates = new ScaledVector(Math.multiplyExact(size, size));
  }

  /**
   * Rates as given; the diagonal is passed over.
   *
   * @throws IllegalArgumentException if a rate is negative, infinite or NaN
   */
  public static RateMatrix of(double[][] given) {
    RateMatrix matrix = new RateMatrix(given.length);
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < given.length; j++) {
        if (i != j) {
          if (!(given[i][j] >= 0 && given[i][j] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a rate of " + given[i][j]);
          }
          matrix.rates.set(i * given.length + j, given[i][j], 0);
        }
      }
    }
    return matrix;
  }

  /**
   * The rates exp(−B/η) between selected vertices; those that fall together are lumped, their rates
   * into it summed.
   *
   * @param graph the costs B
   * @param stepSize η &gt; 0
   * @param places by vertex its place in the matrix, −1 to leave it out
   * @param size the number of places
   * @throws IllegalArgumentException if the step size is not positive
   */
  public static RateMatrix of(CostDigraph graph, double stepSize, int[] places, int size) {
    if (!(stepSize > 0)) {
      throw new IllegalArgumentException("a step size of " + stepSize + "; it must be > 0");
    }
    RateMatrix matrix = new RateMatrix(size);
    for (int e = 0; e < graph.edgeCount(); e++) {
      int from = places[graph.tail(e)];
      int to = places[graph.head(e)];
      if (from >= 0 && to >= 0 && from != to) {
        matrix.add(from * size + to, graph.cost(e) / stepSize);
      }
    }
    return matrix;
  }

  private void add(int entry, double minusLog) {
    double twos = Math.rint(minusLog / LN2_HIGH);
    double rest = (minusLog - twos * LN2_HIGH) - twos * LN2_LOW;
    rates.add(entry, Math.exp(-rest), -(long) twos);
    largestLog = Math.max(largestLog, minusLog);
  }

  /** The number of states. */
  public int size() {
    return size;
  }

  /** The largest B/η that went in. */
  double largestLog() {
    return largestLog;
  }

  /** A copy of the entries, row by row, for an elimination that overwrites them. */
  ScaledVector entries() {
    ScaledVector copy = new ScaledVector(rates.size());
    for (int k = 0; k < rates.size(); k++) {
      if (rates.mantissa(k) != 0) {
        copy.set(k, rates.mantissa(k), rates.exponent(k));
      }
    }
    return copy;
  }
}
