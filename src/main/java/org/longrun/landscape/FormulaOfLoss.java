package org.longrun.landscape;

import java.util.OptionalDouble;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.Formula;

/** A noise variance s(f), with its affine form s = slope·(f + offset) where it has one. */
final class FormulaOfLoss implements VarianceOfLoss {
  private static final double[] NO_DATA = {};

  private final CompiledFormula s;
  private final int dimension;
  private final boolean affine;
  private final double slope;
  private final double offset;
  private final Lazy<LossIntegral> integral;

  /**
   * The variance.
   *
   * @param formula a formula in d + 1 variables that uses the last, f, and no other
   */
  FormulaOfLoss(Formula formula) {
    s = formula.compile();
    dimension = s.dimension() - 1;
    OptionalDouble constant = formula.constantSlope(dimension);
    affine = constant.isPresent() && constant.getAsDouble() > 0;
    slope = affine ? constant.getAsDouble() : Double.NaN;
    offset = affine ? variance(0) / slope : Double.NaN;
    integral = new Lazy<>(() -> LossIntegral.of(formula));
  }

  @Override
  public double variance(double loss) {
    double[] inputs = new double[dimension + 1];
    inputs[dimension] = loss;
    return s.value(inputs, NO_DATA, 0);
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

  @Override
  public Scale scale(double from, double to) {
    return integral.get().between(from, to);
  }
}
