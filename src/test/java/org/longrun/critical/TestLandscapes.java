package org.longrun.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.Settings;
import org.longrun.landscape.SignedPermutation;
import org.longrun.landscape.SimulationPlan;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** Landscapes from Java functions, differentiated by Commons Math: independent of the compiler. */
final class TestLandscapes {
  private TestLandscapes() {}

  interface Formula extends Function<DerivativeStructure[], DerivativeStructure> {}

  static Landscape cube(int d, double half, Formula formula) {
    double[] upper = new double[d];
    Arrays.fill(upper, half);
    double[] lower = new double[d];
    Arrays.fill(lower, -half);
    return box(lower, upper, formula);
  }

  static Landscape box(double[] lower, double[] upper, Formula formula) {
    return of(new Domain(Point.of(lower), Point.of(upper)), new Field(lower.length, formula));
  }

  static Landscape of(Domain domain, ScalarField field) {
    List<String> variables = new ArrayList<>();
    for (int k = 0; k < field.dimension(); k++) {
      variables.add("x" + (k + 1));
    }
    return new Landscape(
        "test",
        "",
        variables,
        "",
        field,
        new NoiseDescription.Isotropic(
            "",
            new Field(field.dimension(), x -> x[0].multiply(0).add(1)),
            OptionalDouble.empty(),
            null),
        domain,
        new Target.Argmin(),
        List.of(),
        List.of(),
        new SimulationPlan(1, 1, 42, 0.5),
        0,
        Settings.defaults(),
        List.of());
  }

  static Landscape withSymmetries(Landscape l, List<SignedPermutation> symmetries) {
    return new Landscape(
        l.name(),
        l.description(),
        l.variables(),
        l.formula(),
        l.objective(),
        l.noise(),
        l.domain(),
        l.target(),
        l.starts(),
        l.stepSizes(),
        l.simulation(),
        l.momentum(),
        l.settings(),
        symmetries);
  }

  record Field(int dimension, Formula formula) implements ScalarField {
    private DerivativeStructure at(double[] x, int order) {
      DerivativeStructure[] variables = new DerivativeStructure[dimension];
      for (int k = 0; k < dimension; k++) {
        variables[k] = new DerivativeStructure(dimension, order, k, x[k]);
      }
      return formula.apply(variables);
    }

    @Override
    public double value(double[] x) {
      return at(x, 0).getValue();
    }

    @Override
    public void gradient(double[] x, double[] out) {
      DerivativeStructure f = at(x, 1);
      for (int k = 0; k < dimension; k++) {
        int[] orders = new int[dimension];
        orders[k] = 1;
        out[k] = f.getPartialDerivative(orders);
      }
    }

    @Override
    public void hessian(double[] x, double[] out) {
      DerivativeStructure f = at(x, 2);
      for (int i = 0; i < dimension; i++) {
        for (int k = 0; k < dimension; k++) {
          int[] orders = new int[dimension];
          orders[i]++;
          orders[k]++;
          out[i * dimension + k] = f.getPartialDerivative(orders);
        }
      }
    }
  }
}
