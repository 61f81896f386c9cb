package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.action.LeastPath;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;
import org.longrun.report.PathCsv;
import org.longrun.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cost FILE --from x,… --to x,…}: B(x, x′) between two points, with its path. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description = "Compute B(x, x′) between two points of the domain; write its path as CSV.",
    footer = {"", "Example: longrun cost landscapes/himmelblau.yaml --from 3,2 --to 0,0"})
final class CostCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A landscape file.")
  private Path file = Path.of("");

  @Option(names = "--from", required = true, paramLabel = "x,…", description = "The point x.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "x,…", description = "The point x′.")
  private String to = "";

  @Mixin private LandscapeOptions landscapeOptions = new LandscapeOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  CostCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Landscape landscape = landscapeOptions.read(List.of(file)).get(0);
    Point x = LandscapeOptions.point("--from", from, landscape);
    Point y = LandscapeOptions.point("--to", to, landscape);
    OutputFolder folder = output.folder(List.of(file));
    folder.expectPath(landscape.name());
    folder.tryOut();
    LeastPath path = LongRunAnalysis.withDefaults().cost(landscape, x, y);
    Path csv = output.out.resolve(landscape.name() + ".path.csv");
    WholeFile.write(csv, PathCsv.of(path, landscape.variables()));
    terminal.print(PathCsv.sentence(path, x, y) + "\n");
    if (!output.quiet) {
      terminal.print("The path is in " + csv + "\n");
    }
    return path.converged() ? ExitStatus.DONE : ExitStatus.MARKED;
  }
}
