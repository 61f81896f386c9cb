package org.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.Network;
import org.longrun.landscape.LandscapeFile;
import org.longrun.report.DotWriter;
import org.longrun.report.ExportGraph;

/** The landscapes that are shipped: what they show, and the graphs of them that are kept. */
class ShippedLandscapesTest {
  private static final Path LANDSCAPES = Path.of("landscapes");
  private static final Path GRAPHS = Path.of("graphs");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

  /** Costs are refined to 1e-11; the last digits may differ between processors. */
  private static final double SAME = 1e-8;

  @TestFactory
  Stream<DynamicTest> theKeptGraphIsWhatTheEngineMakes() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(LANDSCAPES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static void check(Path file) throws IOException {
    LongRunResult result = LongRunAnalysis.withDefaults().of(LandscapeFile.read(file));
    String name = result.sgd().landscape().name();
    assertThat(file).hasFileName(name + ".yaml");
    Path kept = GRAPHS.resolve(name + ".dot");
    StringBuilder made = new StringBuilder();
    new DotWriter().write(graph(name, result), made);
    compare(made.toString(), Files.readString(kept));
    sameEnergies(result, EnergyLevels.of(Network.read(kept).graph()));
    treesAddUp(result);
  }

  private static ExportGraph graph(String name, LongRunResult result) {
    return new ExportGraph(
        name, result.energies(), result.critical(), ExportGraph.Selection.DIRECT);
  }

  private static void compare(String made, String kept) {
    assertThat(NUMBER.matcher(made).replaceAll("#"))
        .isEqualTo(NUMBER.matcher(kept).replaceAll("#"));
    List<Double> ours = numbers(made);
    List<Double> theirs = numbers(kept);
    double scale = ours.stream().mapToDouble(Math::abs).max().orElse(0);
    for (int k = 0; k < ours.size(); k++) {
      double allowed = SAME * Math.max(1, Math.min(scale, 1e3 * Math.abs(theirs.get(k))));
      assertThat(ours.get(k)).isCloseTo(theirs.get(k), within(Math.max(allowed, 1e-7)));
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (MatchResult match : NUMBER.matcher(text).results().toList()) {
      numbers.add(Double.parseDouble(match.group()));
    }
    return numbers;
  }

  private static void sameEnergies(LongRunResult result, EnergyLevels read) {
    for (int i = 0; i < result.graph().size(); i++) {
      double ours = result.energies().relative(i);
      double theirs = read.relative(read.graph().indexOf(result.graph().id(i)));
      if (Double.isFinite(ours)) {
        assertThat(theirs).isCloseTo(ours, within(1e-6 * (1 + ours)));
      } else {
        assertThat(theirs).isEqualTo(ours);
      }
    }
  }

  private static void treesAddUp(LongRunResult result) {
    for (int i = 0; i < result.graph().size(); i++) {
      double energy = result.energies().energy(i);
      result
          .energies()
          .arborescence(i)
          .ifPresent(tree -> assertThat(tree.weight()).isEqualTo(energy));
    }
  }

  @Test
  void theGroundStateOfTheTwoNoiseWellIsNotTheGlobalMinimum() {
    LongRunResult result =
        LongRunAnalysis.withDefaults()
            .of(LandscapeFile.read(LANDSCAPES.resolve("two-noise-double-well.yaml")));
    assertThat(result.energies().groundStates().get(0)).isFalse();
    assertThat(result.energies().relative(0)).isGreaterThan(1);
  }

  @Test
  void withoutSpuriousMinimaNothingIsToBeWaitedFor() {
    LongRunResult result =
        LongRunAnalysis.withDefaults()
            .of(LandscapeFile.read(LANDSCAPES.resolve("no-spurious-minima.yaml")));
    assertThat(result.hitting().largest()).isZero();
  }
}
