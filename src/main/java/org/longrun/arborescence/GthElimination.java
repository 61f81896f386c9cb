package org.longrun.arborescence;

/**
 * Stationary weights, mean hitting times and committors of a Markov chain by the elimination of
 * Grassmann, Taksar and Heyman: states are censored one by one, and nothing is ever subtracted, so
 * every result has a small relative error however far apart the rates are.
 *
 * <ol>
 *   <li>For k = N−1 … : S_k = Σ_{j&lt;k} k_kj, and k_ij += k_ik k_kj / S_k for i, j &lt; k.
 *   <li>Stationary: π_k = Σ_{i&lt;k} π_i k_ik / S_k.
 *   <li>Mean times: c_i += k_ik c_k / S_k with c = 1, then h_k = (c_k + Σ_{j&lt;k} k_kj h_j) / S_k.
 *   <li>Committor: q_k = Σ_{j&lt;k} k_kj q_j / S_k.
 * </ol>
 *
 * <p>W. K. Grassmann, M. I. Taksar, D. P. Heyman, Regenerative analysis and steady state
 * distributions for Markov chains, Oper. Res. 33 (1985) 1107–1116. Numbers are m·2^e, so exponents
 * of 10⁵ and more neither underflow nor cost digits. O(N³).
 */
public final class GthElimination {
  private static final double UNIT = 0x1p-53;
  private final int size;
  private final ScaledVector rates;

  private GthElimination(RateMatrix matrix) {
    size = matrix.size();
    rates = matrix.entries();
  }

  /**
   * The stationary distribution, summing to 1.
   *
   * @param matrix the rates; every state reaches every other one
   */
  public static ScaledVector stationary(RateMatrix matrix) {
    return new GthElimination(matrix).stationary();
  }

  /**
   * Mean times to reach state 0, in the unit of 1/rate; 0 for state 0 itself.
   *
   * @param matrix the rates; every state reaches state 0, whose own rates are not used
   */
  public static ScaledVector meanTimes(RateMatrix matrix) {
    return new GthElimination(matrix).meanTimes();
  }

  /**
   * Probabilities to reach state 0 before state 1.
   *
   * @param matrix the rates; every state reaches state 0 or 1, whose own rates are not used
   */
  public static ScaledVector committor(RateMatrix matrix) {
    return new GthElimination(matrix).committor();
  }

  /**
   * A bound of the absolute error of the logarithm of every result, from rounding: N(N + 1)(N + 6)u
   * from the elimination and 2N(L + 4)u from the rates, L the largest B/η, u = 2^−53.
   */
  public static double roundingBound(RateMatrix matrix) {
    double n = matrix.size();
    return UNIT * (n * (n + 1) * (n + 6) + 2 * n * (matrix.largestLog() + 4));
  }

  private ScaledVector stationary() {
    ScaledVector sums = new ScaledVector(size);
    for (int k = size - 1; k >= 1; k--) {
      sumRow(k, sums);
      censor(k, 0, sums);
    }
    ScaledVector weights = new ScaledVector(size);
    weights.set(0, 1, 0);
    ScaledVector total = new ScaledVector(1);
    total.add(0, 1, 0);
    for (int k = 1; k < size; k++) {
      for (int i = 0; i < k; i++) {
        addProduct(weights, k, weights, i, at(i, k));
      }
      weights.divide(k, sums.mantissa(k), sums.exponent(k));
      total.add(0, weights.mantissa(k), weights.exponent(k));
    }
    for (int k = 0; k < size; k++) {
      weights.divide(k, total.mantissa(0), total.exponent(0));
    }
    return weights;
  }

  private ScaledVector meanTimes() {
    ScaledVector sums = new ScaledVector(size);
    ScaledVector holding = new ScaledVector(size);
    for (int k = 1; k < size; k++) {
      holding.set(k, 1, 0);
    }
    for (int k = size - 1; k >= 1; k--) {
      sumRow(k, sums);
      for (int i = 1; i < k; i++) {
        hold(holding, i, k, sums);
      }
      censor(k, 1, sums);
    }
    ScaledVector times = new ScaledVector(size);
    for (int k = 1; k < size; k++) {
      times.set(k, holding.mantissa(k), holding.exponent(k));
      for (int j = 1; j < k; j++) {
        addProduct(times, k, times, j, at(k, j));
      }
      times.divide(k, sums.mantissa(k), sums.exponent(k));
    }
    return times;
  }

  /** c_i += k_ik c_k / S_k. */
  private void hold(ScaledVector holding, int i, int k, ScaledVector sums) {
    double mantissa = rates.mantissa(at(i, k)) * holding.mantissa(k) / sums.mantissa(k);
    long exponent = rates.exponent(at(i, k)) + holding.exponent(k) - sums.exponent(k);
    holding.add(i, mantissa, exponent);
  }

  private ScaledVector committor() {
    ScaledVector sums = new ScaledVector(size);
    for (int k = size - 1; k >= 2; k--) {
      sumRow(k, sums);
      censor(k, 2, sums);
    }
    ScaledVector probabilities = new ScaledVector(size);
    probabilities.set(0, 1, 0);
    for (int k = 2; k < size; k++) {
      for (int j = 0; j < k; j++) {
        addProduct(probabilities, k, probabilities, j, at(k, j));
      }
      probabilities.divide(k, sums.mantissa(k), sums.exponent(k));
    }
    return probabilities;
  }

  private int at(int i, int j) {
    return i * size + j;
  }

  private void sumRow(int k, ScaledVector sums) {
    for (int j = 0; j < k; j++) {
      sums.add(k, rates.mantissa(at(k, j)), rates.exponent(at(k, j)));
    }
    if (sums.mantissa(k) == 0) {
      throw new IllegalArgumentException("state " + k + " does not reach the states before it");
    }
  }

  /** k_ij += k_ik k_kj / S_k for all rows i from {@code first}. */
  private void censor(int k, int first, ScaledVector sums) {
    for (int i = first; i < k; i++) {
      double mantissa = rates.mantissa(at(i, k));
      if (mantissa == 0) {
        continue;
      }
      double factor = mantissa / sums.mantissa(k);
      long exponent = rates.exponent(at(i, k)) - sums.exponent(k);
      for (int j = 0; j < k; j++) {
        int way = at(k, j);
        if (i != j && rates.mantissa(way) != 0) {
          rates.add(at(i, j), factor * rates.mantissa(way), exponent + rates.exponent(way));
        }
      }
    }
  }

  /** out[k] += vector[i] · rate. */
  private void addProduct(ScaledVector out, int k, ScaledVector vector, int i, int rate) {
    out.add(
        k, vector.mantissa(i) * rates.mantissa(rate), vector.exponent(i) + rates.exponent(rate));
  }
}
