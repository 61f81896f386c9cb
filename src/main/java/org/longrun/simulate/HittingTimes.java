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
  /** Replicas that one thread runs at a time. */
  public static final int PIECE = 32;

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
   * Some replicas of one run.
   *
   * @param run start, step size, last iteration
   * @param first how many replicas of this run were made before
   * @param replicas how many are made now
   */
  public record Batch(Run run, int first, int replicas) {}

  /** Runs one batch. */
  public HittingSample sample(Batch batch, Workers workers) {
    return samples(List.of(batch), workers).get(0);
  }

  /**
   * Runs batches together, so that no thread waits for the last replicas of one of them: best the
   * longest first.
   *
   * @return a sample for each batch
   */
  public List<HittingSample> samples(List<Batch> batches, Workers workers) {
    List<HittingTask> pieces = new ArrayList<>();
    for (Batch batch : batches) {
      for (int done = 0; done < batch.replicas(); done += PIECE) {
        int size = Math.min(PIECE, batch.replicas() - done);
        var stream = Streams.of(seed, title(batch), done / PIECE);
        pieces.add(new HittingTask(sgd, target, batch.run(), size, stream));
      }
    }
    if (!pieces.isEmpty()) {
      workers.finish(title(batches.get(0)) + " and " + (batches.size() - 1), pieces);
    }
    List<HittingSample> samples = new ArrayList<>();
    int next = 0;
    for (Batch batch : batches) {
      int count = (batch.replicas() + PIECE - 1) / PIECE;
      samples.add(gather(pieces.subList(next, next + count), batch.replicas()));
      next += count;
    }
    return samples;
  }

  private String title(Batch batch) {
    return name + " " + batch.run().start() + " " + batch.run().stepSize() + " " + batch.first();
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
}
