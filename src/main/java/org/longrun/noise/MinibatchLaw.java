package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * How a minibatch S of b samples is drawn from n: the law of Ḡ = (1/b)Σ_{i∈S} g_i for any vectors
 * g_i, tilted by e^{Σ_{i∈S} s_i} for any scores s_i.
 *
 * <p>With s_i = ⟨v, g_i⟩/b the tilt's mass is E exp⟨v, Ḡ⟩, its mean Σ w_i g_i the gradient in v and
 * its covariance the Hessian.
 */
interface MinibatchLaw {
  /** b, the number of samples in a batch. */
  int batch();

  /** n, the number of samples. */
  int samples();

  /** A minibatch tilted by scores, one for each sample. */
  Tilt tilt(double[] scores);

  /** The covariance of Ḡ without a tilt, as a multiple of that of one sample drawn from all. */
  double covarianceFactor();

  /** Writes the b positions of one minibatch, drawn without a tilt. */
  void draw(UniformRandomProvider random, int[] positions);

  /**
   * The samples whose mean is the vertex of the hull of all Ḡ with the largest mean score: one
   * sample alone with replacement, the b best without.
   */
  int[] best(double[] scores);

  /** The law of a minibatch tilted by scores; belongs to one thread. */
  interface Tilt {
    /** log E exp Σ_{i∈S} s_i. */
    double logMass();

    /** w_i, the expected part of the batch that is sample i; Σ w_i = 1. Not to be changed. */
    double[] weights();

    /**
     * Adds Cov Ḡ on and below the diagonal, row by row.
     *
     * @param g the vectors g_i one after the other, n·d numbers
     * @param mean Σ w_i g_i
     * @param out d² numbers
     */
    default void covariance(double[] g, double[] mean, double[] out) {
      int d = mean.length;
      double[] deviations = new double[g.length];
      weightedDeviations(g, mean, deviations);
      for (int row = 0; row < g.length; row += d) {
        for (int j = 0; j < d; j++) {
          for (int k = 0; k <= j; k++) {
            out[j * d + k] += deviations[row + j] * (g[row + k] - mean[k]);
          }
        }
      }
    }

    /**
     * Writes w_i·(E[Ḡ | i drawn] − E[Ḡ]), so that Cov Ḡ = Σ_i out_i g_iᵀ.
     *
     * @param g the vectors g_i one after the other, n·d numbers
     * @param mean Σ w_i g_i
     * @param out n·d numbers
     */
    void weightedDeviations(double[] g, double[] mean, double[] out);
  }
}
