package org.longrun.dynamics;

/**
 * H(x, p) + ε‖p‖²/2: the same dynamics with independent Gaussian noise of variance ε added to every
 * coordinate.
 *
 * <p>Then every path is possible and none costs more than without. As ε falls to 0 the least cost
 * of a path between two points rises to that of H itself, to +∞ where H allows none: the relaxation
 * finds a way where most curves are impossible, and tells where there is none.
 */
public final class RelaxedHamiltonian implements Hamiltonian {
  private final Hamiltonian strict;
  private final double variance;

  /**
   * The relaxation of H.
   *
   * @param strict H
   * @param variance ε &gt; 0
   */
  public RelaxedHamiltonian(Hamiltonian strict, double variance) {
    this.strict = strict;
    this.variance = variance;
  }

  @Override
  public int dimension() {
    return strict.dimension();
  }

  @Override
  public double loss(double[] x) {
    return strict.loss(x);
  }

  @Override
  public Local at(double[] x) {
    return new AtPoint(strict.at(x), variance, x.length);
  }

  private record AtPoint(Local strict, double variance, int dimension) implements Local {
    @Override
    public double value(double[] p) {
      double square = 0;
      for (int k = 0; k < dimension; k++) {
        square += p[k] * p[k];
      }
      return strict.value(p) + variance * square / 2;
    }

    @Override
    public void momentumGradient(double[] p, double[] out) {
      strict.momentumGradient(p, out);
      for (int k = 0; k < dimension; k++) {
        out[k] += variance * p[k];
      }
    }

    @Override
    public void momentumHessian(double[] p, double[] out) {
      strict.momentumHessian(p, out);
      for (int k = 0; k < dimension; k++) {
        out[k * dimension + k] += variance;
      }
    }

    @Override
    public void spaceGradient(double[] p, double[] out) {
      strict.spaceGradient(p, out);
    }

    @Override
    public void mixedHessian(double[] p, double[] out) {
      strict.mixedHessian(p, out);
    }

    @Override
    public void lossGradient(double[] out) {
      strict.lossGradient(out);
    }

    @Override
    public boolean isQuadratic() {
      return strict.isQuadratic();
    }

    @Override
    public double isotropicVariance() {
      return strict.isotropicVariance() + variance;
    }
  }
}
