package org.longrun.landscape;

import java.util.List;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaException;
import org.longrun.numerics.formula.Symbols;

/** A formula in the variables as a scalar field, compiled with its exact derivatives. */
public final class FormulaField implements ScalarField {
  private static final double[] NO_DATA = {};

  private final CompiledFormula formula;
  private final boolean constant;

  FormulaField(Formula formula) {
    this.formula = formula.compile();
    constant = formula.isConstant();
  }

  /**
   * The field of a formula.
   *
   * @param text the formula, in the grammar of landscape files
   * @param variables the names of the d variables, in order
   * @throws FormulaException if the formula cannot be read
   */
  public static FormulaField of(String text, List<String> variables) {
    return new FormulaField(Formula.parse(text, Symbols.of(variables)));
  }

  /** The formula as written. */
  public String text() {
    return formula.formula().text();
  }

  @Override
  public int dimension() {
    return formula.dimension();
  }

  @Override
  public double value(double[] x) {
    return formula.value(x, NO_DATA, 0);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    formula.gradient(x, NO_DATA, 0, out, 0);
  }

  @Override
  public void hessian(double[] x, double[] out) {
    formula.hessian(x, NO_DATA, 0, out, 0);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    int d = dimension();
    double[] xv = new double[2 * d];
    System.arraycopy(x, 0, xv, 0, d);
    System.arraycopy(v, 0, xv, d, d);
    formula.hessianVector(xv, NO_DATA, 0, out, 0);
  }

  @Override
  public boolean isConstant() {
    return constant;
  }
}
