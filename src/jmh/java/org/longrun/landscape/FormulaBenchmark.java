package org.longrun.landscape;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Himmelblau's function from a formula against the same written by hand: value, gradient and
 * Hessian must cost at most twice as much.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormulaBenchmark {
  private final ScalarField compiled =
      FormulaField.of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", List.of("x", "y"));
  private final ScalarField written = new Himmelblau();
  private final double[] x = {1.3, -0.7};
  private final double[] gradient = new double[2];
  private final double[] hessian = new double[4];

  @Benchmark
  public double valueCompiled() {
    return compiled.value(x);
  }

  @Benchmark
  public double valueWritten() {
    return written.value(x);
  }

  @Benchmark
  public double[] gradientCompiled() {
    compiled.gradient(x, gradient);
    return gradient;
  }

  @Benchmark
  public double[] gradientWritten() {
    written.gradient(x, gradient);
    return gradient;
  }

  @Benchmark
  public double[] hessianCompiled() {
    compiled.hessian(x, hessian);
    return hessian;
  }

  @Benchmark
  public double[] hessianWritten() {
    written.hessian(x, hessian);
    return hessian;
  }

  /** By hand. */
  private static final class Himmelblau implements ScalarField {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double value(double[] x) {
      double a = x[0] * x[0] + x[1] - 11;
      double b = x[0] + x[1] * x[1] - 7;
      return a * a + b * b;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      double a = x[0] * x[0] + x[1] - 11;
      double b = x[0] + x[1] * x[1] - 7;
      out[0] = 4 * a * x[0] + 2 * b;
      out[1] = 2 * a + 4 * b * x[1];
    }

    @Override
    public void hessian(double[] x, double[] out) {
      double mixed = 4 * (x[0] + x[1]);
      out[0] = 12 * x[0] * x[0] + 4 * x[1] - 42;
      out[1] = mixed;
      out[2] = mixed;
      out[3] = 12 * x[1] * x[1] + 4 * x[0] - 26;
    }
  }
}
