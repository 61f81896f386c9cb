package org.longrun.noise;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.ScalarField;

/** Draws a minibatch and takes the mean of its sample gradients: b gradient evaluations a draw. */
final class MinibatchDraws implements NoiseModel.Sampler {
  private final ScalarField objective;
  private final EmpiricalRisk risk;
  private final MinibatchLaw law;
  private final int d;
  private final int[] positions;
  private final double[] sample;
  private final double[] point;
  private final double[] total;

  MinibatchDraws(ScalarField objective, EmpiricalRisk risk, MinibatchLaw law) {
    this.objective = objective;
    this.risk = risk;
    this.law = law;
    this.d = risk.dimension();
    this.positions = new int[law.batch()];
    this.sample = new double[d];
    this.point = new double[d];
    this.total = new double[d];
  }

  @Override
  public void sample(double[] x, UniformRandomProvider random, double[] out) {
    stochasticGradient(x, random, out);
    objective.gradient(x, sample);
    for (int k = 0; k < d; k++) {
      out[k] -= sample[k];
    }
  }

  @Override
  public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
    risk.regularizer().gradient(x, out);
    addBatch(x, random, out, 0);
  }

  @Override
  public void stochasticGradients(
      double[] x, int count, int dimension, UniformRandomProvider random, double[] out) {
    risk.regularizer().gradients(x, count, out);
    for (int q = 0; q < count; q++) {
      System.arraycopy(x, q * d, point, 0, d);
      addBatch(point, random, out, q * d);
    }
  }

  private void addBatch(double[] x, UniformRandomProvider random, double[] out, int from) {
    law.draw(random, positions);
    Arrays.fill(total, 0);
    for (int position : positions) {
      risk.gradient(position, x, sample);
      for (int k = 0; k < d; k++) {
        total[k] += sample[k];
      }
    }
    for (int k = 0; k < d; k++) {
      out[from + k] += total[k] / positions.length;
    }
  }
}
