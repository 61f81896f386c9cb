package org.longrun.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/**
 * Independent bounded coordinates along an orthonormal basis: Z = s(x)·Σ_i ξ_i e_i with ξ_i of one
 * symmetric law on [−1, 1], so K(x, v) = Σ_i κ(s(x)⟨e_i, v⟩) (theory, section 1: uniform and
 * Rademacher).
 *
 * <p>The hull of its values is the box |⟨e_i, z⟩| ≤ s(x).
 */
final class IndependentNoise implements NoiseModel {
  /** Relative room for rounding when a point is held against the box. */
  private static final double ROUNDING = 1e-12;

  private final ScalarField objective;
  private final CoordinateLaw law;
  private final ScalarField scale;
  private final double @Nullable [] basis;

  /**
   * Noise along the axes.
   *
   * @param objective f
   * @param law the law of each ξ_i
   * @param scale s ≥ 0
   */
  static IndependentNoise alongAxes(ScalarField objective, CoordinateLaw law, ScalarField scale) {
    return new IndependentNoise(objective, law, scale, null);
  }

  /**
   * Noise along an orthonormal basis.
   *
   * @param basis e_1 … e_d, row by row
   */
  static IndependentNoise alongBasis(
      ScalarField objective, CoordinateLaw law, ScalarField scale, List<Double> basis) {
    double[] rows = basis.stream().mapToDouble(Double::doubleValue).toArray();
    boolean axes = Arrays.equals(rows, identity(scale.dimension()));
    return new IndependentNoise(objective, law, scale, axes ? null : rows);
  }

  private IndependentNoise(
      ScalarField objective, CoordinateLaw law, ScalarField scale, double @Nullable [] basis) {
    this.objective = objective;
    this.law = law;
    this.scale = scale;
    this.basis = basis;
  }

  private static double[] identity(int d) {
    double[] rows = new double[d * d];
    for (int k = 0; k < d; k++) {
      rows[k * d + k] = 1;
    }
    return rows;
  }

  @Override
  public int dimension() {
    return scale.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(x.clone(), Math.max(0, scale.value(x)));
  }

  @Override
  public Optional<Enclosure> size() {
    return scale.enclosure();
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return scale.enclosure().filter(s -> s.isLipschitz(lower, upper)).isPresent();
  }

  @Override
  public Sampler sampler() {
    return new Draws();
  }

  /** Covariance s²κ″(0)·I, whatever the basis. */
  @Override
  public NoiseModel diffusion() {
    ScalarField variance = new SquaredScale(scale, law.second(0));
    return new GaussianNoise(objective, new IsotropicCovariance(variance), RadialCumulant.WHOLE);
  }

  @Override
  public Optional<DriftBound> driftBound() {
    return BoundedDrift.box(objective, scale, basis);
  }

  /** Writes the coordinates ⟨e_i, v⟩. */
  private void coordinates(double[] v, double[] out) {
    int d = dimension();
    if (basis == null) {
      System.arraycopy(v, 0, out, 0, d);
      return;
    }
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        sum += basis[i * d + k] * v[k];
      }
      out[i] = sum;
    }
  }

  /** Adds Σ_i c_i e_i to {@code out[from … from+d−1]}. */
  private void addCombination(double[] c, double[] out, int from) {
    int d = dimension();
    for (int i = 0; i < d; i++) {
      if (basis == null) {
        out[from + i] += c[i];
      } else {
        for (int k = 0; k < d; k++) {
          out[from + k] += c[i] * basis[i * d + k];
        }
      }
    }
  }

  private final class AtPoint implements Local {
    private final double[] x;
    private final double s;
    private final double[] y;

    AtPoint(double[] x, double s) {
      this.x = x;
      this.s = s;
      this.y = new double[x.length];
    }

    @Override
    public double cumulant(double[] v) {
      coordinates(v, y);
      double sum = 0;
      for (double t : y) {
        sum += law.cumulant(s * t);
      }
      return sum;
    }

    @Override
    public void gradient(double[] v, double[] out) {
      coordinates(v, y);
      for (int i = 0; i < y.length; i++) {
        y[i] = s * law.first(s * y[i]);
      }
      Arrays.fill(out, 0, y.length, 0);
      addCombination(y, out, 0);
    }

    @Override
    public void hessian(double[] v, double[] out) {
      coordinates(v, y);
      for (int i = 0; i < y.length; i++) {
        y[i] = s * s * law.second(s * y[i]);
      }
      writeForm(y, out);
    }

    /** Writes Σ_i c_i e_i e_iᵀ. */
    private void writeForm(double[] c, double[] out) {
      if (basis != null) {
        OuterProducts.sum(c, basis, out);
        return;
      }
      int d = c.length;
      Arrays.fill(out, 0, d * d, 0);
      for (int i = 0; i < d; i++) {
        out[i * d + i] = c[i];
      }
    }

    @Override
    public void spaceGradient(double[] v, double[] out) {
      if (scale.isConstant()) {
        Arrays.fill(out, 0, x.length, 0);
        return;
      }
      coordinates(v, y);
      double slope = 0;
      for (double t : y) {
        slope += t * law.first(s * t);
      }
      scale.gradient(x, out);
      for (int k = 0; k < x.length; k++) {
        out[k] *= slope;
      }
    }

    @Override
    public void mixedHessian(double[] v, double[] out) {
      int d = x.length;
      double[] gradient = new double[d];
      double[] slope = new double[d];
      if (!scale.isConstant()) {
        scale.gradient(x, gradient);
      }
      coordinates(v, y);
      for (int i = 0; i < d; i++) {
        y[i] = law.first(s * y[i]) + s * y[i] * law.second(s * y[i]);
      }
      addCombination(y, slope, 0);
      Vectors.outer(gradient, slope, out);
    }

    @Override
    public void covariance(double[] out) {
      Arrays.fill(y, s * s * law.second(0));
      writeForm(y, out);
    }

    /** The λ with |λ⟨e_i, direction⟩ − ⟨e_i, mean⟩| ≤ s form an interval: the box cut by a ray. */
    @Override
    public boolean reaches(double[] mean, double[] direction) {
      double[] m = new double[x.length];
      coordinates(mean, m);
      coordinates(direction, y);
      double room = s + ROUNDING * (s + largest(m));
      double least = 0;
      double most = Double.POSITIVE_INFINITY;
      for (int i = 0; i < m.length; i++) {
        if (y[i] != 0) {
          double near = (m[i] - Math.signum(y[i]) * room) / y[i];
          double far = (m[i] + Math.signum(y[i]) * room) / y[i];
          least = Math.max(least, near);
          most = Math.min(most, far);
        } else if (!(Math.abs(m[i]) <= room)) {
          return false;
        }
      }
      return least <= most && most * largest(y) > 10 * (room - s);
    }

    private double largest(double[] values) {
      double largest = 0;
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value));
      }
      return largest;
    }
  }

  private final class Draws implements Sampler {
    private final int d = dimension();
    private final boolean steady = scale.isConstant();
    private final double steadyScale = steady ? scale.value(new double[d]) : Double.NaN;
    private final double[] point = new double[d];
    private final double[] xi = new double[d];

    @Override
    public void sample(double[] x, UniformRandomProvider random, double[] out) {
      Arrays.fill(out, 0, d, 0);
      add(x, 0, random, out);
    }

    @Override
    public void stochasticGradient(double[] x, UniformRandomProvider random, double[] out) {
      objective.gradient(x, out);
      add(x, 0, random, out);
    }

    @Override
    public void stochasticGradients(
        double[] x, int count, int dimension, UniformRandomProvider random, double[] out) {
      objective.gradients(x, count, out);
      for (int q = 0; q < count; q++) {
        add(x, q * d, random, out);
      }
    }

    /** Adds one draw of Z at the point x[from …] to out[from …]. */
    private void add(double[] x, int from, UniformRandomProvider random, double[] out) {
      double s = steadyScale;
      if (!steady) {
        System.arraycopy(x, from, point, 0, d);
        s = Math.max(0, scale.value(point));
      }
      if (basis == null) {
        law.addDraws(random, s, out, from, d);
        return;
      }
      Arrays.fill(xi, 0);
      law.addDraws(random, s, xi, 0, d);
      addCombination(xi, out, from);
    }
  }
}
