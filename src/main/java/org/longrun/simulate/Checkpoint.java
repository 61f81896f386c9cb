package org.longrun.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final String FORMAT = "longrun checkpoint 1";

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
   * @param run what makes this run differ from every other: landscape, seed, sizes, version
   * @throws InputError if the file is not a checkpoint, or that of another run
   */
  public static Checkpoint in(Path file, String run) {
    Checkpoint checkpoint = new Checkpoint(file, run, SECONDS);
    checkpoint.load();
    return checkpoint;
  }

  /** The same with another time between two replacements of the file. */
  Checkpoint every(long otherSeconds) {
    Checkpoint other = new Checkpoint(file, run, otherSeconds);
    other.states.putAll(states);
    return other;
  }

  private void load() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(FORMAT)) {
        throw new InputError(file + " is not a checkpoint; name a file that is, or a new one");
      }
      if (!read(in).equals(run)) {
        throw new InputError(
            file
                + " is the checkpoint of another run (landscape, seed or sizes differ); remove it,"
                + " or name another file");
      }
      int count = in.readInt();
      for (int entry = 0; entry < count; entry++) {
        String piece = in.readUTF();
        byte[] state = new byte[in.readInt()];
        in.readFully(state);
        states.put(piece, state);
      }
    } catch (NoSuchFileException absent) {
      states.clear();
    } catch (IOException damaged) {
      throw new InputError(file + " cannot be read as a checkpoint: " + damaged.getMessage());
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
    Map<String, byte[]> now = Map.copyOf(states);
    Path folder = file.toAbsolutePath().getParent();
    Path name = file.getFileName();
    Path temporary = (folder == null ? file : folder).resolve("." + name + ".part");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
        out.writeUTF(FORMAT);
        write(out, run);
        out.writeInt(now.size());
        for (Map.Entry<String, byte[]> entry : now.entrySet()) {
          out.writeUTF(entry.getKey());
          out.writeInt(entry.getValue().length);
          out.write(entry.getValue());
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = System.nanoTime();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
