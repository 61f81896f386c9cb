package org.longrun.noise;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.longrun.landscape.ScalarField;

/**
 * Draws of Z = Σ^(1/2)(x)ξ with ξ standard normal, or standard normal given ‖ξ‖ ≤ ρ.
 *
 * <p>The bounded ξ is drawn by rejection from the normal law; where that would reject too often (ρ²
 * well below d) as a uniform direction times a radius r, with s = log r by rejection from the
 * exponential law that touches the log-concave density e^{ds − e^{2s}/2} at s = log ρ (L. Devroye,
 * <em>Non-Uniform Random Variate Generation</em>, 1986, section VII.2).
 */
final class GaussianDraws implements NoiseModel.Sampler {
  private final ScalarField objective;
  private final CovarianceField.Root root;
  private final double bound;
  private final boolean rarelyInside;
  private final double[] xi;
  private final double[] point;
  private final StandardNormal gaussian = new StandardNormal();

  GaussianDraws(ScalarField objective, CovarianceField.Root root, double bound) {
    int d = objective.dimension();
    this.objective = objective;
    this.root = root;
    this.bound = bound;
    this.rarelyInside = bound * bound < Math.max(d / 2.0, d - Math.sqrt(2.0 * d));
    this.xi = new double[d];
    this.point = new double[d];
  }

  @Override
  public void sample(double[] x, UniformRandomProvider random, double[] out) {
    Arrays.fill(out, 0, xi.length, 0);
    draw(gaussian.of(random), random);
    root.addProduct(x, xi, out, 0);
  }

  @Override
  public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
    objective.gradient(x, out);
    draw(gaussian.of(random), random);
    root.addProduct(x, xi, out, 0);
  }

  @Override
  public void stochasticGradients(
      double[] x, int count, int d, UniformRandomProvider random, double[] out) {
    objective.gradients(x, count, out);
    ZigguratSampler.NormalizedGaussian normal = gaussian.of(random);
    for (int q = 0; q < count; q++) {
      System.arraycopy(x, q * d, point, 0, d);
      draw(normal, random);
      root.addProduct(point, xi, out, q * d);
    }
  }

  /** Sets ξ. */
  private void draw(ZigguratSampler.NormalizedGaussian normal, UniformRandomProvider random) {
    double square = standard(normal);
    if (bound == Double.POSITIVE_INFINITY) {
      return;
    }
    if (rarelyInside) {
      double factor = radius(random) / Math.sqrt(square);
      for (int k = 0; k < xi.length; k++) {
        xi[k] *= factor;
      }
      return;
    }
    while (square > bound * bound) {
      square = standard(normal);
    }
  }

  /** Sets ξ to a standard normal draw; returns ‖ξ‖². */
  private double standard(ZigguratSampler.NormalizedGaussian normal) {
    double square = 0;
    for (int k = 0; k < xi.length; k++) {
      double draw = normal.sample();
      xi[k] = draw;
      square += draw * draw;
    }
    return square;
  }

  /** ‖ξ‖ given that it is at most ρ, for ρ² &lt; d. */
  private double radius(UniformRandomProvider random) {
    double edge = bound * bound;
    double rate = xi.length - edge;
    while (true) {
      double below = -Math.log1p(-random.nextDouble()) / rate;
      double square = edge * Math.exp(-2 * below);
      double exponent = (edge - square) / 2 - edge * below;
      if (Math.log1p(-random.nextDouble()) <= exponent) {
        return Math.sqrt(square);
      }
    }
  }
}
