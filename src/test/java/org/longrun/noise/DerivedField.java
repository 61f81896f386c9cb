package org.longrun.noise;

import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.longrun.landscape.ScalarField;

/** A field whose derivatives come from forward automatic differentiation: the tests' oracle. */
public record DerivedField(
    int dimension, boolean isConstant, Function<DerivativeStructure[], DerivativeStructure> formula)
    implements ScalarField {

  /** The field of a formula in d variables. */
  public static DerivedField of(
      int dimension, Function<DerivativeStructure[], DerivativeStructure> formula) {
    return new DerivedField(dimension, false, formula);
  }

  /** The same value everywhere. */
  public static DerivedField constant(int dimension, double value) {
    return new DerivedField(dimension, true, x -> x[0].multiply(0).add(value));
  }

  @Override
  public double value(double[] x) {
    return at(x, 0).getValue();
  }

  @Override
  public void gradient(double[] x, double[] out) {
    DerivativeStructure value = at(x, 1);
    for (int i = 0; i < dimension; i++) {
      out[i] = value.getPartialDerivative(orders(i, -1));
    }
  }

  @Override
  public void hessian(double[] x, double[] out) {
    DerivativeStructure value = at(x, 2);
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        out[i * dimension + k] = value.getPartialDerivative(orders(i, k));
      }
    }
  }

  private DerivativeStructure at(double[] x, int order) {
    DerivativeStructure[] variables = new DerivativeStructure[dimension];
    for (int k = 0; k < dimension; k++) {
      variables[k] = new DerivativeStructure(dimension, order, k, x[k]);
    }
    return formula.apply(variables);
  }

  private int[] orders(int i, int k) {
    int[] orders = new int[dimension];
    orders[i]++;
    if (k >= 0) {
      orders[k]++;
    }
    return orders;
  }
}
