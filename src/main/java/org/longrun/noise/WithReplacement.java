package org.longrun.noise;

import java.util.Arrays;
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
  public double extremeWeights(double[] scores, double[] weights) {
    int best = 0;
    for (int i = 1; i < samples; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    Arrays.fill(weights, 0);
    weights[best] = 1;
    return scores[best];
  }

  private record Softmax(int batch, double logMass, double[] values) implements Tilt {
    @Override
    public void weights(double[] out) {
      System.arraycopy(values, 0, out, 0, values.length);
    }

    @Override
    public void weightedDeviations(double[] g, int d, double[] out) {
      double[] mean = new double[d];
      for (int i = 0; i < values.length; i++) {
        for (int k = 0; k < d; k++) {
          mean[k] += values[i] * g[i * d + k];
        }
      }
      for (int i = 0; i < values.length; i++) {
        double factor = values[i] / batch;
        for (int k = 0; k < d; k++) {
          out[i * d + k] = factor * (g[i * d + k] - mean[k]);
        }
      }
    }
  }
}
