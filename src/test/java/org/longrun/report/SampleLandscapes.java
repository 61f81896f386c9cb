package org.longrun.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.Settings;
import org.longrun.landscape.SimulationPlan;
import org.longrun.landscape.Target;
import org.longrun.numerics.Point;

/** Landscapes for the page's tests, with derivatives by central differences. */
final class SampleLandscapes {
  private SampleLandscapes() {}

  static Landscape himmelblau() {
    return plane(
        "himmelblau", 6, 6, p -> square(p[0] * p[0] + p[1] - 11) + square(p[0] + p[1] * p[1] - 7));
  }

  static Landscape threeHump() {
    return plane(
        "three-hump",
        4,
        3,
        p -> {
          double x = p[0];
          double y = p[1];
          double even = 2 * Math.pow(x, 6) / 13 - 91 * Math.pow(x, 4) / 64 + 42 * x * x / 16;
          return even + Math.pow(x, 5) / 8 - x * x * x / 2 + 5 * y * y / 4 + x * y;
        });
  }

  /** The three humps with a description. */
  static Landscape described(String description) {
    Landscape plain = threeHump();
    return new Landscape(
        plain.name(),
        description,
        plain.variables(),
        plain.formula(),
        plain.objective(),
        plain.noise(),
        plain.domain(),
        plain.target(),
        plain.starts(),
        plain.stepSizes(),
        plain.simulation(),
        plain.momentum(),
        plain.settings(),
        plain.symmetries());
  }

  static Landscape doubleWell() {
    return of("double-well", List.of("x"), new double[] {2.5}, p -> well(p[0]));
  }

  /** Four double wells and a weak coupling in six variables. */
  static Landscape sixVariables() {
    return of(
        "six",
        List.of("x1", "x2", "x3", "x4", "x5", "x6"),
        new double[] {2.5, 2.5, 2.5, 2.5, 2.5, 2.5},
        p -> {
          double sum = 0;
          for (int k = 0; k < 6; k++) {
            sum += (k < 2 ? well(p[k]) : (1 + k) * p[k] * p[k]) + 0.1 * p[k] * p[(k + 1) % 6];
          }
          return sum;
        });
  }

  static Landscape plane(String name, double x, double y, ToDoubleFunction<double[]> f) {
    return of(name, List.of("x", "y"), new double[] {x, y}, f);
  }

  private static Landscape of(
      String name, List<String> variables, double[] half, ToDoubleFunction<double[]> f) {
    double[] lower = half.clone();
    for (int k = 0; k < half.length; k++) {
      lower[k] = -half[k];
    }
    Field field = new Field(half.length, f);
    return new Landscape(
        name,
        "A sample <b>landscape</b> & more",
        variables,
        "f",
        field,
        new NoiseDescription.Isotropic(
            "gaussian, variance 1", new Field(half.length, p -> 1), OptionalDouble.empty(), null),
        new Domain(Point.of(lower), Point.of(half)),
        new Target.Argmin(),
        List.of(),
        List.of(0.1, 0.2),
        new SimulationPlan(100, 1000, 42, 0.5),
        0,
        Settings.defaults(),
        List.of());
  }

  private static double well(double x) {
    return Math.pow(x, 4) / 4 - x * x / 2 + x / 10;
  }

  private static double square(double v) {
    return v * v;
  }

  /** A function with derivatives by central differences. */
  private record Field(int dimension, ToDoubleFunction<double[]> f) implements ScalarField {
    private static final double H = 1e-5;

    @Override
    public double value(double[] x) {
      return f.applyAsDouble(x);
    }

    @Override
    public void gradient(double[] x, double[] out) {
      double[] p = x.clone();
      for (int k = 0; k < dimension; k++) {
        p[k] = x[k] + H;
        double above = value(p);
        p[k] = x[k] - H;
        out[k] = (above - value(p)) / (2 * H);
        p[k] = x[k];
      }
    }

    @Override
    public void hessian(double[] x, double[] out) {
      double[] p = x.clone();
      double[] row = new double[dimension];
      for (int k = 0; k < dimension; k++) {
        p[k] = x[k] + H;
        gradient(p, row);
        System.arraycopy(row, 0, out, k * dimension, dimension);
        p[k] = x[k] - H;
        gradient(p, row);
        for (int i = 0; i < dimension; i++) {
          out[k * dimension + i] = (out[k * dimension + i] - row[i]) / (2 * H);
        }
        p[k] = x[k];
      }
    }
  }
}
