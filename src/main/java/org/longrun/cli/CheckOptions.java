package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.action.GridCheck;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.report.ComparisonTables;
import org.longrun.report.Figures;
import org.longrun.report.ResultsJson;
import org.longrun.report.WholeFile;
import picocli.CommandLine.Option;

/** What can be asked of an analysis beside its results: checks, comparisons, figures. */
final class CheckOptions {
  private static final String DIFFUSION = ".diffusion.json";

  @Option(
      names = "--verify",
      description =
          "In two variables, hold all costs against an independent coarse grid; a cheaper path"
              + " found there counts as inconsistent.")
  private boolean verify;

  @Option(
      names = "--compare-diffusion",
      description = "Compute the same with the Gaussian noise of equal covariance, side by side.")
  private boolean compareDiffusion;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Write the page's pictures as SVG files into DIR.")
  private @Nullable Path figures;

  /** Fails on what can't be asked of this landscape, before anything is computed. */
  void check(Landscape landscape) {
    if (verify && landscape.dimension() != 2) {
      throw new InputError(
          landscape.name()
              + ": --verify checks landscapes of two variables, and this one has "
              + landscape.dimension());
    }
  }

  /** What is added to a landscape's name for files beside its results. */
  List<String> suffixes() {
    return compareDiffusion ? List.of(DIFFUSION) : List.of();
  }

  /** Fails on what can't be written, before anything is computed. */
  void tryOut() throws IOException {
    if (figures != null) {
      new OutputFolder(figures, List.of()).tryOut();
    }
  }

  /**
   * What came of what was asked.
   *
   * @param text the lines to print
   * @param sound whether no check contradicts the results
   */
  record Outcome(String text, boolean sound) {}

  /** Does what was asked. */
  Outcome run(LongRunResult result, Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean sound = true;
    if (verify) {
      GridCheck.Verdict verdict = GridCheck.of(result.critical(), result.sgd(), result.costs());
      text.append(ComparisonTables.grid(verdict, result));
      sound = !verdict.missesPaths();
    }
    if (compareDiffusion) {
      LongRunResult diffusion = LongRunAnalysis.withDefaults().of(result.sgd().diffusion());
      Path file = folder.resolve(result.sgd().landscape().name() + DIFFUSION);
      WholeFile.write(file, ResultsJson.of(diffusion, List.of())::writeTo);
      text.append(ComparisonTables.diffusion(result, diffusion));
    }
    if (figures != null) {
      Figures.of(result).write(figures);
    }
    return new Outcome(text.toString(), sound);
  }
}
