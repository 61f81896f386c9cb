package org.longrun.simulate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.LandscapeFile;
import org.longrun.numerics.Point;
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

/**
 * Iterations of SGD on the three humps, target tested at each: the simulator with a landscape file
 * against a loop written by hand, same generator, same Gaussians.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
  private static final int STEPS = 32_000;
  private static final int WALKERS = 32;
  private static final double ETA = 1e-3;
  private static final double DEVIATION = Math.sqrt(1500);

  private final Sgd sgd =
      Sgd.of(
          LandscapeFile.parse(
              """
              variables: [x, y]
              objective: 2*x^6/13 + x^5/8 - 91*x^4/64 - 24*x^3/48 + 42*x^2/16 + 5*y^2/4 + x*y
              noise: {gaussian: {variance: 1500}}
              domain: {x: [-4, 4], y: [-3, 3]}
              """,
              "three-hump.yaml"));
  private final RestorableUniformRandomProvider random = Streams.of(1, "benchmark", 0);
  private final ZigguratSampler.NormalizedGaussian normal =
      ZigguratSampler.NormalizedGaussian.of(random);
  private final Walkers walkers = new Walkers(sgd, ETA, WALKERS);
  private final Atlas target =
      new Atlas(List.of(new Neighbourhood("Q", List.of(Point.of(-9, 9)), 0.5)), 10);
  private double x;
  private double y;

  public KernelBenchmark() {
    for (int w = 0; w < WALKERS; w++) {
      walkers.add(new double[] {0, 0}, 0);
    }
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int byHand() {
    int hits = 0;
    for (int t = 0; t < STEPS; t++) {
      double tail = -1.5 + x * (-91.0 / 16 + x * (5.0 / 8 + x * (12.0 / 13)));
      double dx = y + x * (21.0 / 4 + x * tail);
      double dy = 2.5 * y + x;
      x -= ETA * (dx + DEVIATION * normal.sample());
      y -= ETA * (dy + DEVIATION * normal.sample());
      double square = (x + 9) * (x + 9) + (y - 9) * (y - 9);
      if (!(square > 0.25 && square < 1e6)) {
        hits++;
      }
    }
    return hits;
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int simulator() {
    int hits = 0;
    for (int t = 0; t < STEPS / WALKERS; t++) {
      walkers.step(random);
      for (int w = walkers.count() - 1; w >= 0; w--) {
        if (target.locate(walkers.positions(), 2 * w) != Atlas.NOWHERE) {
          hits++;
        }
      }
    }
    return hits;
  }
}
