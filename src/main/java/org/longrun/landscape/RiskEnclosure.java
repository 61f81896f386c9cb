package org.longrun.landscape;

import java.util.Arrays;
import java.util.Optional;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaEnclosure;

/** Enclosures of (1/n) Σ f_i + r: those of the rows added up, outward rounded. */
final class RiskEnclosure implements Enclosure {
  /** The most interval operations of one Hessian over one box. */
  private static final int MOST_OPERATIONS = 50_000;

  private final FormulaEnclosure loss;
  private final DataTable data;
  private final Enclosure regularizer;

  private RiskEnclosure(FormulaEnclosure loss, DataTable data, Enclosure regularizer) {
    this.loss = loss;
    this.data = data;
    this.regularizer = regularizer;
  }

  /** The enclosure; empty where a box would take too long. */
  static Optional<Enclosure> of(Formula loss, DataTable data, ScalarField regularizer) {
    Optional<FormulaEnclosure> sample = FormulaEnclosure.of(loss);
    Optional<Enclosure> rest = regularizer.enclosure();
    boolean small =
        sample.isPresent() && (long) sample.get().operations() * data.rows() <= MOST_OPERATIONS;
    return small && rest.isPresent()
        ? Optional.of(new RiskEnclosure(sample.get(), data, rest.get()))
        : Optional.empty();
  }

  /** An enclosure of one row's loss or the regularizer, into two arrays. */
  private interface Part {
    void enclose(double[] lower, double[] upper, double[] outLower, double[] outUpper);
  }

  @Override
  public void value(double[] lower, double[] upper, double[] out) {
    double[] low = new double[1];
    double[] high = new double[1];
    Part sample = (a, b, c, d) -> pair(out, c, d, () -> loss.value(a, b, out));
    Part rest = (a, b, c, d) -> pair(out, c, d, () -> regularizer.value(a, b, out));
    sum(new double[][] {lower, upper}, sample, rest, new double[][] {low, high});
    out[0] = low[0];
    out[1] = high[0];
  }

  private static void pair(double[] out, double[] low, double[] high, Runnable evaluation) {
    evaluation.run();
    low[0] = out[0];
    high[0] = out[1];
  }

  @Override
  public void gradient(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    int d = lower.length;
    double[][] sums = {new double[d], new double[d]};
    sum(new double[][] {lower, upper}, loss::gradient, regularizer::gradient, sums);
    System.arraycopy(sums[0], 0, outLower, 0, d);
    System.arraycopy(sums[1], 0, outUpper, 0, d);
  }

  @Override
  public void hessian(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    int entries = lower.length * lower.length;
    double[][] sums = {new double[entries], new double[entries]};
    sum(new double[][] {lower, upper}, loss::hessian, regularizer::hessian, sums);
    System.arraycopy(sums[0], 0, outLower, 0, entries);
    System.arraycopy(sums[1], 0, outUpper, 0, entries);
  }

  /** sums = (1/n) Σ_i sample_i(box) + rest(box). */
  private void sum(double[][] box, Part sample, Part rest, double[][] sums) {
    int d = box[0].length;
    double[] low = new double[sums[0].length];
    double[] high = new double[sums[0].length];
    double[] from = Arrays.copyOf(box[0], d + data.width());
    double[] to = Arrays.copyOf(box[1], d + data.width());
    for (int i = 0; i < data.rows(); i++) {
      System.arraycopy(data.values(), i * data.width(), from, d, data.width());
      System.arraycopy(data.values(), i * data.width(), to, d, data.width());
      sample.enclose(from, to, low, high);
      add(sums, low, high);
    }
    for (int k = 0; k < low.length; k++) {
      sums[0][k] = Math.nextDown(sums[0][k] / data.rows());
      sums[1][k] = Math.nextUp(sums[1][k] / data.rows());
    }
    rest.enclose(box[0], box[1], low, high);
    add(sums, low, high);
  }

  /** The bounds are never +∞ below or −∞ above, so no sum is NaN. */
  private static void add(double[][] sums, double[] low, double[] high) {
    for (int k = 0; k < low.length; k++) {
      sums[0][k] = Math.nextDown(sums[0][k] + low[k]);
      sums[1][k] = Math.nextUp(sums[1][k] + high[k]);
    }
  }
}
