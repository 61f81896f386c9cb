package org.longrun.noise;

import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.landscape.ScalarField;

/**
 * One variable, Gaussian noise of constant variance s, gradients clipped to [−c, c]: G = clip(f′ +
 * Z), log E exp(vG) in closed form (theory, section 8; the method is that of R. Pascanu, T.
 * Mikolov, Y. Bengio, <em>On the difficulty of training recurrent neural networks</em>, ICML 2013).
 *
 * <p>As the noise is symmetric the mean of G has the sign of f′: the critical points are those of
 * f, and the mean flow runs the same way.
 */
final class ClippedNoise implements NoiseModel {
  private final ScalarField objective;
  private final NoiseModel whole;
  private final double variance;
  private final double norm;
  private final boolean centred;

  /**
   * The noise of clipped gradients, its mean taken off.
   *
   * @param objective f, in one variable
   * @param whole the Gaussian noise before the cut
   * @param variance s &gt; 0
   * @param norm c &gt; 0
   */
  ClippedNoise(ScalarField objective, NoiseModel whole, double variance, double norm) {
    this(objective, whole, variance, norm, true);
  }

  private ClippedNoise(
      ScalarField objective, NoiseModel whole, double variance, double norm, boolean centred) {
    this.objective = objective;
    this.whole = whole;
    this.variance = variance;
    this.norm = norm;
    this.centred = centred;
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public Local at(double[] x) {
    double[] slope = new double[1];
    double[] bend = new double[1];
    objective.gradient(x, slope);
    objective.hessian(x, bend);
    return new AtPoint(new ClippedLaw(slope[0], variance, norm), bend[0], centred);
  }

  /** No steady part: the mean of G is in its cumulants. */
  @Override
  public GradientSplit split(ScalarField loss) {
    return new GradientSplit(
        NoField.ON_LINE, new ClippedNoise(objective, whole, variance, norm, false));
  }

  @Override
  public NoiseModel diffusion() {
    return new ClippedDiffusion(objective, whole, variance, norm, centred);
  }

  @Override
  public Sampler sampler() {
    return new Cut(whole.sampler());
  }

  private final class Cut implements Sampler {
    private final Sampler uncut;

    Cut(Sampler uncut) {
      this.uncut = uncut;
    }

    @Override
    public void sample(double[] x, UniformRandomProvider random, double[] out) {
      stochasticGradient(x, random, out);
      double[] slope = new double[1];
      objective.gradient(x, slope);
      out[0] -= new ClippedLaw(slope[0], variance, norm).mean();
    }

    @Override
    public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
      uncut.stochasticGradient(x, random, out);
      cut(out, 1);
    }

    @Override
    public void stochasticGradients(
        double[] x, int count, int d, UniformRandomProvider random, double[] out) {
      uncut.stochasticGradients(x, count, d, random, out);
      cut(out, count);
    }

    private void cut(double[] out, int count) {
      for (int k = 0; k < count; k++) {
        out[k] = Math.max(-norm, Math.min(norm, out[k]));
      }
    }
  }

  /** The law at a point under the interface of noise, with ∂/∂x = f″·∂/∂m. */
  private static final class AtPoint implements Local {
    private final ClippedLaw law;
    private final double bend;
    private final double mean;
    private final double meanSlope;

    AtPoint(ClippedLaw law, double bend, boolean centred) {
      this.law = law;
      this.bend = bend;
      this.mean = centred ? law.mean() : 0;
      this.meanSlope = centred ? law.moments(0).bySlopeAndV() : 0;
    }

    @Override
    public double cumulant(double[] v) {
      return law.moments(v[0]).log() - v[0] * mean;
    }

    @Override
    public void gradient(double[] v, double[] out) {
      out[0] = law.moments(v[0]).first() - mean;
    }

    @Override
    public void hessian(double[] v, double[] out) {
      out[0] = law.moments(v[0]).second();
    }

    @Override
    public void spaceGradient(double[] v, double[] out) {
      out[0] = bend * (law.moments(v[0]).bySlope() - v[0] * meanSlope);
    }

    @Override
    public void mixedHessian(double[] v, double[] out) {
      out[0] = bend * (law.moments(v[0]).bySlopeAndV() - meanSlope);
    }

    @Override
    public void covariance(double[] out) {
      out[0] = law.moments(0).second();
    }
  }
}
