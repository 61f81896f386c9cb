package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.report.FaultyDisk;

/**
 * A disk that fails at its k-th call, for every command that writes: one line, status 74, no half
 * set of results, and the old results as they were. Every k where the command takes no time, some
 * of them elsewhere (all are in {@code WholeFilesTest}).
 */
class FaultInjectionTest {
  private static final String LANDSCAPE =
      """
      name: %s
      variables: [x]
      objective: x^4/4 - x^2/2 + x/10
      noise: {gaussian: {variance: 1}}
      domain: {x: [-2.5, 2.5]}
      step-sizes: [0.1]
      simulation: {replicas: 4, steps: 1e3, seed: 1, radius: 0.3}
      settings: {simulation-budget: 2e3}
      """;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCallOfEveryCommand() throws IOException {
    String one = landscape("one");
    String two = landscape("two");
    String net =
        Files.writeString(folder.resolve("net.csv"), "from,to,cost\na,b,1\nb,a,2\n").toString();
    return Stream.of(
        test(1, "graph", net, "--format", "graphml,json,csv", "--cycle-tree"),
        test(1, "cost", one, "--from", "0.9", "--to", "-1"),
        test(7, "analyze", one, two, "--format", "csv", "--compare-diffusion"),
        test(4, "simulate", one));
  }

  private String landscape(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    return Files.writeString(file, LANDSCAPE.formatted(name)).toString();
  }

  private DynamicTest test(int step, String... words) {
    return DynamicTest.dynamicTest(
        words[0],
        () -> {
          Path out = folder.resolve("out-" + words[0]);
          List<String> command = new ArrayList<>(List.of(words));
          command.addAll(List.of("--out", out.toString(), "--quiet"));
          String[] arguments = command.toArray(String[]::new);
          onAnEmptyFolder(out, step, arguments);
          onResults(out, step, arguments);
        });
  }

  /** Until it succeeds: nothing, or whole sets. */
  private static void onAnEmptyFolder(Path out, int step, String... arguments) throws IOException {
    boolean failed = true;
    int sets = arguments[0].equals("analyze") ? 4 : 1;
    for (int k = 1; failed; k += step) {
      delete(out);
      failed = run(k, k % 2 == 0, arguments);
      if (failed && sets == 1) {
        assertThat(contents(out)).as("call " + k).isEmpty();
      }
      assertWhole(out);
    }
    assertThat(contents(out)).isNotEmpty();
  }

  private static void onResults(Path out, int step, String... arguments) throws IOException {
    Map<String, String> before = marked(out);
    boolean failed = true;
    for (int k = 2; failed; k += step) {
      failed = run(k, false, arguments);
      Map<String, String> after = contents(out);
      assertThat(after.keySet()).as("call " + k).isEqualTo(before.keySet());
      if (failed && !arguments[0].equals("analyze")) {
        assertThat(after).as("call " + k).isEqualTo(before);
      }
    }
  }

  private static boolean run(int k, boolean forGood, String... arguments) {
    FaultyDisk.Outcome<Invocation> outcome =
        FaultyDisk.during(k, forGood, () -> Invocation.of(arguments));
    Invocation invocation = outcome.value();
    if (outcome.failed()) {
      assertThat(invocation.status()).as(invocation.err()).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(invocation.err()).matches("longrun: .*No space left on device\n");
    } else {
      assertThat(invocation.status()).as(invocation.err()).isIn(ExitStatus.DONE, ExitStatus.MARKED);
    }
    return outcome.failed();
  }

  /**
   * A landscape's JSON, graph and page are there together or not at all, and nothing unfinished.
   */
  private static void assertWhole(Path out) throws IOException {
    var names = contents(out).keySet();
    assertThat(names).noneMatch(name -> name.startsWith("."));
    for (String name : new String[] {"one", "two"}) {
      if (names.contains(name + ".dot")) {
        assertThat(names).contains(name + ".json", name + ".html", name + ".csv");
      }
      if (names.contains(name + ".json")) {
        assertThat(names).contains(name + ".dot");
      }
    }
  }

  /** Adds a line to every file that may have one more, so that a rewritten file is told. */
  private static Map<String, String> marked(Path out) throws IOException {
    for (String name : contents(out).keySet()) {
      Path file = out.resolve(name);
      Files.writeString(file, Files.readString(file) + "\n");
    }
    return contents(out);
  }

  private static Map<String, String> contents(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.list(out)) {
        for (Path file : files.toList()) {
          contents.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }

  private static void delete(Path out) throws IOException {
    for (String name : contents(out).keySet()) {
      Files.delete(out.resolve(name));
    }
    Files.deleteIfExists(out);
  }
}
