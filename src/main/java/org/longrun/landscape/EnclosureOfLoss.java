package org.longrun.landscape;

import java.util.Arrays;
import org.longrun.numerics.IntervalBank;
import org.longrun.numerics.formula.FormulaEnclosure;

/**
 * Enclosures of g(x, f(x)) and its derivatives over boxes: those of g over the box and the range of
 * f, joined with those of f by the chain rule of {@link FieldOfLoss}.
 */
final class EnclosureOfLoss implements Enclosure {
  private final FormulaEnclosure outer;
  private final Enclosure loss;

  /**
   * The enclosure.
   *
   * @param outer g, in d + 1 variables of which f is the last
   */
  EnclosureOfLoss(FormulaEnclosure outer, Enclosure loss) {
    this.outer = outer;
    this.loss = loss;
  }

  /** A box with the range of f over it behind its corners. */
  private double[][] inputs(double[] lower, double[] upper) {
    int d = lower.length;
    double[] range = new double[2];
    loss.value(lower, upper, range);
    double[][] inputs = {Arrays.copyOf(lower, d + 1), Arrays.copyOf(upper, d + 1)};
    inputs[0][d] = range[0];
    inputs[1][d] = range[1];
    return inputs;
  }

  @Override
  public void value(double[] lower, double[] upper, double[] out) {
    double[][] inputs = inputs(lower, upper);
    outer.value(inputs[0], inputs[1], out);
  }

  @Override
  public void gradient(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    int d = lower.length;
    Slopes slopes = new Slopes(lower, upper);
    for (int k = 0; k < d; k++) {
      slopes.start(slopes.outer(k));
      slopes.addProduct(slopes.outer(d), slopes.inner(k));
      slopes.read(k, outLower, outUpper);
    }
  }

  @Override
  public void hessian(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    int d = lower.length;
    Slopes slopes = new Slopes(lower, upper);
    double[][] inner = new double[2][d * d];
    loss.hessian(lower, upper, inner[0], inner[1]);
    double[][] outside = new double[2][(d + 1) * (d + 1)];
    double[][] inputs = inputs(lower, upper);
    outer.hessian(inputs[0], inputs[1], outside[0], outside[1]);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        slopes.start(bounds(outside, i * (d + 1) + j));
        slopes.addProduct(bounds(outside, i * (d + 1) + d), slopes.inner(j));
        slopes.addProduct(bounds(outside, j * (d + 1) + d), slopes.inner(i));
        slopes.addProduct(bounds(outside, d * (d + 1) + d), slopes.inner(i), slopes.inner(j));
        slopes.addProduct(slopes.outer(d), bounds(inner, i * d + j));
        slopes.read(i * d + j, outLower, outUpper);
      }
    }
  }

  private static double[] bounds(double[][] corners, int k) {
    return new double[] {corners[0][k], corners[1][k]};
  }

  /** The gradients of g and f over a box, and a sum of products of intervals. */
  private final class Slopes {
    private final double[][] outside;
    private final double[][] inside;
    private final IntervalBank bank = new IntervalBank(3);

    Slopes(double[] lower, double[] upper) {
      int d = lower.length;
      outside = new double[2][d + 1];
      inside = new double[2][d];
      double[][] inputs = inputs(lower, upper);
      outer.gradient(inputs[0], inputs[1], outside[0], outside[1]);
      loss.gradient(lower, upper, inside[0], inside[1]);
    }

    double[] outer(int k) {
      return bounds(outside, k);
    }

    double[] inner(int k) {
      return bounds(inside, k);
    }

    void start(double[] first) {
      bank.set(0, first[0], first[1]);
    }

    void addProduct(double[]... factors) {
      bank.set(1, 1, 1);
      for (double[] factor : factors) {
        bank.set(2, factor[0], factor[1]);
        bank.multiply(1, 1, 2);
      }
      bank.add(0, 0, 1);
    }

    void read(int k, double[] outLower, double[] outUpper) {
      outLower[k] = bank.lower(0);
      outUpper[k] = bank.upper(0);
    }
  }
}
