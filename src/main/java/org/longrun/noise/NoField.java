package org.longrun.noise;

import java.util.Arrays;
import org.longrun.landscape.ScalarField;

/**
 * The function that is 0 everywhere.
 *
 * @param dimension d
 */
record NoField(int dimension) implements ScalarField {
  static final ScalarField ON_LINE = new NoField(1);

  @Override
  public double value(double[] x) {
    return 0;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    Arrays.fill(out, 0, dimension, 0);
  }

  @Override
  public void hessian(double[] x, double[] out) {
    Arrays.fill(out, 0, dimension * dimension, 0);
  }

  @Override
  public boolean isConstant() {
    return true;
  }
}
