package org.longrun.noise;

import java.util.Arrays;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.numerics.ConeProjection;
import org.longrun.numerics.Vectors;

/**
 * Γ(v) = log E exp⟨v, Ḡ⟩ of a minibatch's gradient Ḡ at a point, or of Ḡ less its mean: scores s_i
 * = ⟨v, g_i⟩/b, weights w_i of the tilted law, Γ_v = Σ w_i g_i, Γ_vv = Cov_w Ḡ, Γ_x = Σ w_i ∇²f_i
 * v, all in loops over the n·d sample gradients.
 *
 * <p>Holds the tilt of the last v, since value, gradient and Hessian are asked for one after the
 * other.
 */
final class MinibatchCumulant implements NoiseModel.Local {
  private final EmpiricalRisk risk;
  private final MinibatchLaw law;
  private final double[] x;
  private final double[] g;
  private final boolean centred;
  private final int n;
  private final int d;
  private final double[] scores;
  private final double[] tiltedAt;
  private final double[] mean;
  private MinibatchLaw.Tilt tilt;
  private boolean meanKnown;

  MinibatchCumulant(EmpiricalRisk risk, MinibatchLaw law, double[] x, boolean centred) {
    this.risk = risk;
    this.law = law;
    this.x = x.clone();
    this.n = risk.samples();
    this.d = risk.dimension();
    this.g = new double[n * d];
    this.centred = centred;
    risk.gradients(x, g);
    if (centred) {
      SampleCovariance.centre(g, n, d);
    }
    this.scores = new double[n];
    this.tiltedAt = new double[d];
    this.mean = new double[d];
    this.tilt = law.tilt(scores);
  }

  /** Sets the scores, the tilt and the weights for v. */
  private void prepare(double[] v) {
    if (Arrays.equals(v, tiltedAt)) {
      return;
    }
    System.arraycopy(v, 0, tiltedAt, 0, d);
    score(v, 1.0 / law.batch(), scores);
    tilt = law.tilt(scores);
    meanKnown = false;
  }

  /** Writes c·⟨v, g_i⟩ for every sample. */
  private void score(double[] v, double c, double[] out) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      int row = i * d;
      for (int k = 0; k < d; k++) {
        sum += v[k] * g[row + k];
      }
      out[i] = c * sum;
    }
  }

  @Override
  public double cumulant(double[] v) {
    prepare(v);
    return tilt.logMass();
  }

  @Override
  public void gradient(double[] v, double[] out) {
    System.arraycopy(mean(v), 0, out, 0, d);
  }

  /** Σ w_i g_i, the mean of the tilted law. */
  private double[] mean(double[] v) {
    prepare(v);
    if (!meanKnown) {
      double[] weights = tilt.weights();
      Arrays.fill(mean, 0);
      for (int i = 0; i < n; i++) {
        double weight = weights[i];
        int row = i * d;
        for (int k = 0; k < d; k++) {
          mean[k] += weight * g[row + k];
        }
      }
      meanKnown = true;
    }
    return mean;
  }

  @Override
  public void hessian(double[] v, double[] out) {
    double[] centre = mean(v);
    Arrays.fill(out, 0, d * d, 0);
    tilt.covariance(g, centre, out);
    for (int j = 0; j < d; j++) {
      for (int k = 0; k < j; k++) {
        out[k * d + j] = out[j * d + k];
      }
    }
  }

  @Override
  public void spaceGradient(double[] v, double[] out) {
    prepare(v);
    risk.weightedHessianVector(x, excess(), v, out);
  }

  /** w_i, or w_i − 1/n where the mean is taken off: the weights of ∇²f_i in the x-derivatives. */
  private double[] excess() {
    double[] weights = tilt.weights();
    if (!centred) {
      return weights;
    }
    double[] excess = new double[n];
    for (int i = 0; i < n; i++) {
      excess[i] = weights[i] - 1.0 / n;
    }
    return excess;
  }

  /** ∂²Γ/∂x∂v_k = Σ w_i ∇²f_i e_k + Σ_i u_ik ∇²f_i v, u the weighted deviations. */
  @Override
  public void mixedHessian(double[] v, double[] out) {
    double[] centre = mean(v);
    double[] deviations = new double[n * d];
    tilt.weightedDeviations(g, centre, deviations);
    risk.weightedHessian(x, excess(), out);
    double[] column = new double[n];
    double[] product = new double[d];
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < n; i++) {
        column[i] = deviations[i * d + k];
      }
      risk.weightedHessianVector(x, column, v, product);
      for (int i = 0; i < d; i++) {
        out[i * d + k] += product[i];
      }
    }
  }

  @Override
  public void covariance(double[] out) {
    hessian(new double[d], out);
  }

  /**
   * λ·direction = Σ w_i (g_i + mean) for a λ &gt; 0: the direction lies in the cone of g_i + mean.
   */
  @Override
  public boolean reaches(double[] mean, double[] direction) {
    double[] projections = new double[n];
    return ConeProjection.contains(
        (y, out) -> {
          score(y, 1, projections);
          System.arraycopy(mean, 0, out, 0, d);
          int[] best = law.best(projections);
          for (int i : best) {
            for (int k = 0; k < d; k++) {
              out[k] += g[i * d + k] / best.length;
            }
          }
          return Vectors.dot(y, out);
        },
        direction);
  }
}
