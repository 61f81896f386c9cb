package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.FormulaField;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.Settings;
import org.longrun.landscape.SimulationPlan;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** SGD on landscapes made of formulas. */
final class Landscapes {
  static final String THREE_HUMP =
      "2*x^6/13 + x^5/8 - 91*x^4/64 - 24*x^3/48 + 42*x^2/16 + 5*y^2/4 + x*y";
  static final String HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

  private Landscapes() {}

  /** Isotropic Gaussian noise of the given variance on a box [−width, width]^d. */
  static Sgd isotropic(String objective, String variance, double width, String... variables) {
    List<String> names = List.of(variables);
    return sgd(
        FormulaField.of(objective, names),
        new NoiseDescription.Isotropic(
            variance, FormulaField.of(variance, names), OptionalDouble.empty(), null),
        width,
        0);
  }

  /** Gaussian noise with the covariance of these entries, row by row. */
  static Sgd anisotropic(String objective, List<String> covariance, double width, String... names) {
    List<ScalarField> entries = new ArrayList<>();
    covariance.forEach(entry -> entries.add(FormulaField.of(entry, List.of(names))));
    return sgd(
        FormulaField.of(objective, List.of(names)),
        new NoiseDescription.Anisotropic("covariance", entries, OptionalDouble.empty()),
        width,
        0);
  }

  static Sgd sgd(ScalarField objective, NoiseDescription noise, double width, double momentum) {
    int d = objective.dimension();
    double[] corner = new double[d];
    java.util.Arrays.fill(corner, width);
    double[] opposite = new double[d];
    java.util.Arrays.fill(opposite, -width);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      names.add("x" + (k + 1));
    }
    return Sgd.of(
        new Landscape(
            "test",
            "",
            names,
            "",
            objective,
            noise,
            new Domain(Point.of(opposite), Point.of(corner)),
            new Target.Argmin(),
            List.of(),
            List.of(),
            new SimulationPlan(1, 1, 1, 1),
            momentum,
            Settings.defaults(),
            List.of()));
  }
}
