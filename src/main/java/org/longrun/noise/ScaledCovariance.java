package org.longrun.noise;

import java.util.Optional;
import org.longrun.landscape.Enclosure;

/**
 * c·Σ(x), c ≥ 0.
 *
 * @param covariance Σ
 * @param factor c
 */
record ScaledCovariance(CovarianceField covariance, double factor) implements CovarianceField {
  /** c·Σ, or Σ itself if c = 1. */
  static CovarianceField of(CovarianceField covariance, double factor) {
    return factor == 1 ? covariance : new ScaledCovariance(covariance, factor);
  }

  @Override
  public int dimension() {
    return covariance.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new Scaled(covariance.at(x), factor, x.length);
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
  public Root root() {
    Root root = covariance.root();
    double[] scaled = new double[dimension()];
    return (x, xi, out, from) -> {
      for (int k = 0; k < scaled.length; k++) {
        scaled[k] = Math.sqrt(factor) * xi[k];
      }
      root.addProduct(x, scaled, out, from);
    };
  }

  private record Scaled(Local local, double factor, int dimension) implements Local {
    private void scale(double[] out, int count) {
      for (int k = 0; k < count; k++) {
        out[k] *= factor;
      }
    }

    @Override
    public void multiply(double[] v, double[] out) {
      local.multiply(v, out);
      scale(out, dimension);
    }

    @Override
    public void matrix(double[] out) {
      local.matrix(out);
      scale(out, dimension * dimension);
    }

    @Override
    public void formGradient(double[] v, double[] out) {
      local.formGradient(v, out);
      scale(out, dimension);
    }

    @Override
    public void productGradient(double[] v, double[] out) {
      local.productGradient(v, out);
      scale(out, dimension * dimension);
    }

    @Override
    public double isotropicVariance() {
      return factor * local.isotropicVariance();
    }

    /** zᵀ(cΣ)⁻¹z ≤ ρ² where zᵀΣ⁻¹z ≤ cρ². */
    @Override
    public boolean reaches(double[] mean, double[] direction, double bound) {
      return local.reaches(mean, direction, bound * Math.sqrt(factor));
    }
  }
}
