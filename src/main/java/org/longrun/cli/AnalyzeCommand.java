package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
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
import org.longrun.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    boolean sound = true;
    IndexPage index = IndexPage.empty();
    List<Landscape> landscapes = landscapeOptions.read(files);
    landscapes.forEach(checks::check);
    for (Landscape landscape : landscapes) {
      LongRunResult result = analyse(landscape);
      Trees written = trees.of(result.energies());
      write(result, written);
      CheckOptions.Outcome checked = checks.run(result, output.out);
      if (!output.quiet) {
        terminal.print(Summary.of(result, written) + checked.text() + "\n");
      }
      sound &= result.isSound() && checked.sound();
      index = index.with(result);
    }
    if (files.size() > 1) {
      index.write(output.out.resolve("index.html"));
    }
    return sound ? ExitStatus.DONE : ExitStatus.MARKED;
  }

  private LongRunResult analyse(Landscape landscape) {
    try (Terminal.Bar bar = terminal.bar(landscape.name(), output.quiet)) {
      return LongRunAnalysis.withDefaults().withProgress(bar).of(landscape);
    }
  }

  private void write(LongRunResult result, Trees written) throws IOException {
    String name = result.sgd().landscape().name();
    WholeFile.write(output.out.resolve(name + ".json"), ResultsJson.of(result, written)::writeTo);
    graphFiles.write(output.out, name, result.energies(), result.critical());
    graphFiles.writeCycles(output.out, name, result.hierarchy());
    HtmlReport.of(result, trees.roots()).write(output.out.resolve(name + ".html"));
  }
}
