package org.longrun.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.Trees;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.report.HtmlReport;
import org.longrun.report.IndexPage;
import org.longrun.report.ResultsJson;
import org.longrun.report.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze FILE…}: the whole analysis of landscape files. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Analyse landscapes: components, costs, energies, hitting exponents, bounds.",
    footer = {"", "Example: longrun analyze landscapes/three-hump.yaml"})
final class AnalyzeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Landscape files.")
  private List<Path> files = List.of();

  @Option(
      names = "--no-paths",
      description = "Leave the points of the least paths out of the JSON file; the page has them.")
  private boolean noPaths;

  @Mixin private StopOptions stop = new StopOptions();
  @Mixin private LandscapeOptions landscapeOptions = new LandscapeOptions();
  @Mixin private TreeOptions trees = new TreeOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private GraphFileOptions graphFiles = new GraphFileOptions();
  @Mixin private CheckOptions checks = new CheckOptions();

  AnalyzeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    graphFiles.check();
    HtmlReport.prepare();
    List<Landscape> landscapes = landscapeOptions.read(files);
    landscapes.forEach(checks::check);
    if (output.isStandardOutput()) {
      expectOne(landscapes);
    } else {
      tryOut(landscapes);
    }
    try (StopOptions.Watch watch = stop.watch()) {
      return watch.ending(analyse(landscapes, watch));
    }
  }

  private int analyse(List<Landscape> landscapes, StopOptions.Watch watch) throws IOException {
    int status = ExitStatus.DONE;
    IndexPage index = IndexPage.empty();
    for (Landscape landscape : landscapes) {
      try {
        if (watch.wasStopped()) {
          throw new InputError(landscape.name() + ": not begun, the run was stopped before");
        }
        LongRunResult result = analyse(landscape, watch);
        boolean sound = finish(result, watch) && !watch.wasStopped();
        status = Math.max(status, sound ? ExitStatus.DONE : ExitStatus.MARKED);
        index = index.with(result);
      } catch (InputError unknown) {
        if (!watch.wasStopped()) {
          throw unknown;
        }
        terminal.error(String.valueOf(unknown.getMessage()));
        status = Math.max(status, ExitStatus.MARKED);
      } catch (OutOfMemoryError | StackOverflowError exhausted) {
        terminal.error(landscape.name() + " was given up");
        status = Math.max(status, Failure.tell(exhausted, terminal));
      }
    }
    if (files.size() > 1) {
      index.write(output.out.resolve("index.html"));
    }
    return status;
  }

  /** On standard output there is room for one JSON. */
  private void expectOne(List<Landscape> landscapes) {
    if (landscapes.size() > 1 || !checks.suffixes().isEmpty()) {
      throw new InputError("--out - takes one landscape, and no option that writes other files");
    }
  }

  /** Fails on what can't be written, or would overwrite something, before hours of work. */
  private void tryOut(List<Landscape> landscapes) throws IOException {
    OutputFolder folder = output.folder(files);
    List<String> suffixes = new ArrayList<>(List.of(".json", ".html"));
    suffixes.addAll(graphFiles.suffixesOfLandscape());
    suffixes.addAll(checks.suffixes());
    for (Landscape landscape : landscapes) {
      folder.expectLandscape(landscape.name(), suffixes);
    }
    if (files.size() > 1) {
      folder.expectIndex();
    }
    folder.tryOut();
    checks.tryOut();
  }

  private LongRunResult analyse(Landscape landscape, StopOptions.Watch watch) {
    try (Terminal.Bar bar = terminal.bar(landscape.name(), output.quiet)) {
      return LongRunAnalysis.withDefaults().withProgress(bar).until(watch).of(landscape);
    }
  }

  /** Writes and prints the result; true if it is sound. */
  private boolean finish(LongRunResult result, StopOptions.Watch watch) throws IOException {
    Trees written = trees.of(result.energies());
    if (output.isStandardOutput()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      json(result, written).writeTo(bytes);
      terminal.print(bytes.toString(StandardCharsets.UTF_8));
      return result.isSound();
    }
    write(result, written);
    CheckOptions.Outcome checked =
        watch.wasStopped() ? CheckOptions.Outcome.none() : checks.run(result, output.out);
    if (!output.quiet) {
      terminal.print(Summary.of(result, written) + checked.text() + "\n");
    }
    return result.isSound() && checked.sound();
  }

  private void write(LongRunResult result, Trees written) throws IOException {
    ResultFiles results = new ResultFiles(output.out, result.sgd().landscape().name());
    results.add(".json", json(result, written)::writeTo);
    graphFiles.add(results, result.energies(), result.critical());
    graphFiles.addCycles(results, result.hierarchy());
    results.addPage(() -> HtmlReport.of(result, trees.roots()).html());
    results.write();
  }

  private ResultsJson json(LongRunResult result, Trees written) {
    ResultsJson json = ResultsJson.of(result, written);
    return noPaths ? json.withoutPaths() : json;
  }
}
