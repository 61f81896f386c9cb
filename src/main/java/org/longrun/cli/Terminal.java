package org.longrun.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.Progress;
import org.longrun.landscape.PlainText;

/** Where the command line prints: results to one stream, progress to the other. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final int STEPS = 1000;

  private final PrintStream out;
  private final PrintStream err;

  Terminal(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Prints a result; what names and files could forge a line with is made visible.
   *
   * @throws IOException if standard output takes nothing more
   */
  void print(String text) throws IOException {
    out.print(PlainText.lines(text));
    if (out.checkError()) {
      throw closed();
    }
  }

  /** What is wrong with standard output once it takes nothing more. */
  static IOException closed() {
    return new IOException("standard output is closed, or its disk is full");
  }

  /** A line on the other stream. */
  void error(String line) {
    err.println(PlainText.lines(line));
  }

  /** A bar on standard error, if that is a terminal and the user has not asked for quiet. */
  Bar bar(String name, boolean quiet) {
    if (quiet || !isTerminal()) {
      return new Bar(null);
    }
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(STEPS)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(err))
            .hideEta()
            .clearDisplayOnFinish()
            .build());
  }

  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return System.console() != null;
    }
  }

  /** A progress bar, or nothing at all. */
  static final class Bar implements Progress, AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Bar(@Nullable ProgressBar bar) {
      this.bar = bar;
    }

    @Override
    public void reached(String stage, double fraction) {
      ProgressBar shown = bar;
      if (shown != null) {
        shown.setExtraMessage(stage);
        shown.stepTo(Math.round(STEPS * fraction));
      }
    }

    @Override
    public void close() {
      ProgressBar shown = bar;
      if (shown != null) {
        shown.close();
      }
    }
  }
}
