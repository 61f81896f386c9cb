package org.longrun.landscape;

import java.util.Arrays;
import java.util.Optional;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.FormulaEnclosure;

/** The finite sum of one compiled loss over the rows of a table: f_i(x) = loss(x, row i). */
final class FormulaRisk implements EmpiricalRisk {
  /** The most interval operations of all samples over one of the many boxes of a proof. */
  private static final int MOST_OPERATIONS = 2000;

  private final CompiledFormula loss;
  private final DataTable data;
  private final ScalarField regularizer;

  /**
   * The sum.
   *
   * @param loss in d variables, its columns those of the data
   */
  FormulaRisk(CompiledFormula loss, DataTable data, ScalarField regularizer) {
    this.loss = loss;
    this.data = data;
    this.regularizer = regularizer;
  }

  @Override
  public int dimension() {
    return loss.dimension();
  }

  @Override
  public int samples() {
    return data.rows();
  }

  @Override
  public ScalarField regularizer() {
    return regularizer;
  }

  @Override
  public void losses(double[] x, double[] out) {
    double[] rows = data.values();
    int c = data.width();
    for (int i = 0; i < data.rows(); i++) {
      out[i] = loss.value(x, rows, i * c);
    }
  }

  @Override
  public void gradients(double[] x, double[] out) {
    double[] rows = data.values();
    int c = data.width();
    int d = dimension();
    for (int i = 0; i < data.rows(); i++) {
      loss.gradient(x, rows, i * c, out, i * d);
    }
  }

  @Override
  public void gradient(int sample, double[] x, double[] out) {
    loss.gradient(x, data.values(), sample * data.width(), out, 0);
  }

  @Override
  public void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out) {
    int d = dimension();
    double[] xv = Arrays.copyOf(x, 2 * d);
    System.arraycopy(v, 0, xv, d, d);
    double[] one = new double[d];
    Arrays.fill(out, 0, d, 0);
    for (int i = 0; i < data.rows(); i++) {
      if (weights[i] != 0) {
        loss.hessianVector(xv, data.values(), i * data.width(), one, 0);
        addTo(out, weights[i], one);
      }
    }
  }

  @Override
  public void weightedHessian(double[] x, double[] weights, double[] out) {
    double[] one = new double[dimension() * dimension()];
    Arrays.fill(out, 0, one.length, 0);
    for (int i = 0; i < data.rows(); i++) {
      if (weights[i] != 0) {
        loss.hessian(x, data.values(), i * data.width(), one, 0);
        addTo(out, weights[i], one);
      }
    }
  }

  @Override
  public Optional<SampleEnclosure> sampleEnclosure() {
    return FormulaEnclosure.of(loss.formula())
        .filter(bounds -> (long) bounds.operations() * data.rows() <= MOST_OPERATIONS)
        .map(
            bounds ->
                (sample, lower, upper, outLower, outUpper) ->
                    bounds.gradient(row(sample, lower), row(sample, upper), outLower, outUpper));
  }

  @Override
  public boolean isSmooth(double[] lower, double[] upper) {
    return FormulaEnclosure.of(loss.formula())
        .filter(bounds -> areSmooth(bounds, lower, upper))
        .isPresent();
  }

  private boolean areSmooth(FormulaEnclosure bounds, double[] lower, double[] upper) {
    int d = dimension();
    double[] low = new double[d * d];
    double[] high = new double[d * d];
    for (int i = 0; i < samples(); i++) {
      bounds.hessian(row(i, lower), row(i, upper), low, high);
      if (!Arrays.stream(low).allMatch(Double::isFinite)
          || !Arrays.stream(high).allMatch(Double::isFinite)) {
        return false;
      }
    }
    return true;
  }

  /** A corner of a box, behind it the data fields of a sample. */
  private double[] row(int sample, double[] corner) {
    double[] whole = Arrays.copyOf(corner, corner.length + data.width());
    System.arraycopy(data.values(), sample * data.width(), whole, corner.length, data.width());
    return whole;
  }

  private static void addTo(double[] sum, double weight, double[] term) {
    for (int k = 0; k < term.length; k++) {
      sum[k] += weight * term[k];
    }
  }
}
