package org.longrun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.longrun.report.TextTable;
import picocli.CommandLine.Command;

/** {@code list}: what there is to choose from. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List noise models, methods, formats and the landscapes of the working folder.",
    footer = {"", "Example: longrun list"})
final class ListCommand implements Callable<Integer> {
  private static final Path LANDSCAPES = Path.of("landscapes");
  private final Terminal terminal;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    terminal.print("Noise models\n" + noise().render());
    terminal.print("\nMethods of training\n" + training().render());
    terminal.print("\nMethods\n" + methods().render());
    terminal.print("\nFormats\n" + formats().render());
    terminal.print("\nLandscapes in " + LANDSCAPES + "/\n" + landscapes());
    return ExitStatus.DONE;
  }

  private static TextTable noise() {
    return new TextTable("in a landscape file", "the noise Z")
        .row("gaussian: {variance: 1}", "Gaussian, σ² I; a formula in the variables and f as well")
        .row("gaussian: {covariance: [[1, 0], [0, 4]]}", "Gaussian, Σ(x)")
        .row("gaussian: {variance: 1, truncate: 4}", "Gaussian, truncated to ‖Z‖ ≤ 4σ")
        .row("uniform: {half-width: 1}", "independent coordinates, uniform")
        .row("rademacher: {scale: 1}", "independent signs, along directions if given")
        .row("finite-sum: {batch: 1}", "minibatches of a finite sum (loss or mlp)");
  }

  private static TextTable training() {
    return new TextTable("in a landscape file", "a step")
        .row("method: sgd", "x - ηg, g = ∇f + Z; the default")
        .row("method: {cyclic: {factors: [1, 2, 0.5]}}", "x - ηa_j g, the factors a_j in turn");
  }

  private static TextTable methods() {
    return new TextTable("for", "method")
        .row("components", "multi-start Newton, flow lines, eigenvector following, continuation")
        .row("completeness", "degree on the boundary; interval Newton in up to 3 variables")
        .row("least paths", "pseudospectral, on-shell action, any noise; roadmap for starts")
        .row("energies", "minimum in-arborescences for all roots by one contraction")
        .row("hitting exponents", "contraction rooted at the target, then one Dijkstra run")
        .row("simulation", "direct, adaptive multilevel splitting, exact kernel in low dimension");
  }

  private static TextTable formats() {
    return new TextTable("file", "read by", "written by")
        .row(".yaml landscape", "analyze check cost simulate sweep bounds", "")
        .row(".json results", "", "analyze graph simulate sweep")
        .row(".dot", "graph", "analyze")
        .row(".graphml", "graph", "analyze --format graphml")
        .row(".csv", "graph", "analyze --format csv")
        .row(".mtx", "graph", "analyze --format matrix-market")
        .row("min.data, ts.data", "graph", "");
  }

  private static String landscapes() throws IOException {
    if (!Files.isDirectory(LANDSCAPES)) {
      return "  none: there is no such folder here\n";
    }
    try (Stream<Path> files = Files.list(LANDSCAPES)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      return names.isEmpty() ? "  none\n" : "  " + String.join("\n  ", names) + "\n";
    }
  }
}
