package org.longrun.noise;

import java.util.Arrays;
import java.util.Optional;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * Σ(x) = s(x)·I.
 *
 * <p>A variance below zero is rounding (a truly negative one is refused with the landscape file)
 * and counts as 0.
 */
final class IsotropicCovariance implements CovarianceField {
  private final ScalarField variance;

  IsotropicCovariance(ScalarField variance) {
    this.variance = variance;
  }

  /** s. */
  ScalarField variance() {
    return variance;
  }

  @Override
  public int dimension() {
    return variance.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(variance, x);
  }

  @Override
  public Optional<Enclosure> size() {
    return variance.enclosure();
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return variance.enclosure().filter(s -> s.isTwiceBounded(lower, upper)).isPresent();
  }

  @Override
  public Root root() {
    if (!variance.isConstant()) {
      return this::addVaryingProduct;
    }
    double deviation = Math.sqrt(clamped(variance.value(new double[dimension()])));
    return (x, xi, out, from) -> addScaled(deviation, xi, out, from);
  }

  private void addVaryingProduct(double[] x, double[] xi, double[] out, int from) {
    addScaled(Math.sqrt(clamped(variance.value(x))), xi, out, from);
  }

  private static void addScaled(double scale, double[] xi, double[] out, int from) {
    for (int k = 0; k < xi.length; k++) {
      out[from + k] += scale * xi[k];
    }
  }

  /** The variance without a rounding error below zero; NaN stays. */
  private static double clamped(double variance) {
    return variance < 0 ? 0 : variance;
  }

  private static final class AtPoint implements Local {
    private final ScalarField variance;
    private final double[] x;
    private final double s;

    AtPoint(ScalarField variance, double[] x) {
      this.variance = variance;
      this.x = x.clone();
      this.s = clamped(variance.value(x));
    }

    @Override
    public void multiply(double[] v, double[] out) {
      for (int k = 0; k < v.length; k++) {
        out[k] = s * v[k];
      }
    }

    @Override
    public void matrix(double[] out) {
      int d = x.length;
      Arrays.fill(out, 0, d * d, 0);
      for (int k = 0; k < d; k++) {
        out[k * d + k] = s;
      }
    }

    @Override
    public void formGradient(double[] v, double[] out) {
      if (variance.isConstant()) {
        Arrays.fill(out, 0, x.length, 0);
        return;
      }
      variance.gradient(x, out);
      double square = Vectors.dot(v, v);
      for (int k = 0; k < x.length; k++) {
        out[k] *= square;
      }
    }

    @Override
    public void productGradient(double[] v, double[] out) {
      int d = x.length;
      double[] gradient = new double[d];
      if (!variance.isConstant()) {
        variance.gradient(x, gradient);
      }
      Vectors.outer(gradient, v, out);
    }

    @Override
    public double isotropicVariance() {
      return s;
    }

    @Override
    public boolean reaches(double[] mean, double[] direction, double bound) {
      double[] variances = new double[x.length];
      Arrays.fill(variances, s);
      return new Ellipsoid(variances, bound).isMetBy(mean, direction);
    }
  }
}
