package org.longrun.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work through lists of independent pieces. The list is complete before any work
 * starts and every piece has its own random stream, so that the results are the same for any number
 * of threads.
 */
public final class Workers {
  /** Hears how far a stage of a run has come; called from the working threads. */
  public interface Progress {
    /** So many of the pieces of this stage are done. */
    void at(String stage, int done, int pieces);
  }

  private final int threads;
  private final @Nullable Checkpoint checkpoint;
  private final Progress progress;

  private Workers(int threads, @Nullable Checkpoint checkpoint, Progress progress) {
    this.threads = threads;
    this.checkpoint = checkpoint;
    this.progress = progress;
  }

  /**
   * So many threads, without a checkpoint.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads: at least 1 is needed");
    }
    return new Workers(threads, null, (stage, done, pieces) -> {});
  }

  /** The same, with a checkpoint. */
  public Workers with(Checkpoint other) {
    return new Workers(threads, other, progress);
  }

  /** The same, with a listener. */
  public Workers with(Progress other) {
    return new Workers(threads, checkpoint, other);
  }

  /** Brings every piece to its end. The stage's name is unique within the run. */
  void finish(String stage, List<? extends Resumable> pieces) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, pieces.size() + 1));
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    try {
      for (int p = 0; p < pieces.size(); p++) {
        Resumable piece = pieces.get(p);
        String name = stage + "#" + p;
        running.add(
            pool.submit(
                () -> {
                  bringToEnd(name, piece);
                  progress.at(stage, done.incrementAndGet(), pieces.size());
                }));
      }
      running.forEach(Workers::await);
    } finally {
      pool.shutdownNow();
    }
    if (checkpoint != null) {
      checkpoint.flush();
    }
  }

  private void bringToEnd(String name, Resumable piece) {
    if (checkpoint != null) {
      checkpoint.restore(name, piece);
    }
    boolean done = false;
    while (!done) {
      done = piece.advance(Resumable.SLICE);
      if (checkpoint != null) {
        checkpoint.note(name, piece);
      }
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private static void await(Future<?> piece) {
    try {
      piece.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }
}
