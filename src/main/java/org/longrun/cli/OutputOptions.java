package org.longrun.cli;

import java.nio.file.Path;
import java.util.List;
import org.longrun.landscape.InputError;
import picocli.CommandLine.Option;

/** The options of every command that computes. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "graphs",
      description =
          "The folder for the results (default: ${DEFAULT-VALUE}); for analyze, - prints the JSON"
              + " alone on standard output.")
  Path out = Path.of("graphs");

  @Option(names = "--quiet", description = "Print no summary and no progress.")
  boolean quiet;

  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; the results are the same for any number (default: all cores).")
  void setThreads(int threads) {
    if (!(threads >= 1)) {
      throw new InputError("--threads " + threads + ": give a whole number from 1 on");
    }
    this.threads = threads;
    System.setProperty(
        "java.util.concurrent.ForkJoinPool.common.parallelism", Integer.toString(threads));
  }

  /** Whether the results are asked for on standard output. */
  boolean isStandardOutput() {
    return out.toString().equals("-");
  }

  /** The folder for the results of these inputs, still to be tried. */
  OutputFolder folder(List<Path> inputs) {
    if (isStandardOutput()) {
      throw new InputError("--out -: only analyze writes to standard output; name a folder");
    }
    return new OutputFolder(out, inputs);
  }

  /** The threads to use, all cores by default. */
  int threads() {
    return threads;
  }
}
