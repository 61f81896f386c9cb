package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.graph.Network;
import org.longrun.landscape.InputError;
import org.longrun.report.HtmlReport;
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

  @Option(names = "--committor", description = "Write committors however large the network is.")
  private boolean committor;

  private final List<Double> stepSizes = new ArrayList<>();

  @Option(
      names = "--step-sizes",
      split = ",",
      paramLabel = "ETA",
      description = "Write weights and mean times of the chain with rates exp(-B/ETA).")
  void setStepSizes(List<Double> given) {
    for (double stepSize : given) {
      if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
        throw new InputError("--step-sizes " + stepSize + ": a step size is > 0");
      }
    }
    stepSizes.addAll(given);
  }

  @Mixin private TreeOptions trees = new TreeOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private GraphFileOptions graphFiles = new GraphFileOptions();

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    graphFiles.check();
    NetworkAnalysis.Request request = new NetworkAnalysis.Request(target, committor, stepSizes);
    NetworkAnalysis analysis = NetworkAnalysis.of(Network.read(file), request);
    Trees written = trees.of(analysis.energies());
    String name = analysis.network().name();
    NetworkJson json = NetworkJson.of(analysis, written);
    WholeFile.write(output.out.resolve(name + ".json"), json::writeTo);
    graphFiles.write(output.out, name, analysis.energies());
    graphFiles.writeCycles(output.out, name, analysis.hierarchy());
    if (HtmlReport.shows(analysis)) {
      HtmlReport.of(analysis, written).write(output.out.resolve(name + ".html"));
    }
    if (!output.quiet) {
      terminal.print(NetworkSummary.of(analysis, written));
    }
    return ExitStatus.DONE;
  }
}
