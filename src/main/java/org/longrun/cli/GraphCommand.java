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
    Network network = Network.read(file);
    String name = tryOut(network.name());
    NetworkAnalysis.Request request = new NetworkAnalysis.Request(target, committor, stepSizes);
    NetworkAnalysis analysis = NetworkAnalysis.of(network, request);
    Trees written = trees.of(analysis.energies());
    write(analysis, written, name);
    if (!output.quiet) {
      terminal.print(NetworkSummary.of(analysis, written));
      if (!name.equals(network.name())) {
        terminal.print(
            "\n"
                + network.name()
                + ".json was there and is kept: these results are "
                + name
                + ".json\n");
      }
    }
    return ExitStatus.DONE;
  }

  /** The results' name, after failing on what can't be written or would overwrite something. */
  private String tryOut(String name) throws IOException {
    OutputFolder folder = output.folder(List.of(file));
    List<String> suffixes = new ArrayList<>(List.of(".json", ".html"));
    suffixes.addAll(graphFiles.suffixesOfNetwork());
    String results = folder.expectNetwork(name, suffixes);
    folder.tryOut();
    return results;
  }

  private void write(NetworkAnalysis analysis, Trees written, String name) throws IOException {
    ResultFiles results = new ResultFiles(output.out, name);
    results.add(".json", NetworkJson.of(analysis, written)::writeTo);
    graphFiles.add(results, analysis.energies());
    graphFiles.addCycles(results, analysis.hierarchy());
    if (HtmlReport.shows(analysis)) {
      results.addPage(() -> HtmlReport.of(analysis, written).html());
    }
    results.write();
  }
}
