package org.longrun.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** What writing results asks of a file system; a test's own fails where it is told to. */
interface Disk {
  /** Makes the folder and those above it. */
  default void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  /** A new empty file of a name of its own, short whatever the result is called. */
  default Path makeTemporary(Path folder) throws IOException {
    return Files.createTempFile(folder, ".longrun-", ".tmp");
  }

  default OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  /** Temporary files are private; results are as readable as any new file. */
  default void makeReadable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  /** Gives a file a second name, or copies it where files have one name only. */
  default void keep(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Moves a file over another in one step. */
  default void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  default void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
