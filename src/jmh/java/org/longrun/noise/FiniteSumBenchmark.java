package org.longrun.noise;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One Newton step's Γ, Γ_v, Γ_vv of a finite sum against the plain loops of the formula. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FiniteSumBenchmark {
  @Param({"8", "1000", "10000"})
  int n;

  @Param({"2", "10"})
  int d;

  private double[] g;
  private double[] v;
  private double[] mean;
  private double[] hessian;
  private double[] direction;
  private int turn;
  private NoiseModel.Local local;

  @Setup
  public void draw() {
    Random random = new Random(3);
    g = random.doubles((long) n * d, -1, 1).toArray();
    v = random.doubles(d, -1, 1).toArray();
    direction = random.doubles(d, -1, 1).toArray();
    mean = new double[d];
    hessian = new double[d * d];
    local =
        new MinibatchCumulant(
            new FixedGradients(n, d, g), new WithReplacement(n, 1), new double[d], false);
  }

  @Benchmark
  public double model() {
    turn ^= 1;
    v[0] += turn == 0 ? 0.1 : -0.1;
    double value = local.cumulant(v);
    local.gradient(v, mean);
    local.hessian(v, hessian);
    return value + mean[0] + hessian[0];
  }

  @Benchmark
  public boolean reaches() {
    return local.reaches(v, direction);
  }

  @Benchmark
  public double plainLoop() {
    turn ^= 1;
    v[0] += turn == 0 ? 0.1 : -0.1;
    double[] weights = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double score = 0;
      for (int k = 0; k < d; k++) {
        score += v[k] * g[i * d + k];
      }
      weights[i] = Math.exp(score);
      sum += weights[i];
    }
    Arrays.fill(mean, 0);
    Arrays.fill(hessian, 0);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < d; k++) {
        mean[k] += weights[i] / sum * g[i * d + k];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k <= j; k++) {
          hessian[j * d + k] +=
              weights[i] / sum * (g[i * d + j] - mean[j]) * (g[i * d + k] - mean[k]);
        }
      }
    }
    return Math.log(sum / n) + mean[0] + hessian[0];
  }
}
