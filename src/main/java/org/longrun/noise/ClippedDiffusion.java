package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.landscape.ScalarField;

/**
 * The Gaussian with the mean and the variance of a clipped gradient on a line: the noise of the
 * diffusion dX = −E G dt + √(η Var G) dW that is often put in the place of clipped SGD.
 *
 * @param objective f, in one variable
 * @param whole the Gaussian noise before the cut
 * @param variance its variance, &gt; 0
 * @param norm c &gt; 0
 * @param centred whether the mean is taken off
 */
record ClippedDiffusion(
    ScalarField objective, NoiseModel whole, double variance, double norm, boolean centred)
    implements NoiseModel {
  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public NoiseModel diffusion() {
    return this;
  }

  @Override
  public GradientSplit split(ScalarField loss) {
    return new GradientSplit(
        NoField.ON_LINE, new ClippedDiffusion(objective, whole, variance, norm, false));
  }

  private ClippedLaw law(double[] x) {
    double[] slope = new double[1];
    objective.gradient(x, slope);
    return new ClippedLaw(slope[0], variance, norm);
  }

  @Override
  public Local at(double[] x) {
    ClippedLaw law = law(x);
    double[] bend = new double[1];
    objective.hessian(x, bend);
    ClippedLaw.Moments still = law.moments(0);
    return new AtPoint(
        centred ? 0 : still.first(),
        still.second(),
        centred ? 0 : bend[0] * still.bySlopeAndV(),
        bend[0] * law.varianceSlope());
  }

  @Override
  public Sampler sampler() {
    return new Draws(whole.sampler());
  }

  private final class Draws implements Sampler {
    private final Sampler normal;

    Draws(Sampler normal) {
      this.normal = normal;
    }

    @Override
    public void sample(double[] x, UniformRandomProvider random, double[] out) {
      normal.sample(x, random, out);
      out[0] *= Math.sqrt(law(x).moments(0).second() / variance);
    }

    @Override
    public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
      sample(x, random, out);
      out[0] += law(x).mean();
    }
  }

  /** K = μv + ½sv² and its derivatives. */
  private record AtPoint(double mean, double square, double meanSlope, double squareSlope)
      implements Local {
    @Override
    public double cumulant(double[] v) {
      return v[0] * (mean + square * v[0] / 2);
    }

    @Override
    public void gradient(double[] v, double[] out) {
      out[0] = mean + square * v[0];
    }

    @Override
    public void hessian(double[] v, double[] out) {
      out[0] = square;
    }

    @Override
    public void spaceGradient(double[] v, double[] out) {
      out[0] = v[0] * (meanSlope + squareSlope * v[0] / 2);
    }

    @Override
    public void mixedHessian(double[] v, double[] out) {
      out[0] = meanSlope + squareSlope * v[0];
    }

    @Override
    public void covariance(double[] out) {
      out[0] = square;
    }
  }
}
