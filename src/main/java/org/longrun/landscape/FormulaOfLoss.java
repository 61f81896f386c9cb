package org.longrun.landscape;

import org.longrun.numerics.formula.CompiledFormula;

/** A noise variance s(f), with its affine form s = slope·(f + offset) where it has one. */
final class FormulaOfLoss implements VarianceOfLoss {
  private static final double[] NO_DATA = {};
  private static final double[] PROBES = {-3.7, 0, 0.9, 11.3, 400};

  private final CompiledFormula s;
  private final int dimension;
  private final boolean affine;
  private final double slope;
  private final double offset;

  /**
   * The variance.
   *
   * @param s a formula in d + 1 variables that uses the last, f, and no other
   */
  FormulaOfLoss(CompiledFormula s) {
    this.s = s;
    dimension = s.dimension() - 1;
    affine = isAffine(s);
    slope = affine ? slopeAt(0) : Double.NaN;
    offset = affine ? variance(0) / slope : Double.NaN;
  }

  private boolean isAffine(CompiledFormula formula) {
    double[] hessian = new double[(dimension + 1) * (dimension + 1)];
    for (double probe : PROBES) {
      formula.hessian(inputs(probe), NO_DATA, 0, hessian, 0);
      if (hessian[hessian.length - 1] != 0) {
        return false;
      }
    }
    return slopeAt(PROBES[0]) == slopeAt(PROBES[PROBES.length - 1]) && slopeAt(0) > 0;
  }

  private double slopeAt(double loss) {
    double[] gradient = new double[dimension + 1];
    s.gradient(inputs(loss), NO_DATA, 0, gradient, 0);
    return gradient[dimension];
  }

  private double[] inputs(double loss) {
    double[] inputs = new double[dimension + 1];
    inputs[dimension] = loss;
    return inputs;
  }

  @Override
  public double variance(double loss) {
    return s.value(inputs(loss), NO_DATA, 0);
  }

  @Override
  public boolean isAffine() {
    return affine;
  }

  @Override
  public double slope() {
    return slope;
  }

  @Override
  public double offset() {
    return offset;
  }
}
