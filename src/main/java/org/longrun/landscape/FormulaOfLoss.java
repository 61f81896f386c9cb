package org.longrun.landscape;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.formula.AffineForm;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.Formula;

/** A noise variance s(f), with its affine form s = slope·(f + offset) where it has one. */
final class FormulaOfLoss implements VarianceOfLoss {
  private static final double[] NO_DATA = {};

  private final CompiledFormula s;
  private final int dimension;
  private final @Nullable AffineForm affine;
  private final Lazy<LossIntegral> integral;

  /**
   * The variance.
   *
   * @param formula in d + 1 variables, of which it uses the last, f, and no other
   */
  FormulaOfLoss(Formula formula) {
    s = formula.compile();
    dimension = s.dimension() - 1;
    affine = formula.affineIn(dimension).filter(form -> form.slope() > 0).orElse(null);
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
    return affine != null;
  }

  @Override
  public double slope() {
    return affine == null ? Double.NaN : affine.slope();
  }

  @Override
  public double offset() {
    return affine == null ? Double.NaN : affine.offset() / affine.slope();
  }

  @Override
  public Scale scale(double from, double to) {
    return integral.get().between(from, to);
  }
}
