package org.longrun.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.SemidefiniteCholesky;
import org.longrun.numerics.Vectors;

/** Σ(x) entry by entry; constant entries are evaluated once. */
final class MatrixCovariance implements CovarianceField {
  private final int dimension;
  private final ScalarField[] entries;
  private final double @Nullable [] constant;

  /**
   * The covariance with these entries.
   *
   * @param entries Σ_ij, row by row, d² fields, symmetric
   */
  MatrixCovariance(List<ScalarField> entries) {
    this.entries = entries.toArray(ScalarField[]::new);
    this.dimension = entries.get(0).dimension();
    boolean varies = entries.stream().anyMatch(entry -> !entry.isConstant());
    this.constant = varies ? null : evaluate(new double[dimension]);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(x, constant == null ? evaluate(x) : constant);
  }

  @Override
  public Optional<Enclosure> size() {
    return dimension == 1 ? entries[0].enclosure() : Optional.empty();
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return Arrays.stream(entries)
        .map(ScalarField::enclosure)
        .allMatch(entry -> entry.filter(s -> s.isTwiceBounded(lower, upper)).isPresent());
  }

  @Override
  public Root root() {
    if (constant == null) {
      return root(dimension, this::evaluate);
    }
    SemidefiniteCholesky cholesky = new SemidefiniteCholesky(dimension);
    cholesky.factor(constant);
    return (x, xi, out, from) -> cholesky.addProduct(xi, out, from);
  }

  /** The Cholesky root of a covariance that varies with x. */
  static Root root(int dimension, BiConsumer<double[], double[]> covariance) {
    SemidefiniteCholesky cholesky = new SemidefiniteCholesky(dimension);
    double[] sigma = new double[dimension * dimension];
    return (x, xi, out, from) -> {
      covariance.accept(x, sigma);
      cholesky.factor(sigma);
      cholesky.addProduct(xi, out, from);
    };
  }

  private double[] evaluate(double[] x) {
    double[] sigma = new double[dimension * dimension];
    evaluate(x, sigma);
    return sigma;
  }

  /** Writes Σ(x): each pair of symmetric entries from the one above the diagonal. */
  private void evaluate(double[] x, double[] sigma) {
    for (int i = 0; i < dimension; i++) {
      for (int k = i; k < dimension; k++) {
        double value = entries[i * dimension + k].value(x);
        sigma[i * dimension + k] = value;
        sigma[k * dimension + i] = value;
      }
    }
  }

  @FunctionalInterface
  private interface EntryGradient {
    void accept(int i, int k, double[] gradient);
  }

  private final class AtPoint implements Local {
    private final double[] x;
    private final double[] sigma;

    AtPoint(double[] x, double[] sigma) {
      this.x = x.clone();
      this.sigma = sigma;
    }

    @Override
    public void multiply(double[] v, double[] out) {
      Vectors.multiply(sigma, v, out);
    }

    @Override
    public void matrix(double[] out) {
      System.arraycopy(sigma, 0, out, 0, sigma.length);
    }

    @Override
    public void formGradient(double[] v, double[] out) {
      Arrays.fill(out, 0, dimension, 0);
      forVarying(
          (i, k, gradient) -> Vectors.addScaled((k == i ? 1 : 2) * v[i] * v[k], gradient, out));
    }

    @Override
    public void productGradient(double[] v, double[] out) {
      Arrays.fill(out, 0, dimension * dimension, 0);
      forVarying(
          (i, k, gradient) -> {
            addColumn(v[k], gradient, out, i);
            if (k != i) {
              addColumn(v[i], gradient, out, k);
            }
          });
    }

    /** Hands over ∂Σ_ik/∂x for i ≤ k, entry by entry, where it is not zero throughout. */
    private void forVarying(EntryGradient use) {
      if (constant != null) {
        return;
      }
      double[] gradient = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        for (int k = i; k < dimension; k++) {
          ScalarField entry = entries[i * dimension + k];
          if (!entry.isConstant()) {
            entry.gradient(x, gradient);
            use.accept(i, k, gradient);
          }
        }
      }
    }

    private void addColumn(double factor, double[] gradient, double[] out, int column) {
      for (int i = 0; i < dimension; i++) {
        out[i * dimension + column] += factor * gradient[i];
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
