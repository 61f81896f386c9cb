package org.longrun.landscape;

import java.util.Arrays;

/** The finite sum of a network's losses over its samples, by backpropagation. */
final class NetworkRisk implements EmpiricalRisk {
  private final NetworkShape shape;
  private final int samples;
  private final int width;
  private final double[] data;
  private final ScalarField regularizer;
  private final ThreadLocal<BackPropagation> passes;

  /**
   * The sum.
   *
   * @param data sample by sample, inputs and then targets; not copied
   */
  NetworkRisk(NetworkShape shape, OutputLoss loss, double[] data, ScalarField regularizer) {
    this.shape = shape;
    this.data = data;
    this.regularizer = regularizer;
    width = shape.width(0) + shape.width(shape.depth());
    samples = data.length / width;
    passes = ThreadLocal.withInitial(() -> new BackPropagation(shape, loss));
  }

  @Override
  public int dimension() {
    return shape.dimension();
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public ScalarField regularizer() {
    return regularizer;
  }

  /** Every activation but relu, and every loss, has bounded second derivatives on bounded sets. */
  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return shape.activation() != Activation.RELU;
  }

  @Override
  public void losses(double[] x, double[] out) {
    BackPropagation pass = passes.get();
    for (int i = 0; i < samples; i++) {
      out[i] = pass.loss(x, data, i * width);
    }
  }

  @Override
  public void gradients(double[] x, double[] out) {
    BackPropagation pass = passes.get();
    for (int i = 0; i < samples; i++) {
      pass.gradient(x, data, i * width, out, i * dimension());
    }
  }

  @Override
  public void gradient(int sample, double[] x, double[] out) {
    passes.get().gradient(x, data, sample * width, out, 0);
  }

  @Override
  public void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out) {
    Arrays.fill(out, 0, dimension(), 0);
    BackPropagation pass = passes.get();
    for (int i = 0; i < samples; i++) {
      if (weights[i] != 0) {
        pass.addHessianVector(
            x, data, i * width, new BackPropagation.Direction(v, weights[i]), out);
      }
    }
  }

  @Override
  public void weightedHessian(double[] x, double[] weights, double[] out) {
    int d = dimension();
    double[] column = new double[d];
    double[] unit = new double[d];
    for (int k = 0; k < d; k++) {
      unit[k] = 1;
      weightedHessianVector(x, weights, unit, column);
      unit[k] = 0;
      System.arraycopy(column, 0, out, k * d, d);
    }
    symmetrize(out, d);
  }

  private static void symmetrize(double[] matrix, int d) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (matrix[i * d + j] + matrix[j * d + i]) / 2;
        matrix[i * d + j] = mean;
        matrix[j * d + i] = mean;
      }
    }
  }
}
