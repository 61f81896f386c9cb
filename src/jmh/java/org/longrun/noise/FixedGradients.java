package org.longrun.noise;

import java.util.Arrays;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.ScalarField;

/** Linear samples: the gradients are given and the same everywhere. */
record FixedGradients(int samples, int dimension, double[] g) implements EmpiricalRisk {
  @Override
  public void losses(double[] x, double[] out) {
    throw new UnsupportedOperationException("a benchmark needs no losses");
  }

  @Override
  public void gradients(double[] x, double[] out) {
    System.arraycopy(g, 0, out, 0, g.length);
  }

  @Override
  public void gradient(int sample, double[] x, double[] out) {
    System.arraycopy(g, sample * dimension, out, 0, dimension);
  }

  @Override
  public void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out) {
    Arrays.fill(out, 0, dimension, 0);
  }

  @Override
  public void weightedHessian(double[] x, double[] weights, double[] out) {
    Arrays.fill(out, 0, dimension * dimension, 0);
  }

  @Override
  public ScalarField regularizer() {
    throw new UnsupportedOperationException("a benchmark needs no regularizer");
  }
}
