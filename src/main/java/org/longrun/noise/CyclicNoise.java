package org.longrun.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;

/**
 * What SGD with the step sizes ηa_1, …, ηa_m in turn feels as noise (theory, section 8): over times
 * long against m iterations its Hamiltonian is (1/m)Σ_j H(x, a_j p) = ⟨a⟩·[K̃(x, −p) − ⟨p, ∇f⟩]
 * with K̃(x, v) = Σ_j K(x, a_j v)/(m⟨a⟩). The factor ⟨a⟩ changes the speed and no cost.
 *
 * <p>For Gaussian noise K̃ is Gaussian of covariance Σ·⟨a²⟩/⟨a⟩. Samplers draw the noise of one
 * gradient, as the runs multiply the step themselves.
 */
final class CyclicNoise implements NoiseModel {
  private final NoiseModel each;
  private final double[] factors;
  private final double share;

  /**
   * The noise of a cycle.
   *
   * @param each the noise of one gradient
   * @param factors a_j &gt; 0
   */
  CyclicNoise(NoiseModel each, List<Double> factors) {
    this.each = each;
    this.factors = factors.stream().mapToDouble(a -> a).toArray();
    this.share = 1 / factors.stream().mapToDouble(a -> a).sum();
  }

  private CyclicNoise(NoiseModel each, CyclicNoise cycle) {
    this.each = each;
    this.factors = cycle.factors;
    this.share = cycle.share;
  }

  @Override
  public int dimension() {
    return each.dimension();
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(each.at(x), factors, share, x.length);
  }

  @Override
  public Sampler sampler() {
    return each.sampler();
  }

  @Override
  public GradientSplit split(ScalarField objective) {
    GradientSplit split = each.split(objective);
    return new GradientSplit(split.steady(), new CyclicNoise(split.random(), this));
  }

  @Override
  public NoiseModel diffusion() {
    return new CyclicNoise(each.diffusion(), this);
  }

  /** A mean of drifts lies in the hull of the drifts. */
  @Override
  public Optional<DriftBound> driftBound() {
    return each.driftBound();
  }

  @Override
  public boolean hasAtoms() {
    return each.hasAtoms();
  }

  @Override
  public Optional<Enclosure> size() {
    return each.size();
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return each.isSmooth(lower, upper);
  }

  private static final class AtPoint implements Local {
    private final Local each;
    private final double[] factors;
    private final double share;
    private final double[] scaled;

    AtPoint(Local each, double[] factors, double share, int dimension) {
      this.each = each;
      this.factors = factors;
      this.share = share;
      this.scaled = new double[dimension];
    }

    private double[] times(double a, double[] v) {
      for (int k = 0; k < scaled.length; k++) {
        scaled[k] = a * v[k];
      }
      return scaled;
    }

    /** A derivative of K at a·v into an array. */
    private interface Part {
      void write(double[] v, double[] out);
    }

    /** Σ_j a_j^power·part(a_j v)·share. */
    private void sum(double[] v, int power, Part part, double[] out, int length) {
      double[] term = new double[length];
      Arrays.fill(out, 0, length, 0);
      for (double a : factors) {
        part.write(times(a, v), term);
        double weight = share * Math.pow(a, power);
        for (int k = 0; k < length; k++) {
          out[k] += weight * term[k];
        }
      }
    }

    @Override
    public double cumulant(double[] v) {
      double sum = 0;
      for (double a : factors) {
        sum += each.cumulant(times(a, v));
      }
      return share * sum;
    }

    @Override
    public void gradient(double[] v, double[] out) {
      sum(v, 1, each::gradient, out, scaled.length);
    }

    @Override
    public void hessian(double[] v, double[] out) {
      sum(v, 2, each::hessian, out, scaled.length * scaled.length);
    }

    @Override
    public void spaceGradient(double[] v, double[] out) {
      sum(v, 0, each::spaceGradient, out, scaled.length);
    }

    @Override
    public void mixedHessian(double[] v, double[] out) {
      sum(v, 1, each::mixedHessian, out, scaled.length * scaled.length);
    }

    @Override
    public void covariance(double[] out) {
      each.covariance(out);
      for (int k = 0; k < scaled.length * scaled.length; k++) {
        out[k] *= spread();
      }
    }

    /** ⟨a²⟩/⟨a⟩. */
    private double spread() {
      double squares = 0;
      for (double a : factors) {
        squares += a * a;
      }
      return share * squares;
    }

    /** The mean of the hulls a_j·C, C convex, is ⟨a⟩·C. */
    @Override
    public boolean reaches(double[] mean, double[] direction) {
      return each.reaches(mean, direction);
    }

    @Override
    public boolean isQuadratic() {
      return each.isQuadratic();
    }

    @Override
    public double isotropicVariance() {
      return spread() * each.isotropicVariance();
    }
  }
}
