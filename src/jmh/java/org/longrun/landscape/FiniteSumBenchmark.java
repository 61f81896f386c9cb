package org.longrun.landscape;

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

/** The mean gradient of a linear model's squared loss over n rows, against a plain loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FiniteSumBenchmark {
  @Param({"1000x2", "1000x100", "100000x2"})
  public String size;

  private int n;
  private int d;
  private EmpiricalRisk risk;
  private double[] rows;
  private double[] x;
  private double[] weights;
  private double[] out;

  /** Rows u_1 … u_d, v. */
  @Setup
  public void prepare() {
    n = Integer.parseInt(size.split("x")[0]);
    d = Integer.parseInt(size.split("x")[1]);
    Random random = new Random(1);
    rows = random.doubles((long) n * (d + 1), -1, 1).toArray();
    x = random.doubles(d, -1, 1).toArray();
    weights = random.doubles(n).toArray();
    out = new double[d];
    risk = LinearModel.risk(n, d, rows);
  }

  @Benchmark
  public double[] compiled() {
    risk.weightedGradient(x, weights, out);
    return out;
  }

  @Benchmark
  public double[] plainLoop() {
    Arrays.fill(out, 0);
    for (int i = 0; i < n; i++) {
      int at = i * (d + 1);
      double residual = -rows[at + d];
      for (int k = 0; k < d; k++) {
        residual += x[k] * rows[at + k];
      }
      for (int k = 0; k < d; k++) {
        out[k] += weights[i] * residual * rows[at + k];
      }
    }
    return out;
  }
}
