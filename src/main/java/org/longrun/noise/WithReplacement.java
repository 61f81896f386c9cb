package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * b independent samples: log E exp Σ s_i = b·log (1/n)Σ e^{s_i}, w = softmax(s), so that K of a
 * minibatch is b·K(x, v/b) of a single sample (theory, section 1).
 *
 * @param samples n
 * @param batch b
 */
record WithReplacement(int samples, int batch) implements MinibatchLaw {
  /** Scores below it in size are summed as e^s − 1, which keeps the digits of a small mass. */
  private static final double SMALL = 0.5;

  @Override
  public Tilt tilt(double[] scores) {
    double[] weights = new double[samples];
    double largest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
      least = Math.min(least, score);
    }
    boolean small = largest < SMALL && least > -SMALL;
    double shift = small ? 0 : largest;
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      double term = small ? Math.expm1(scores[i]) : Math.exp(scores[i] - shift);
      weights[i] = term;
      sum += term;
    }
    double total = small ? samples + sum : sum;
    for (int i = 0; i < samples; i++) {
      weights[i] = (small ? 1 + weights[i] : weights[i]) / total;
    }
    double logMean = small ? Math.log1p(sum / samples) : shift + Math.log(sum / samples);
    return new Softmax(batch, batch * logMean, weights);
  }

  @Override
  public double covarianceFactor() {
    return 1.0 / batch;
  }

  @Override
  public void draw(UniformRandomProvider random, int[] positions) {
    for (int k = 0; k < batch; k++) {
      positions[k] = random.nextInt(samples);
    }
  }

  @Override
  public int[] best(double[] scores) {
    int best = 0;
    for (int i = 1; i < samples; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return new int[] {best};
  }

  private record Softmax(int batch, double logMass, double[] weights) implements Tilt {
    @Override
    public void covariance(double[] g, double[] mean, double[] out) {
      int d = mean.length;
      double[] centred = new double[d];
      for (int i = 0; i < weights.length; i++) {
        double factor = weights[i] / batch;
        if (factor > 0) {
          for (int k = 0; k < d; k++) {
            centred[k] = g[i * d + k] - mean[k];
          }
          addSquare(factor, centred, out);
        }
      }
    }

    private static void addSquare(double factor, double[] centred, double[] out) {
      int d = centred.length;
      for (int j = 0; j < d; j++) {
        double scaled = factor * centred[j];
        for (int k = 0; k <= j; k++) {
          out[j * d + k] += scaled * centred[k];
        }
      }
    }

    @Override
    public void weightedDeviations(double[] g, double[] mean, double[] out) {
      int d = mean.length;
      for (int i = 0; i < weights.length; i++) {
        double factor = weights[i] / batch;
        for (int k = 0; k < d; k++) {
          out[i * d + k] = factor * (g[i * d + k] - mean[k]);
        }
      }
    }
  }
}
