package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.landscape.Landscape;
import org.longrun.report.BoundsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bounds FILE…}: a table of all bounds and their tightness over many landscapes. */
@Command(
    name = "bounds",
    mixinStandardHelpOptions = true,
    description = "Tabulate the closed-form bounds and how tight they are; write no file.",
    footer = {"", "Example: longrun bounds landscapes/three-hump.yaml landscapes/himmelblau.yaml"})
final class BoundsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Landscape files.")
  private List<Path> files = List.of();

  @Mixin private LandscapeOptions landscapeOptions = new LandscapeOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  BoundsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BoundsTable table = new BoundsTable();
    boolean sound = true;
    for (Landscape landscape : landscapeOptions.read(files)) {
      try (Terminal.Bar bar = terminal.bar(landscape.name(), output.quiet)) {
        LongRunResult result = LongRunAnalysis.withDefaults().withProgress(bar).of(landscape);
        table.add(result);
        sound &= result.isSound();
      }
    }
    terminal.print(table.render());
    return sound ? ExitStatus.DONE : ExitStatus.MARKED;
  }
}
