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
import org.longrun.landscape.LandscapeFile;
import org.longrun.report.Figures;
import org.longrun.report.HtmlReport;
import org.longrun.report.Provenance;
import org.longrun.report.SimulationJson;
import org.longrun.report.SimulationSummary;
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
    List<Landscape> landscapes = landscapeOptions.read(files);
    tryOut(landscapes);
    int status = ExitStatus.DONE;
    for (int k = 0; k < landscapes.size(); k++) {
      Landscape landscape = landscapes.get(k);
      try {
        boolean sound = simulate(landscape, files.get(k));
        status = Math.max(status, sound ? ExitStatus.DONE : ExitStatus.MARKED);
      } catch (OutOfMemoryError | StackOverflowError exhausted) {
        terminal.error(landscape.name() + " was given up");
        status = Math.max(status, Failure.tell(exhausted, terminal));
      }
    }
    return status;
  }

  private void tryOut(List<Landscape> landscapes) throws IOException {
    OutputFolder folder = output.folder(files);
    for (Landscape landscape : landscapes) {
      folder.expectLandscape(landscape.name(), List.of(".simulation.json", ".html"));
    }
    folder.tryOut();
    if (figures != null) {
      new OutputFolder(figures, List.of()).tryOut();
    }
    if (checkpoint != null) {
      for (Landscape landscape : landscapes) {
        Checkpoint.tryOut(checkpointOf(checkpoint, landscape.name()));
      }
    }
  }

  /** Simulates, writes and prints; true if everything is sound and agrees. */
  private boolean simulate(Landscape landscape, Path file) throws IOException {
    LongRunResult result = LongRunAnalysis.withDefaults().of(landscape);
    Validation validation = simulate(result, file);
    write(result, validation);
    if (!output.quiet) {
      terminal.print(SimulationSummary.of(validation) + "\n");
    }
    return result.isSound() && validation.agrees();
  }

  private Validation simulate(LongRunResult result, Path file) {
    Experiment experiment =
        Experiment.of(result.sgd(), result.critical(), result.prediction(), full);
    String name = result.sgd().landscape().name();
    Workers workers = Workers.of(output.threads());
    if (checkpoint != null) {
      String run = experiment.identity(Provenance.version(), LandscapeFile.fingerprint(file));
      workers = workers.with(Checkpoint.in(checkpointOf(checkpoint, name), run));
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
    JsonNode simulation = SimulationJson.tree(validation);
    HtmlReport page = HtmlReport.of(result, List.of()).withSimulation(simulation);
    new ResultFiles(output.out, result.sgd().landscape().name())
        .add(".simulation.json", stream -> SimulationJson.write(validation, stream))
        .addPage(page::html)
        .write();
    if (figures != null) {
      Figures.of(result).withSimulation(simulation).write(figures);
    }
  }
}
