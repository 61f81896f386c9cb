package org.longrun.simulate;

import java.util.ArrayList;
import java.util.List;
import org.longrun.dynamics.Sgd;
import org.longrun.numerics.Point;

/**
 * Direct simulation of the hitting time τ = min{t ≥ 0 : dist(x_t, Q) ≤ δ} of SGD itself (theory,
 * section 4).
 *
 * <p>The replicas are split into pieces of {@value #PIECE} before any runs, each with its own
 * stream; the sample is the same for any number of threads.
 */
public final class HittingTimes {
  private static final int PIECE = 64;

  private final Sgd sgd;
  private final Atlas target;
  private final long seed;
  private final String name;

  private HittingTimes(Sgd sgd, Atlas target, long seed, String name) {
    this.sgd = sgd;
    this.target = target;
    this.seed = seed;
    this.name = name;
  }

  /**
   * One start and one step size.
   *
   * @param start where every replica begins, at rest
   * @param stepSize η &gt; 0
   * @param steps the most iterations of one replica, which is then censored
   */
  public record Run(Point start, double stepSize, long steps) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the step size or the number of steps is not positive
     */
    public Run {
      if (!(stepSize > 0) || steps < 1) {
        throw new IllegalArgumentException("step size " + stepSize + ", " + steps + " steps");
      }
    }
  }

  /** The hitting times of this target by this dynamics. */
  public static HittingTimes of(Sgd sgd, Neighbourhood target, long seed) {
    return of(sgd, List.of(target), seed);
  }

  /** The times of first reaching any of several neighbourhoods, and which of them it was. */
  public static HittingTimes of(Sgd sgd, List<Neighbourhood> targets, long seed) {
    Atlas atlas = new Atlas(targets, sgd.landscape().domain().diameter());
    return new HittingTimes(sgd, atlas, seed, "hitting");
  }

  /** The same under another name: random streams and checkpoints go by it. */
  HittingTimes named(String other) {
    return new HittingTimes(sgd, target, seed, other);
  }

  /**
   * Runs the replicas from {@code first} (counted from 0, a multiple of the piece) on.
   *
   * @param run start, step size, last iteration
   * @param first how many replicas of this run were made before
   * @param replicas how many are made now
   * @param workers who does it
   */
  public HittingSample sample(Run run, int first, int replicas, Workers workers) {
    String stage = name + " " + run.start() + " " + run.stepSize() + " " + first;
    List<HittingTask> pieces = new ArrayList<>();
    for (int done = 0; done < replicas; done += PIECE) {
      int size = Math.min(PIECE, replicas - done);
      pieces.add(new HittingTask(sgd, target, run, size, Streams.of(seed, stage, pieces.size())));
    }
    workers.finish(stage, pieces);
    return gather(pieces, replicas);
  }

  private static HittingSample gather(List<HittingTask> pieces, int replicas) {
    long[] times = new long[replicas];
    int[] outcomes = new int[replicas];
    int next = 0;
    for (HittingTask piece : pieces) {
      int size = piece.times().length;
      System.arraycopy(piece.times(), 0, times, next, size);
      System.arraycopy(piece.outcomes(), 0, outcomes, next, size);
      next += size;
    }
    return new HittingSample(times, outcomes);
  }

  /**
   * As many replicas as the iterations allow, at most the wanted number: first a piece, from whose
   * mean the number of the others follows.
   *
   * @param run start, step size, last iteration
   * @param replicas the most replicas
   * @param budget about how many iterations may be made in all
   * @param workers who does it
   */
  public HittingSample within(Run run, int replicas, double budget, Workers workers) {
    int pilot = Math.min(replicas, PIECE);
    HittingSample first = sample(run, 0, pilot, workers);
    double each = Math.max(1, first.iterations() / pilot);
    double affordable = Math.floor((budget - first.iterations()) / each);
    int more = (int) Math.max(0, Math.min(replicas - pilot, affordable));
    return more == 0 ? first : first.and(sample(run, pilot, more, workers));
  }
}
