package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, which is then moved
 * over the target in one atomic step.
 */
public final class WholeFile {
  /** What is written. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to the stream, which the caller closes. */
    void writeTo(OutputStream stream) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes text as UTF-8.
   *
   * @throws IOException if the folder can't be made or the file can't be written; the target is
   *     then as it was
   */
  public static void write(Path target, String text) throws IOException {
    write(target, text(text));
  }

  /** Text as UTF-8. */
  public static Content text(String text) {
    return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes what the content produces.
   *
   * @throws IOException if the folder can't be made or the file can't be written; the target is
   *     then as it was
   */
  public static void write(Path target, Content content) throws IOException {
    new WholeFiles().add(target, content).write();
  }
}
