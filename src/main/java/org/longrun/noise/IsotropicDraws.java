package org.longrun.noise;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.longrun.landscape.ScalarField;

/**
 * Draws of Z = √s(x)·ξ with ξ standard normal: the noise of most simulations, so nothing comes
 * between the gradients and the draws.
 */
final class IsotropicDraws implements NoiseModel.Sampler {
  private final ScalarField objective;
  private final ScalarField variance;
  private final int d;
  private final boolean steady;
  private final double steadyDeviation;
  private final StandardNormal gaussian = new StandardNormal();
  private double[] variances = new double[0];

  IsotropicDraws(ScalarField objective, ScalarField variance) {
    this.objective = objective;
    this.variance = variance;
    this.d = objective.dimension();
    this.steady = variance.isConstant();
    this.steadyDeviation = steady ? deviation(variance.value(new double[d])) : Double.NaN;
  }

  /** √s without a rounding error below zero; NaN stays. */
  private static double deviation(double variance) {
    return Math.sqrt(variance < 0 ? 0 : variance);
  }

  @Override
  public void sample(double[] x, UniformRandomProvider random, double[] out) {
    Arrays.fill(out, 0, d, 0);
    add(deviationAt(x), gaussian.of(random), out, 0, d);
  }

  @Override
  public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
    objective.gradient(x, out);
    add(deviationAt(x), gaussian.of(random), out, 0, d);
  }

  @Override
  public void stochasticGradients(
      double[] x, int count, int dimension, UniformRandomProvider random, double[] out) {
    objective.gradients(x, count, out);
    ZigguratSampler.NormalizedGaussian normal = gaussian.of(random);
    if (steady) {
      add(steadyDeviation, normal, out, 0, count * d);
      return;
    }
    if (variances.length < count) {
      variances = new double[count];
    }
    variance.values(x, count, variances);
    for (int q = 0; q < count; q++) {
      add(deviation(variances[q]), normal, out, q * d, d);
    }
  }

  private double deviationAt(double[] x) {
    return steady ? steadyDeviation : deviation(variance.value(x));
  }

  private static void add(
      double deviation,
      ZigguratSampler.NormalizedGaussian normal,
      double[] out,
      int from,
      int count) {
    for (int k = from; k < from + count; k++) {
      out[k] += deviation * normal.sample();
    }
  }
}
