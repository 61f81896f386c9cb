package org.longrun.cli;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.FileFault;
import org.longrun.landscape.InputError;

/** How a command that failed says so: in one line, with an exit status; only a bug shows more. */
final class Failure {
  private static final int DEEPEST = 20;

  private Failure() {}

  /** Tells the failure and returns the exit status. */
  static int tell(Throwable thrown, Terminal terminal) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof InputError) {
        terminal.error(String.valueOf(cause.getMessage()));
        return ExitStatus.WRONG_INPUT;
      }
      String environment = environment(cause);
      if (environment != null) {
        terminal.error("longrun: " + environment);
        return ExitStatus.ENVIRONMENT;
      }
      cause = cause.getCause();
    }
    terminal.error(
        "longrun: this is a bug, please report it: " + Throwables.getStackTraceAsString(thrown));
    return ExitStatus.BUG;
  }

  private static @Nullable String environment(Throwable cause) {
    if (cause instanceof UncheckedIOException unchecked) {
      return FileFault.told(Objects.requireNonNull(unchecked.getCause()));
    } else if (cause instanceof IOException failed) {
      return FileFault.told(failed);
    } else if (cause instanceof OutOfMemoryError) {
      return memory();
    } else if (cause instanceof StackOverflowError) {
      return "something is nested too deep for Java's stack; make it flatter, or give more, e.g."
          + " java -Xss256m";
    }
    return null;
  }

  private static String memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    return "the work does not fit into Java's memory of "
        + heap
        + " MB; give more, e.g. java -Xmx"
        + Math.max(2, heap >> 9)
        + "g, or ask for less; results that were finished are kept";
  }
}
