package org.longrun.simulate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.longrun.landscape.InputError;

/**
 * The state of a long run on disk, from which it goes on after an interruption and ends with the
 * same numbers.
 *
 * <p>Every piece of work writes its state here after each slice; the file is replaced (temporary
 * file, atomic move) when the last replacement is {@value #SECONDS} seconds old, and when a stage
 * of the run ends. Pieces are independent, so that states of different ages fit together.
 */
public final class Checkpoint {
  private static final long SECONDS = 15;

  private final Path file;
  private final String run;
  private final long seconds;
  private final Map<String, byte[]> states = new ConcurrentSkipListMap<>();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile long written = System.nanoTime();

  private Checkpoint(Path file, String run, long seconds) {
    this.file = file;
    this.run = run;
    this.seconds = seconds;
  }

  /**
   * The checkpoint in a file; empty if there is no such file yet.
   *
   * @param file where the states are
   * @param run what makes this run differ from every other: the bytes of landscape and data, the
   *     options, the version
   * @throws InputError if the file is not a checkpoint, a damaged one, or that of another run
   */
  public static Checkpoint in(Path file, String run) {
    Checkpoint checkpoint = new Checkpoint(file, run, SECONDS);
    checkpoint.load();
    return checkpoint;
  }

  /**
   * Fails on a file that can't serve as a checkpoint, before anything is computed.
   *
   * @throws InputError if the file is no checkpoint, a damaged one, or in no folder
   * @throws IOException if its folder takes no files
   */
  public static void tryOut(Path file) throws IOException {
    CheckpointFile.tryOut(file);
  }

  /** The same with another time between two replacements of the file. */
  Checkpoint every(long otherSeconds) {
    Checkpoint other = new Checkpoint(file, run, otherSeconds);
    other.states.putAll(states);
    return other;
  }

  private void load() {
    if (Files.exists(file)) {
      CheckpointFile.Content content = CheckpointFile.read(file);
      if (!content.run().equals(CheckpointFile.digest(run))) {
        throw new InputError(
            file
                + " is the checkpoint of another run (landscape, data, options or version differ);"
                + " remove it, or name another file");
      }
      states.putAll(content.states());
    }
  }

  /** True if the piece has a state here, which it has then taken over. */
  boolean restore(String piece, Resumable work) {
    byte[] state = states.get(piece);
    if (state == null) {
      return false;
    }
    try {
      work.restore(new DataInputStream(new ByteArrayInputStream(state)));
      return true;
    } catch (IOException truncated) {
      throw new UncheckedIOException(truncated);
    }
  }

  /** Notes the state of a piece, and replaces the file if that was long ago. */
  void note(String piece, Resumable work) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      work.save(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    states.put(piece, bytes.toByteArray());
    if (System.nanoTime() - written > seconds * 1_000_000_000L && writing.tryLock()) {
      try {
        replace();
      } finally {
        writing.unlock();
      }
    }
  }

  /** Replaces the file now. */
  void flush() {
    writing.lock();
    try {
      replace();
    } finally {
      writing.unlock();
    }
  }

  private void replace() {
    try {
      CheckpointFile.write(file, CheckpointFile.digest(run), Map.copyOf(states));
      written = System.nanoTime();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
