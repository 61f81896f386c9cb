package org.longrun.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.landscape.EmpiricalRisk;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.longrun.landscape.Settings;
import org.longrun.landscape.SimulationPlan;
import org.longrun.landscape.Target;
import org.longrun.noise.NoiseModels;
import org.longrun.numerics.Point;

/** Landscapes with hand-written fields, so that the simulator is tested without the compiler. */
public final class TestLandscapes {
  private TestLandscapes() {}

  /** A gradient written by hand. */
  public interface Gradient {
    /** Writes ∇f at x into out. */
    void at(double[] x, double[] out);
  }

  /** The three-hump landscape of theory, section 7. */
  public static Sgd threeHump(double variance) {
    return gaussian(
        field(2, TestLandscapes::threeHumpValue, TestLandscapes::threeHumpGradient),
        constant(2, variance),
        new Domain(Point.of(-4, -3), Point.of(4, 3)),
        0);
  }

  static double threeHumpValue(double[] x) {
    double a = x[0];
    double b = x[1];
    return 2 * Math.pow(a, 6) / 13
        + Math.pow(a, 5) / 8
        - 91 * Math.pow(a, 4) / 64
        - a * a * a / 2
        + 42 * a * a / 16
        + 5 * b * b / 4
        + a * b;
  }

  static void threeHumpGradient(double[] x, double[] out) {
    double a = x[0];
    double b = x[1];
    double tail = -1.5 + a * (-91.0 / 16 + a * (5.0 / 8 + a * (12.0 / 13)));
    out[0] = b + a * (21.0 / 4 + a * tail);
    out[1] = 2.5 * b + a;
  }

  /** x⁴/4 − x²/2 + x/10 on the line. */
  public static Sgd doubleWell(double variance) {
    return doubleWell(constant(1, variance), 0);
  }

  /** The same with a variance that depends on x, and momentum. */
  public static Sgd doubleWell(ScalarField variance, double momentum) {
    return gaussian(
        field(
            1,
            x -> x[0] * x[0] * (x[0] * x[0] / 4 - 0.5) + x[0] / 10,
            (x, out) -> out[0] = x[0] * (x[0] * x[0] - 1) + 0.1),
        variance,
        new Domain(Point.of(-2.5), Point.of(2.5)),
        momentum);
  }

  /** The double well as the mean of three samples x⁴/4 − x²/2 + c_i·x, minibatches of one. */
  public static Sgd finiteSum(double... c) {
    ScalarField mean =
        field(
            1,
            x -> x[0] * x[0] * (x[0] * x[0] / 4 - 0.5) + average(c) * x[0],
            (x, out) -> out[0] = x[0] * (x[0] * x[0] - 1) + average(c));
    NoiseDescription noise =
        new NoiseDescription.FiniteSum("finite sum", 1, true, new TiltedWells(c));
    Domain domain = new Domain(Point.of(-2.05), Point.of(1.95));
    return of(mean, noise, domain, 0);
  }

  private static double average(double[] c) {
    return Arrays.stream(c).average().orElseThrow();
  }

  private record TiltedWells(double[] c) implements EmpiricalRisk {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public int samples() {
      return c.length;
    }

    @Override
    public void losses(double[] x, double[] out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void gradients(double[] x, double[] out) {
      for (int i = 0; i < c.length; i++) {
        out[i] = x[0] * (x[0] * x[0] - 1) + c[i];
      }
    }

    @Override
    public void gradient(int sample, double[] x, double[] out) {
      out[0] = x[0] * (x[0] * x[0] - 1) + c[sample];
    }

    @Override
    public void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void weightedHessian(double[] x, double[] weights, double[] out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ScalarField regularizer() {
      return constant(1, 0);
    }
  }

  /** SGD with Gaussian noise of variance s(x)·I. */
  public static Sgd gaussian(
      ScalarField objective, ScalarField variance, Domain domain, double momentum) {
    NoiseDescription noise =
        new NoiseDescription.Isotropic("test", variance, OptionalDouble.empty(), null);
    return of(objective, noise, domain, momentum);
  }

  /** SGD with any noise. */
  public static Sgd of(
      ScalarField objective, NoiseDescription noise, Domain domain, double momentum) {
    Landscape landscape = landscape(objective, noise, domain, momentum);
    return Sgd.of(landscape, NoiseModels.of(noise, objective));
  }

  private static Landscape landscape(
      ScalarField objective, NoiseDescription noise, Domain domain, double momentum) {
    int d = objective.dimension();
    return new Landscape(
        "test",
        "",
        IntStream.range(0, d).mapToObj(k -> "x" + k).toList(),
        "by hand",
        objective,
        noise,
        domain,
        new Target.Argmin(),
        List.of(),
        List.of(),
        new SimulationPlan(100, 1_000_000, 42, 0.3),
        momentum,
        Settings.defaults(),
        List.of());
  }

  /** A field with a value and a gradient; its Hessian is not needed by any simulation. */
  public static ScalarField field(int d, ToDoubleFunction<double[]> value, Gradient gradient) {
    return new Written(d, value, gradient, false);
  }

  /** A constant field. */
  public static ScalarField constant(int d, double value) {
    return new Written(d, x -> value, (x, out) -> Arrays.fill(out, 0), true);
  }

  private record Written(
      int dimension, ToDoubleFunction<double[]> f, Gradient slope, boolean isConstant)
      implements ScalarField {
    @Override
    public double value(double[] x) {
      return f.applyAsDouble(x);
    }

    @Override
    public void gradient(double[] x, double[] out) {
      slope.at(x, out);
    }

    @Override
    public void hessian(double[] x, double[] out) {
      double h = 1e-5;
      double[] y = x.clone();
      double[] up = new double[dimension];
      double[] down = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        y[i] = x[i] + h;
        slope.at(y, up);
        y[i] = x[i] - h;
        slope.at(y, down);
        y[i] = x[i];
        for (int k = 0; k < dimension; k++) {
          out[i * dimension + k] = (up[k] - down[k]) / (2 * h);
        }
      }
    }
  }
}
