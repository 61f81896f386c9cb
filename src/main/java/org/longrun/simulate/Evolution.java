package org.longrun.simulate;

import java.util.ArrayList;
import java.util.List;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/** The law of x_t as a function of time: many replicas from one start, counted in bins. */
public final class Evolution {
  private static final int REPLICAS_PER_PIECE = 256;
  private static final double GROWTH = 1.6;

  private final List<Long> times;
  private final double[][] counts;
  private final int replicas;

  private Evolution(List<Long> times, double[][] counts, int replicas) {
    this.times = List.copyOf(times);
    this.counts = counts;
    this.replicas = replicas;
  }

  /**
   * Runs the replicas.
   *
   * @param sgd what runs
   * @param stepSize η
   * @param start where all begin
   * @param bins where they are counted
   * @param replicas how many
   * @param steps the last iteration
   */
  public record Run(Sgd sgd, double stepSize, Point start, Bins bins, int replicas, long steps) {}

  /** The law at iterations 0, 1, 2, 3, 5, 8, …, each about {@value #GROWTH} times the last. */
  public static Evolution of(Run run, Workers workers) {
    List<Long> times = times(run.steps());
    long seed = run.sgd().landscape().simulation().seed();
    String stage = "evolution " + run.stepSize();
    List<EvolutionTask> pieces = new ArrayList<>();
    for (int done = 0; done < run.replicas(); done += REPLICAS_PER_PIECE) {
      int size = Math.min(REPLICAS_PER_PIECE, run.replicas() - done);
      Walkers walkers = new Walkers(run.sgd(), run.stepSize(), size);
      for (int w = 0; w < size; w++) {
        walkers.add(run.start().toArray(), 0);
      }
      pieces.add(
          new EvolutionTask(walkers, run.bins(), times, Streams.of(seed, stage, pieces.size())));
    }
    workers.finish(stage, pieces);
    double[][] counts = new double[times.size()][run.bins().cells() + 1];
    for (EvolutionTask piece : pieces) {
      for (int t = 0; t < counts.length; t++) {
        for (int c = 0; c < counts[t].length; c++) {
          counts[t][c] += piece.counts()[t][c];
        }
      }
    }
    return new Evolution(times, counts, run.replicas());
  }

  private static List<Long> times(long steps) {
    List<Long> times = new ArrayList<>();
    times.add(0L);
    for (double t = 1; t < steps; t = Math.max(t + 1, t * GROWTH)) {
      times.add((long) t);
    }
    times.add(steps);
    return times;
  }

  /** The iterations at which the law was taken, ascending. */
  public List<Long> times() {
    return times;
  }

  /** The shares of the cells at the time of this number; the last one is that of no cell. */
  public double[] shares(int time) {
    double[] shares = counts[time].clone();
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= replicas;
    }
    return shares;
  }

  /** The number of replicas. */
  public int replicas() {
    return replicas;
  }
}
