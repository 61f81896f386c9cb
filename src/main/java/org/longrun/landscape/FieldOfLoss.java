package org.longrun.landscape;

import java.util.Optional;
import org.longrun.numerics.Lazy;
import org.longrun.numerics.formula.CompiledFormula;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaEnclosure;

/**
 * A formula g(x, f(x)) in the variables and the loss, differentiated by the chain rule: ∇s = g_x +
 * g_f ∇f and ∇²s = g_xx + g_xf ∇fᵀ + ∇f g_xfᵀ + g_ff ∇f∇fᵀ + g_f ∇²f.
 */
final class FieldOfLoss implements ScalarField {
  private static final double[] NO_DATA = {};

  private final CompiledFormula g;
  private final ScalarField loss;
  private final Lazy<Optional<Enclosure>> enclosure;

  /**
   * The field.
   *
   * @param formula in d + 1 variables, the last of which is f
   * @param loss f
   */
  FieldOfLoss(Formula formula, ScalarField loss) {
    g = formula.compile();
    this.loss = loss;
    enclosure = new Lazy<>(() -> enclosure(formula, loss));
  }

  private static Optional<Enclosure> enclosure(Formula formula, ScalarField loss) {
    return loss.enclosure()
        .flatMap(inner -> FormulaEnclosure.of(formula).map(g -> new EnclosureOfLoss(g, inner)));
  }

  @Override
  public int dimension() {
    return loss.dimension();
  }

  @Override
  public double value(double[] x) {
    return g.value(inputs(x), NO_DATA, 0);
  }

  private double[] inputs(double[] x) {
    int d = dimension();
    double[] inputs = new double[d + 1];
    System.arraycopy(x, 0, inputs, 0, d);
    inputs[d] = loss.value(x);
    return inputs;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    int d = dimension();
    double[] inner = new double[d + 1];
    g.gradient(inputs(x), NO_DATA, 0, inner, 0);
    loss.gradient(x, out);
    for (int k = 0; k < d; k++) {
      out[k] = inner[k] + inner[d] * out[k];
    }
  }

  @Override
  public void hessian(double[] x, double[] out) {
    int d = dimension();
    double[] inputs = inputs(x);
    double[] slopes = new double[d + 1];
    g.gradient(inputs, NO_DATA, 0, slopes, 0);
    double[] inner = new double[(d + 1) * (d + 1)];
    g.hessian(inputs, NO_DATA, 0, inner, 0);
    double[] gradient = new double[d];
    loss.gradient(x, gradient);
    loss.hessian(x, out);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double mixed = inner[i * (d + 1) + d] * gradient[j] + gradient[i] * inner[j * (d + 1) + d];
        double twice = inner[d * (d + 1) + d] * gradient[i] * gradient[j];
        out[i * d + j] = inner[i * (d + 1) + j] + mixed + twice + slopes[d] * out[i * d + j];
      }
    }
  }

  @Override
  public Optional<Enclosure> enclosure() {
    return enclosure.get();
  }
}
