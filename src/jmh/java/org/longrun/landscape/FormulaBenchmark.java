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
}
