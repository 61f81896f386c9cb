package org.longrun.noise;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.longrun.landscape.FormulaField;
import org.longrun.landscape.Himmelblau;
import org.longrun.landscape.NoiseDescription;
import org.longrun.landscape.ScalarField;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** SGD steps on Himmelblau's function, by the samplers and by a loop written by hand. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SamplerBenchmark {
  private static final int STEPS = 1000;
  private static final double STEP = 1e-3;

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
  private final ZigguratSampler.NormalizedGaussian normal =
      ZigguratSampler.NormalizedGaussian.of(random);
  private final Himmelblau loss = new Himmelblau();
  private final NoiseModel.Sampler gaussian =
      NoiseModels.of(
              new NoiseDescription.Isotropic("", constant(1.7), OptionalDouble.empty(), null), loss)
          .sampler();
  private final NoiseModel.Sampler signs =
      NoiseModels.of(
              new NoiseDescription.Rademacher("", constant(1.3), List.of(1.0, 0.0, 0.0, 1.0)), loss)
          .sampler();

  /** Gradient, two Gaussians, a step: nothing else. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double byHand() {
    double x = 3;
    double y = 2;
    double deviation = Math.sqrt(1.7);
    for (int t = 0; t < STEPS; t++) {
      double a = x * x + y - 11;
      double b = x + y * y - 7;
      x -= STEP * (4 * x * a + 2 * b + deviation * normal.sample());
      y -= STEP * (2 * a + 4 * y * b + deviation * normal.sample());
    }
    return x + y;
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double gaussian() {
    return run(gaussian);
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double rademacher() {
    return run(signs);
  }

  private double run(NoiseModel.Sampler sampler) {
    double[] x = {3, 2};
    double[] g = new double[2];
    for (int t = 0; t < STEPS; t++) {
      sampler.stochasticGradient(x, random, g);
      x[0] -= STEP * g[0];
      x[1] -= STEP * g[1];
    }
    return x[0] + x[1];
  }

  private static ScalarField constant(double level) {
    return FormulaField.of(Double.toString(level), List.of("x", "y"));
  }
}
