package org.longrun.noise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Vectors;

/** A finite sum of fields, one evaluated after the other: the tests' oracle of empirical risks. */
public record FieldSum(List<DerivedField> fields, ScalarField regularizer)
    implements EmpiricalRisk {
  /** The sum of f_i and, if it is not null, a regularizer, as one field. */
  public DerivedField mean(Function<DerivativeStructure[], DerivativeStructure> regularizer) {
    return DerivedField.of(
        dimension(),
        x -> {
          DerivativeStructure sum = regularizer.apply(x);
          for (DerivedField field : fields) {
            sum = sum.add(field.formula().apply(x).divide(fields.size()));
          }
          return sum;
        });
  }

  @Override
  public int dimension() {
    return regularizer.dimension();
  }

  @Override
  public int samples() {
    return fields.size();
  }

  @Override
  public void losses(double[] x, double[] out) {
    for (int i = 0; i < samples(); i++) {
      out[i] = fields.get(i).value(x);
    }
  }

  @Override
  public void gradients(double[] x, double[] out) {
    double[] gradient = new double[dimension()];
    for (int i = 0; i < samples(); i++) {
      gradient(i, x, gradient);
      System.arraycopy(gradient, 0, out, i * dimension(), dimension());
    }
  }

  @Override
  public void gradient(int sample, double[] x, double[] out) {
    fields.get(sample).gradient(x, out);
  }

  @Override
  public void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out) {
    double[] hessian = new double[dimension() * dimension()];
    weightedHessian(x, weights, hessian);
    Vectors.multiply(hessian, v, out);
  }

  @Override
  public void weightedHessian(double[] x, double[] weights, double[] out) {
    double[] hessian = new double[dimension() * dimension()];
    Arrays.fill(out, 0, hessian.length, 0);
    for (int i = 0; i < samples(); i++) {
      fields.get(i).hessian(x, hessian);
      Vectors.addScaled(weights[i], hessian, out);
    }
  }
}
