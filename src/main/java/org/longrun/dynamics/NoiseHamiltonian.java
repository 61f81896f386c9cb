package org.longrun.dynamics;

import java.util.Arrays;
import java.util.Optional;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;
import org.longrun.noise.GradientSplit;
import org.longrun.noise.NoiseModel;

/**
 * H(x, p) = K(x, −p) − ⟨p, ∇f(x)⟩ from any noise and any loss: H_p = −K_v(x, −p) − ∇f, H_pp =
 * K_vv(x, −p), H_x = K_x(x, −p) − ∇²f p, ∂²H/∂x∂p = −∂²K/∂x∂v(x, −p) − ∇²f.
 *
 * <p>With the gradient split into ∇r + G (finite sums), r stands for f and log E exp⟨v, G⟩ for K.
 */
final class NoiseHamiltonian implements Hamiltonian {
  private final ScalarField objective;
  private final Optional<Enclosure> size;
  private final ScalarField steady;
  private final NoiseModel random;

  NoiseHamiltonian(ScalarField objective, NoiseModel noise) {
    GradientSplit split = noise.split(objective);
    this.objective = objective;
    this.size = objective.dimension() == 1 ? noise.size() : Optional.empty();
    this.steady = split.steady();
    this.random = split.random();
  }

  @Override
  public int dimension() {
    return steady.dimension();
  }

  @Override
  public boolean isRough() {
    return random.hasAtoms();
  }

  @Override
  public double loss(double[] x) {
    return objective.value(x);
  }

  @Override
  public Optional<Enclosure> noiseSize() {
    return size;
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(steady, random.at(x), x);
  }

  private static final class AtPoint implements Local {
    private final ScalarField steady;
    private final NoiseModel.Local noise;
    private final double[] x;
    private final double[] gradient;
    private final double[] opposite;
    private final double[] scratch;

    AtPoint(ScalarField steady, NoiseModel.Local noise, double[] x) {
      this.steady = steady;
      this.noise = noise;
      this.x = x.clone();
      this.gradient = new double[x.length];
      this.opposite = new double[x.length];
      this.scratch = new double[x.length];
      steady.gradient(x, gradient);
    }

    /** −p, where K and its derivatives are taken. */
    private double[] negative(double[] p) {
      for (int k = 0; k < opposite.length; k++) {
        opposite[k] = -p[k];
      }
      return opposite;
    }

    @Override
    public double value(double[] p) {
      double drift = 0;
      for (int k = 0; k < gradient.length; k++) {
        drift += p[k] * gradient[k];
      }
      return noise.cumulant(negative(p)) - drift;
    }

    @Override
    public void momentumGradient(double[] p, double[] out) {
      noise.gradient(negative(p), out);
      for (int k = 0; k < gradient.length; k++) {
        out[k] = -out[k] - gradient[k];
      }
    }

    @Override
    public void momentumHessian(double[] p, double[] out) {
      noise.hessian(negative(p), out);
    }

    @Override
    public void spaceGradient(double[] p, double[] out) {
      noise.spaceGradient(negative(p), out);
      steady.hessianVector(x, p, scratch);
      for (int k = 0; k < scratch.length; k++) {
        out[k] -= scratch[k];
      }
    }

    @Override
    public void mixedHessian(double[] p, double[] out) {
      noise.mixedHessian(negative(p), out);
      double[] hessian = new double[x.length * x.length];
      steady.hessian(x, hessian);
      for (int entry = 0; entry < hessian.length; entry++) {
        out[entry] = -out[entry] - hessian[entry];
      }
    }

    /** ∇f = ∇r + E G; but for finite sums G = Z and E G = 0. */
    @Override
    public void lossGradient(double[] out) {
      Arrays.fill(opposite, 0);
      noise.gradient(opposite, out);
      for (int k = 0; k < gradient.length; k++) {
        out[k] += gradient[k];
      }
    }

    @Override
    public boolean isQuadratic() {
      return noise.isQuadratic();
    }

    @Override
    public double isotropicVariance() {
      return noise.isotropicVariance();
    }

    /** A drift −∇f − Z along v is a stochastic gradient ∇f + Z along −v. */
    @Override
    public boolean reaches(double[] v) {
      return noise.reaches(gradient, negative(v));
    }
  }
}
