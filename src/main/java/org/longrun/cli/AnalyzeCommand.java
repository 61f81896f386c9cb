package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.Trees;
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
    tryOut(landscapes);
    int status = ExitStatus.DONE;
    IndexPage index = IndexPage.empty();
    for (Landscape landscape : landscapes) {
      try {
        LongRunResult result = analyse(landscape);
        boolean sound = finish(result);
        status = Math.max(status, sound ? ExitStatus.DONE : ExitStatus.MARKED);
        index = index.with(result);
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

  private LongRunResult analyse(Landscape landscape) {
    try (Terminal.Bar bar = terminal.bar(landscape.name(), output.quiet)) {
      return LongRunAnalysis.withDefaults().withProgress(bar).of(landscape);
    }
  }

  /** Writes and prints the result; true if it is sound. */
  private boolean finish(LongRunResult result) throws IOException {
    Trees written = trees.of(result.energies());
    write(result, written);
    CheckOptions.Outcome checked = checks.run(result, output.out);
    if (!output.quiet) {
      terminal.print(Summary.of(result, written) + checked.text() + "\n");
    }
    return result.isSound() && checked.sound();
  }

  private void write(LongRunResult result, Trees written) throws IOException {
    ResultFiles results = new ResultFiles(output.out, result.sgd().landscape().name());
    ResultsJson json = ResultsJson.of(result, written);
    results.add(".json", (noPaths ? json.withoutPaths() : json)::writeTo);
    graphFiles.add(results, result.energies(), result.critical());
    graphFiles.addCycles(results, result.hierarchy());
    results.addPage(() -> HtmlReport.of(result, trees.roots()).html());
    results.write();
  }
}
