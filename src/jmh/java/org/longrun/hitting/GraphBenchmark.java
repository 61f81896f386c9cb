package org.longrun.hitting;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.longrun.arborescence.Contraction;
import org.longrun.arborescence.InForest;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.graph.TransitionGraphBuilder;
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

/** All energies, one root, and all exponents of one target, on sparse and dense networks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {
  private static final int DENSE = 1000;
  private static final int NEIGHBOURS = 5;

  /** plane-N: a landscape-like network of N vertices; dense: N = 1000, all pairs. */
  @Param({"plane-100000", "dense", "plane-1000000"})
  public String network;

  private TransitionGraph graph;
  private BitSet target;

  @Setup
  public void make() {
    graph =
        network.equals("dense")
            ? dense(new SplittableRandom(1))
            : PlaneNetwork.of(Integer.parseInt(network.substring(6)), NEIGHBOURS, 1);
    target = EnergyLevels.of(graph).groundStates();
  }

  private static TransitionGraph dense(SplittableRandom random) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    IntStream.range(0, DENSE).forEach(i -> builder.vertex("n" + i));
    for (int i = 0; i < DENSE; i++) {
      for (int j = 0; j < DENSE; j++) {
        builder.edge(i, j, random.nextDouble());
      }
    }
    return builder.build();
  }

  @Benchmark
  public EnergyLevels allEnergies() {
    return EnergyLevels.of(graph);
  }

  @Benchmark
  public InForest oneRoot() {
    return Contraction.toward(target, graph.digraph()).forest();
  }

  @Benchmark
  public HittingExponents allExponents() {
    return HittingExponents.toward(target, graph);
  }
}
