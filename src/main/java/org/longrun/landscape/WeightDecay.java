package org.longrun.landscape;

import java.util.Arrays;

/**
 * r(x) = (λ/2) ‖x‖², whose gradient λx is what optimisers call weight decay; biases decay too.
 *
 * @param dimension d
 * @param rate λ ≥ 0
 */
record WeightDecay(int dimension, double rate) implements ScalarField {
  @Override
  public double value(double[] x) {
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      sum += x[k] * x[k];
    }
    return rate * sum / 2;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    for (int k = 0; k < dimension; k++) {
      out[k] = rate * x[k];
    }
  }

  @Override
  public void hessian(double[] x, double[] out) {
    Arrays.fill(out, 0, dimension * dimension, 0);
    for (int k = 0; k < dimension; k++) {
      out[k * dimension + k] = rate;
    }
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    gradient(v, out);
  }

  @Override
  public boolean isConstant() {
    return rate == 0;
  }
}
