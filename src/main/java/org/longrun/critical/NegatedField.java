package org.longrun.critical;

import org.longrun.landscape.ScalarField;

/**
 * −f.
 *
 * @param positive f
 */
record NegatedField(ScalarField positive) implements ScalarField {
  @Override
  public int dimension() {
    return positive.dimension();
  }

  @Override
  public double value(double[] x) {
    return -positive.value(x);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    positive.gradient(x, out);
    negate(out, positive.dimension());
  }

  @Override
  public void hessian(double[] x, double[] out) {
    positive.hessian(x, out);
    negate(out, positive.dimension() * positive.dimension());
  }

  private static void negate(double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = -out[k];
    }
  }
}
