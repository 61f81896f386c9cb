package org.longrun.landscape;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words why a file could not be read or written. */
public final class FileFault {
  private FileFault() {}

  /** What failed, and the file if it is known: {@code FILE: there is no such file or folder}. */
  public static String told(IOException failure) {
    String file = failure instanceof FileSystemException named ? named.getFile() : null;
    return file == null ? reason(failure) : file + ": " + reason(failure);
  }

  /** The failure told of a file that it is about to the reader, whatever file it happened to. */
  public static IOException of(Path file, IOException failure) {
    FileSystemException told = new FileSystemException(file.toString(), null, reason(failure));
    told.initCause(failure);
    return told;
  }

  /** What failed, without the file. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (failure instanceof AccessDeniedException) {
      return "access is denied";
    } else if (failure instanceof FileAlreadyExistsException) {
      return "there is a file of this name already";
    } else if (failure instanceof NotDirectoryException) {
      return "this is no folder";
    } else if (failure instanceof DirectoryNotEmptyException) {
      return "a folder that is not empty is in the file's place";
    } else if (failure instanceof FileSystemLoopException) {
      return "links lead round in a circle";
    }
    return described(failure);
  }

  private static String described(IOException failure) {
    String reason = failure instanceof FileSystemException named ? named.getReason() : null;
    String message = reason == null ? failure.getMessage() : reason;
    return message == null || message.isBlank() ? "the system says no more" : message;
  }
}
