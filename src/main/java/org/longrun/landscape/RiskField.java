package org.longrun.landscape;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.longrun.numerics.Lazy;

/** f = (1/n) Σ f_i + r, the objective of a finite sum. */
final class RiskField implements ScalarField {
  private final EmpiricalRisk risk;
  private final Lazy<Optional<Enclosure>> enclosure;
  private final double[] equal;

  RiskField(EmpiricalRisk risk, Supplier<Optional<Enclosure>> enclosure) {
    this.risk = risk;
    this.enclosure = new Lazy<>(enclosure);
    equal = new double[risk.samples()];
    Arrays.fill(equal, 1.0 / equal.length);
  }

  @Override
  public int dimension() {
    return risk.dimension();
  }

  @Override
  public int terms() {
    return Math.max(1, equal.length);
  }

  @Override
  public double value(double[] x) {
    double[] losses = new double[equal.length];
    risk.losses(x, losses);
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum / losses.length + risk.regularizer().value(x);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double[] noiseless = new double[dimension()];
    risk.regularizer().gradient(x, noiseless);
    risk.weightedGradient(x, equal, out);
    addTo(out, noiseless);
  }

  @Override
  public void hessian(double[] x, double[] out) {
    double[] noiseless = new double[dimension() * dimension()];
    risk.regularizer().hessian(x, noiseless);
    risk.weightedHessian(x, equal, out);
    addTo(out, noiseless);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    double[] noiseless = new double[dimension()];
    risk.regularizer().hessianVector(x, v, noiseless);
    risk.weightedHessianVector(x, equal, v, out);
    addTo(out, noiseless);
  }

  private static void addTo(double[] sum, double[] term) {
    for (int k = 0; k < term.length; k++) {
      sum[k] += term[k];
    }
  }

  @Override
  public Optional<Enclosure> enclosure() {
    return enclosure.get();
  }
}
