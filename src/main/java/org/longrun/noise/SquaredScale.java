package org.longrun.noise;

import org.longrun.landscape.ScalarField;

/**
 * The variance c·s(x)² of a coordinate of scale s(x).
 *
 * @param scale s
 * @param factor c
 */
record SquaredScale(ScalarField scale, double factor) implements ScalarField {
  @Override
  public int dimension() {
    return scale.dimension();
  }

  @Override
  public boolean isConstant() {
    return scale.isConstant();
  }

  @Override
  public double value(double[] x) {
    double s = scale.value(x);
    return factor * s * s;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double slope = 2 * factor * scale.value(x);
    scale.gradient(x, out);
    for (int k = 0; k < x.length; k++) {
      out[k] *= slope;
    }
  }

  @Override
  public void hessian(double[] x, double[] out) {
    int d = x.length;
    double s = scale.value(x);
    double[] gradient = new double[d];
    scale.gradient(x, gradient);
    scale.hessian(x, out);
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        out[i * d + k] = 2 * factor * (s * out[i * d + k] + gradient[i] * gradient[k]);
      }
    }
  }
}
