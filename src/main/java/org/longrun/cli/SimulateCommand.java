package org.longrun.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.landscape.Landscape;
import org.longrun.report.Figures;
import org.longrun.report.HtmlReport;
import org.longrun.report.Provenance;
import org.longrun.report.SimulationJson;
import org.longrun.report.SimulationSummary;
import org.longrun.report.WholeFile;
import org.longrun.simulate.Checkpoint;
import org.longrun.simulate.Workers;
import org.longrun.validate.Experiment;
import org.longrun.validate.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate FILE…}: Monte-Carlo beside the prediction. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulate SGD and hold the prediction against it, with a verdict a figure.",
    footer = {"", "Example: longrun simulate landscapes/talk-three-hump-gaussian.yaml"})
final class SimulateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Landscape files.")
  private List<Path> files = List.of();

  @Mixin private LandscapeOptions landscapeOptions = new LandscapeOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--full", description = "Run at the published size, however long it takes.")
  private boolean full;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Keep the state of the run in FILE, and go on from it if it is there.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Write the page's pictures, the simulation's too, as SVG files into DIR.")
  private @Nullable Path figures;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    boolean sound = true;
    for (Landscape landscape : landscapeOptions.read(files)) {
      LongRunResult result = LongRunAnalysis.withDefaults().of(landscape);
      Validation validation = simulate(result);
      write(result, validation);
      if (!output.quiet) {
        terminal.print(SimulationSummary.of(validation) + "\n");
      }
      sound &= result.isSound() && validation.agrees();
    }
    return sound ? ExitStatus.DONE : ExitStatus.MARKED;
  }

  private Validation simulate(LongRunResult result) {
    Experiment experiment =
        Experiment.of(result.sgd(), result.critical(), result.prediction(), full);
    String name = result.sgd().landscape().name();
    Workers workers = Workers.of(output.threads());
    if (checkpoint != null) {
      workers =
          workers.with(
              Checkpoint.in(
                  checkpointOf(checkpoint, name), experiment.identity(Provenance.version())));
    }
    try (Terminal.Bar bar = terminal.bar(name, output.quiet)) {
      Workers.Progress listener = (stage, done, of) -> bar.reached(stage, (double) done / of);
      return experiment.run(workers.with(listener));
    }
  }

  /** One file a landscape: the given one if there is only one, else with the name added. */
  private Path checkpointOf(Path file, String name) {
    return files.size() == 1 ? file : file.resolveSibling(file.getFileName() + "." + name);
  }

  private void write(LongRunResult result, Validation validation) throws IOException {
    String name = result.sgd().landscape().name();
    WholeFile.write(
        output.out.resolve(name + ".simulation.json"),
        stream -> SimulationJson.write(validation, stream));
    JsonNode simulation = SimulationJson.tree(validation);
    HtmlReport.of(result, List.of())
        .withSimulation(simulation)
        .write(output.out.resolve(name + ".html"));
    if (figures != null) {
      Figures.of(result).withSimulation(simulation).write(figures);
    }
  }
}
