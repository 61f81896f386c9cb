package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

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
    write(target, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes what the content produces.
   *
   * @throws IOException if the folder can't be made or the file can't be written; the target is
   *     then as it was
   */
  public static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    try {
      try (OutputStream stream = Files.newOutputStream(temporary)) {
        content.writeTo(stream);
      }
      makeReadable(temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Temporary files are private; results are as readable as any new file. */
  private static void makeReadable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
