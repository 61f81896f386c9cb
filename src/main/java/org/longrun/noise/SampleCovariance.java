package org.longrun.noise;

import org.longrun.landscape.EmpiricalRisk;
import org.longrun.numerics.Vectors;

/**
 * The covariance of a minibatch's gradient, Σ(x) = (c/n)Σ_i (g_i − ḡ)(g_i − ḡ)ᵀ with g_i = ∇f_i(x):
 * c = 1/b with replacement, (n − b)/(b(n − 1)) without.
 *
 * <p>With a_i = ⟨g_i − ḡ, v⟩: ∂(vᵀΣv)/∂x = (2c/n)Σ a_i ∇²f_i v and ∂(Σv)_k/∂x = (c/n)Σ [a_i ∇²f_i
 * e_k + (g_i − ḡ)_k ∇²f_i v]; the mean's own Hessian drops out because Σ a_i = 0.
 *
 * @param risk the sum
 * @param factor c
 */
record SampleCovariance(EmpiricalRisk risk, double factor) implements CovarianceField {
  @Override
  public int dimension() {
    return risk.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(risk, factor, x.clone());
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return risk.isSmooth(lower, upper);
  }

  /** Σ^(1/2)ξ by the Cholesky factor of Σ(x), singular where fewer than d gradients differ. */
  @Override
  public Root root() {
    return MatrixCovariance.root(dimension(), (x, out) -> at(x).matrix(out));
  }

  /** Takes the mean off n vectors of length d. */
  static void centre(double[] g, int n, int d) {
    for (int k = 0; k < d; k++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += g[i * d + k];
      }
      mean /= n;
      for (int i = 0; i < n; i++) {
        g[i * d + k] -= mean;
      }
    }
  }

  private static final class AtPoint implements Local {
    private final EmpiricalRisk risk;
    private final double[] x;
    private final int n;
    private final int d;
    private final double weight;
    private final double[] g;
    private final double[] a;
    private final double[] sigma;

    AtPoint(EmpiricalRisk risk, double factor, double[] x) {
      this.risk = risk;
      this.x = x;
      this.n = risk.samples();
      this.d = risk.dimension();
      this.weight = factor / n;
      this.g = new double[n * d];
      this.a = new double[n];
      this.sigma = new double[d * d];
      risk.gradients(x, g);
      centre(g, n, d);
      fill();
    }

    private void fill() {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < d; j++) {
          double scaled = weight * g[i * d + j];
          for (int k = 0; k < d; k++) {
            sigma[j * d + k] += scaled * g[i * d + k];
          }
        }
      }
    }

    /** Sets a_i, times c/n. */
    private void project(double[] v) {
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += g[i * d + k] * v[k];
        }
        a[i] = weight * sum;
      }
    }

    @Override
    public void multiply(double[] v, double[] out) {
      Vectors.multiply(sigma, v, out);
    }

    @Override
    public void matrix(double[] out) {
      System.arraycopy(sigma, 0, out, 0, d * d);
    }

    @Override
    public void formGradient(double[] v, double[] out) {
      project(v);
      risk.weightedHessianVector(x, a, v, out);
      for (int k = 0; k < d; k++) {
        out[k] *= 2;
      }
    }

    @Override
    public void productGradient(double[] v, double[] out) {
      project(v);
      risk.weightedHessian(x, a, out);
      double[] column = new double[d];
      for (int k = 0; k < d; k++) {
        for (int i = 0; i < n; i++) {
          a[i] = weight * g[i * d + k];
        }
        risk.weightedHessianVector(x, a, v, column);
        for (int i = 0; i < d; i++) {
          out[i * d + k] += column[i];
        }
      }
    }

    @Override
    public double isotropicVariance() {
      return Double.NaN;
    }

    @Override
    public boolean reaches(double[] mean, double[] direction, double bound) {
      return Ellipsoid.reaches(sigma, mean, direction, bound);
    }
  }
}
