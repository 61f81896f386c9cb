package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.graph.Network;
import org.longrun.report.NetworkJson;
import org.longrun.report.NetworkSummary;
import org.longrun.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graph FILE}: the graph stages alone, on a network from a file. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description =
        "Run the graph stages on a network: DOT, GraphML, CSV, Matrix Market, PATHSAMPLE.",
    footer = {"", "Example: longrun graph graphs/three-hump.dot"})
final class GraphCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A network file, or a PATHSAMPLE folder.")
  private Path file = Path.of("");

  @Option(
      names = "--target",
      split = ",",
      paramLabel = "ID",
      description = "The target's vertices (default: the ground states).")
  private List<String> target = List.of();

  @Option(
      names = "--trees",
      split = ",",
      paramLabel = "ID",
      description = "Vertices whose trees are written even where there are more than 200.")
  private List<String> trees = List.of();

  @Option(names = "--committor", description = "Write committors however large the network is.")
  private boolean committor;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private GraphFileOptions graphFiles = new GraphFileOptions();

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    graphFiles.check();
    NetworkAnalysis.Request request = new NetworkAnalysis.Request(target, trees, committor);
    NetworkAnalysis analysis = NetworkAnalysis.of(Network.read(file), request);
    String name = analysis.network().name();
    WholeFile.write(output.out.resolve(name + ".json"), NetworkJson.of(analysis)::writeTo);
    graphFiles.write(output.out, name, analysis.energies());
    if (!output.quiet) {
      terminal.print(NetworkSummary.of(analysis));
    }
    return ExitStatus.DONE;
  }
}
