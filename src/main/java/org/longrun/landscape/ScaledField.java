package org.longrun.landscape;

/**
 * c·s(x). It has no enclosure: what is proved with boxes is not proved of it.
 *
 * @param whole s
 * @param factor c
 */
record ScaledField(ScalarField whole, double factor) implements ScalarField {
  @Override
  public int dimension() {
    return whole.dimension();
  }

  @Override
  public double value(double[] x) {
    return factor * whole.value(x);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    whole.gradient(x, out);
    scale(out, dimension());
  }

  @Override
  public void hessian(double[] x, double[] out) {
    whole.hessian(x, out);
    scale(out, dimension() * dimension());
  }

  private void scale(double[] out, int length) {
    for (int k = 0; k < length; k++) {
      out[k] *= factor;
    }
  }

  @Override
  public double[] switches(double[] x) {
    return whole.switches(x);
  }

  @Override
  public boolean isConstant() {
    return whole.isConstant();
  }
}
