package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.SweepPoint;
import org.longrun.analysis.SweepResult;
import org.longrun.landscape.InputError;
import org.longrun.report.SweepJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code merge DIR}: the parts of a sweep → the whole, with the bytes of an undivided run. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Put the parts of a sweep together that sweep --shard I/N left in a folder.",
    footer = {"", "Example: longrun merge graphs --out graphs"})
final class MergeCommand implements Callable<Integer> {
  private static final String PART = ".*\\.sweep\\.[0-9]+-of-[0-9]+\\.json";

  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The folder with NAME.sweep.I-of-N.json.")
  private Path folder = Path.of("");

  @Mixin private OutputOptions output = new OutputOptions();

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<SweepResult> parts = new ArrayList<>();
    for (Path file : files()) {
      SweepResult part = SweepJson.read(file);
      if (!parts.isEmpty() && !isOf(parts.get(0), part)) {
        throw new InputError(
            file
                + ": a part of another sweep, or of another file or data; keep one sweep a folder");
      }
      parts.add(part);
    }
    SweepResult whole = merged(parts);
    SweepFiles written = new SweepFiles(output, List.of(), "");
    written.expect(whole.name());
    written.write(whole);
    if (!output.quiet) {
      terminal.print(SweepFiles.summary(whole));
    }
    return whole.isSound() ? ExitStatus.DONE : ExitStatus.MARKED;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputError(folder + ": no folder; name the one with the parts of a sweep");
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(each -> each.getFileName().toString().matches(PART)).sorted().toList();
      if (found.isEmpty()) {
        throw new InputError(folder + ": no part of a sweep, NAME.sweep.I-of-N.json, is in it");
      }
      return found;
    }
  }

  private static boolean isOf(SweepResult first, SweepResult other) {
    return first.name().equals(other.name())
        && first.fingerprint().equals(other.fingerprint())
        && first.variations().equals(other.variations());
  }

  private static SweepResult merged(List<SweepResult> parts) {
    SweepResult first = parts.get(0);
    @Nullable SweepPoint[] points = new SweepPoint[first.size()];
    for (SweepResult part : parts) {
      for (SweepPoint point : part.points()) {
        if (point.index() < 0 || point.index() >= points.length) {
          throw new InputError(first.name() + ": a part has a point that the sweep has not");
        }
        points[point.index()] = point;
      }
    }
    List<SweepPoint> all = new ArrayList<>();
    for (int k = 0; k < points.length; k++) {
      SweepPoint point = points[k];
      if (point == null) {
        throw new InputError(
            first.name() + ": point " + k + " is in no part; run the shards that are missing");
      }
      all.add(point);
    }
    return new SweepResult(first.name(), first.fingerprint(), first.variations(), null, all);
  }
}
