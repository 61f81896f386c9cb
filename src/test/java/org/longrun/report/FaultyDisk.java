package org.longrun.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A disk whose k-th call fails, and whose every later write does too if it is full. */
public final class FaultyDisk implements Disk {
  private final int failing;
  private final boolean forGood;
  private int calls;

  private FaultyDisk(int failing, boolean forGood) {
    this.failing = failing;
    this.forGood = forGood;
  }

  /**
   * What came of an action on a disk.
   *
   * @param value what it returned
   * @param failed whether the disk got as far as to fail
   */
  public record Outcome<T>(T value, boolean failed) {}

  /** Runs an action on a disk whose k-th call fails. */
  public static <T> Outcome<T> during(int k, boolean forGood, Supplier<T> action) {
    FaultyDisk faulty = new FaultyDisk(k, forGood);
    Disk before = WholeFiles.use(faulty);
    try {
      T value = action.get();
      return new Outcome<>(value, faulty.calls >= k);
    } finally {
      WholeFiles.use(before);
    }
  }

  private void call() throws IOException {
    calls++;
    if (calls == failing || (forGood && calls > failing)) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    call();
    Disk.super.makeFolder(folder);
  }

  @Override
  public Path makeTemporary(Path folder) throws IOException {
    call();
    return Disk.super.makeTemporary(folder);
  }

  @Override
  public OutputStream open(Path file) throws IOException {
    call();
    return new FilterOutputStream(Disk.super.open(file)) {
      @Override
      public void write(int b) throws IOException {
        call();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        call();
        out.write(bytes, offset, length / 2);
        out.write(bytes, offset + length / 2, length - length / 2);
      }

      @Override
      public void close() throws IOException {
        out.close();
        call();
      }
    };
  }

  @Override
  public void makeReadable(Path file) throws IOException {
    call();
    Disk.super.makeReadable(file);
  }

  @Override
  public void keep(Path file, Path copy) throws IOException {
    call();
    Disk.super.keep(file, copy);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    call();
    Disk.super.move(from, to);
  }
}
