package org.longrun.noise;

import java.util.Optional;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * Gaussian noise with covariance Σ(x), whole or truncated to ‖Σ^(−1/2)Z‖ ≤ ρ: K(x, v) = φ(vᵀΣ(x)v)
 * with φ(q) = q/2 for the whole one (theory, section 1).
 *
 * <p>Where Σ(x) is singular or zero the noise is degenerate there and nothing throws.
 */
final class GaussianNoise implements NoiseModel {
  private final ScalarField objective;
  private final CovarianceField covariance;
  private final RadialCumulant radial;

  GaussianNoise(ScalarField objective, CovarianceField covariance, RadialCumulant radial) {
    this.objective = objective;
    this.covariance = covariance;
    this.radial = radial;
  }

  @Override
  public int dimension() {
    return covariance.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(covariance.at(x), radial, covariance.dimension());
  }

  @Override
  public Optional<Enclosure> size() {
    return covariance.size();
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return covariance.isSmooth(lower, upper);
  }

  @Override
  public Sampler sampler() {
    return radial == RadialCumulant.WHOLE && covariance instanceof IsotropicCovariance isotropic
        ? new IsotropicDraws(objective, isotropic.variance())
        : new GaussianDraws(objective, covariance.root(), radial.bound());
  }

  /** The whole Gaussian; the covariance of a truncated one is 2φ′(0)Σ. */
  @Override
  public NoiseModel diffusion() {
    double[] atZero = new double[3];
    radial.evaluate(0, atZero);
    CovarianceField same = ScaledCovariance.of(covariance, 2 * atZero[1]);
    return new GaussianNoise(objective, same, RadialCumulant.WHOLE);
  }

  @Override
  public Optional<DriftBound> driftBound() {
    return radial != RadialCumulant.WHOLE && covariance instanceof IsotropicCovariance isotropic
        ? BoundedDrift.ball(objective, isotropic.variance(), radial.bound())
        : Optional.empty();
  }

  private static final class AtPoint implements Local {
    private final CovarianceField.Local sigma;
    private final RadialCumulant radial;
    private final boolean whole;
    private final int dimension;
    private final double[] product;
    private final double[] phi = new double[3];
    private double phiAt = Double.NaN;

    AtPoint(CovarianceField.Local sigma, RadialCumulant radial, int dimension) {
      this.sigma = sigma;
      this.radial = radial;
      this.whole = radial == RadialCumulant.WHOLE;
      this.dimension = dimension;
      this.product = new double[dimension];
    }

    /** Sets product = Σv and phi = φ(q), φ′(q), φ″(q). */
    private void prepare(double[] v) {
      sigma.multiply(v, product);
      double q = Vectors.dot(v, product);
      if (q != phiAt) {
        radial.evaluate(q < 0 ? 0 : q, phi);
        phiAt = q;
      }
    }

    @Override
    public double cumulant(double[] v) {
      prepare(v);
      return phi[0];
    }

    @Override
    public void gradient(double[] v, double[] out) {
      prepare(v);
      for (int k = 0; k < dimension; k++) {
        out[k] = 2 * phi[1] * product[k];
      }
    }

    @Override
    public void hessian(double[] v, double[] out) {
      sigma.matrix(out);
      if (whole) {
        return;
      }
      prepare(v);
      for (int i = 0; i < dimension; i++) {
        for (int k = 0; k < dimension; k++) {
          int entry = i * dimension + k;
          out[entry] = 2 * phi[1] * out[entry] + 4 * phi[2] * product[i] * product[k];
        }
      }
    }

    @Override
    public void spaceGradient(double[] v, double[] out) {
      prepare(v);
      sigma.formGradient(v, out);
      for (int k = 0; k < dimension; k++) {
        out[k] *= phi[1];
      }
    }

    @Override
    public void mixedHessian(double[] v, double[] out) {
      prepare(v);
      sigma.productGradient(v, out);
      double[] form = new double[dimension];
      if (phi[2] != 0) {
        sigma.formGradient(v, form);
      }
      for (int i = 0; i < dimension; i++) {
        for (int k = 0; k < dimension; k++) {
          int entry = i * dimension + k;
          out[entry] = 2 * phi[1] * out[entry] + 2 * phi[2] * form[i] * product[k];
        }
      }
    }

    @Override
    public void covariance(double[] out) {
      sigma.matrix(out);
      if (whole) {
        return;
      }
      double[] atZero = new double[3];
      radial.evaluate(0, atZero);
      for (int entry = 0; entry < dimension * dimension; entry++) {
        out[entry] *= 2 * atZero[1];
      }
    }

    @Override
    public boolean reaches(double[] mean, double[] direction) {
      return sigma.reaches(mean, direction, radial.bound());
    }

    @Override
    public boolean isQuadratic() {
      return whole;
    }

    @Override
    public double isotropicVariance() {
      return whole ? sigma.isotropicVariance() : Double.NaN;
    }
  }
}
