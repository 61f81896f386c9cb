package org.longrun.landscape;

import java.util.List;
import java.util.Optional;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaEnclosure;
import org.longrun.numerics.formula.FormulaException;
import org.longrun.numerics.formula.Switches;
import org.longrun.numerics.formula.Symbols;

/** A formula in the variables as a scalar field, compiled with its exact derivatives. */
public final class FormulaField implements ScalarField {
  private static final double[] NO_DATA = {};

  private final CompiledFormula formula;
  private final boolean constant;
  private final Lazy<Optional<Enclosure>> enclosure;
  private final Lazy<Switches> switches;

  FormulaField(Formula formula) {
    this.formula = formula.compile();
    constant = formula.isConstant();
    switches = new Lazy<>(formula::switches);
    enclosure = new Lazy<>(() -> FormulaEnclosure.of(formula).map(Boxes::new));
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
  public double[] switches(double[] x) {
    return switches.get().size() == 0 ? new double[0] : switches.get().at(x);
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
  public void gradients(double[] x, int count, double[] out) {
    formula.gradients(x, count, out);
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

  @Override
  public Optional<Enclosure> enclosure() {
    return enclosure.get();
  }

  /** The formula's own enclosure under the interface of fields. */
  private record Boxes(FormulaEnclosure formula) implements Enclosure {
    @Override
    public void value(double[] lower, double[] upper, double[] out) {
      formula.value(lower, upper, out);
    }

    @Override
    public void gradient(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
      formula.gradient(lower, upper, outLower, outUpper);
    }

    @Override
    public void hessian(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
      formula.hessian(lower, upper, outLower, outUpper);
    }
  }
}
