package org.longrun.landscape;

/** Himmelblau's function written by hand, for benchmarks to be measured against. */
public final class Himmelblau implements ScalarField {
  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    double a = x[0] * x[0] + x[1] - 11;
    double b = x[0] + x[1] * x[1] - 7;
    return a * a + b * b;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double a = x[0] * x[0] + x[1] - 11;
    double b = x[0] + x[1] * x[1] - 7;
    out[0] = 4 * a * x[0] + 2 * b;
    out[1] = 2 * a + 4 * b * x[1];
  }

  @Override
  public void hessian(double[] x, double[] out) {
    double mixed = 4 * (x[0] + x[1]);
    out[0] = 12 * x[0] * x[0] + 4 * x[1] - 42;
    out[1] = mixed;
    out[2] = mixed;
    out[3] = 12 * x[1] * x[1] + 4 * x[0] - 26;
  }
}
