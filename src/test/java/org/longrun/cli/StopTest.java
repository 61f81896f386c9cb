package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.Trees;
import org.longrun.landscape.InputError;
import org.longrun.landscape.Landscape;
import org.longrun.landscape.LandscapeFile;
import org.longrun.report.ResultsJson;
import org.longrun.report.Summary;

/** Analyses that are told to end say what is known, and that it is not all. */
@Timeout(120)
class StopTest {
  private static final String LANDSCAPE =
      """
      variables: [x, y]
      objective: (x^2 + y - 11)^2 + (x + y^2 - 7)^2
      noise: {gaussian: {covariance: [[1, 0.3], [0.3, 2]]}}
      domain: {x: [-6, 6], y: [-6, 6]}
      """;

  /** Of processor time: the machine has started, and the analysis has begun. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(4);

  @TempDir Path folder;

  @Test
  void wheneverItIsStoppedTheResultIsMarked() throws IOException {
    Landscape landscape = LandscapeFile.parse(LANDSCAPE, "himmelblau.yaml");
    for (int most : new int[] {0, 4, 40, 400, 4000}) {
      AtomicInteger asked = new AtomicInteger();
      try {
        LongRunResult result =
            LongRunAnalysis.withDefaults()
                .until(() -> asked.incrementAndGet() > most)
                .of(landscape);
        marked(result, asked.get() > most);
      } catch (InputError nothing) {
        assertThat(nothing).hasMessageContaining("stopped before a critical point was found");
        assertThat(asked.get()).isGreaterThan(most);
      }
    }
  }

  private static void marked(LongRunResult result, boolean stopped) throws IOException {
    ResultsJson.of(result, List.of()).writeTo(OutputStream.nullOutputStream());
    Trees none = Trees.of(result.energies(), List.of(), 0);
    assertThat(Summary.of(result, none)).isNotEmpty();
    if (stopped) {
      assertThat(result.warnings()).anyMatch(warning -> warning.contains("the run was stopped"));
    }
  }

  @Test
  void aTimeLimitOverBeforeTheBeginning() throws IOException {
    String file = Files.writeString(folder.resolve("h.yaml"), LANDSCAPE).toString();
    String other = Files.writeString(folder.resolve("other.yaml"), LANDSCAPE).toString();
    Path out = folder.resolve("out");
    Invocation run =
        Invocation.of("analyze", file, other, "--time-limit", "1e-9", "--out", out.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.MARKED);
    assertThat(run.err()).contains("other: not begun, the run was stopped before");
    if (Files.exists(out.resolve("h.json"))) {
      assertThat(out.resolve("h.json")).content().contains("the run was stopped");
    }
    Invocation wrong = Invocation.of("analyze", file, "--time-limit", "0");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(wrong.err()).contains("--time-limit 0.0: give a number of seconds");
  }

  @Test
  void anInterruptionEndsWithWhatIsKnown() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "kill sends the interruption");
    Path file =
        Files.writeString(
            folder.resolve("long.yaml"),
            "variables: {x: 4}\nobjective: \"sum(i, 1, 4, (x[i]^2 - 1)^2) + 0.3*x1*x2 + 0.2*x2*x3 +"
                + " 0.25*x3*x4 + 0.1*x1\"\nnoise: {gaussian: {variance: 1 + 0.3*x1^2 + 0.1*x3^2}}\n"
                + "domain: {x: [-2, 2]}\n");
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "analyze",
                file.toString(),
                "--out",
                out.toString())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectErrorStream(true)
            .start();
    while (process.isAlive() && worked(process).compareTo(UNDER_WAY) < 0) {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isEqualTo(ExitStatus.MARKED);
    assertThat(said).contains("stopped");
    if (Files.exists(out)) {
      JsonNode results = new ObjectMapper().readTree(out.resolve("long.json").toFile());
      assertThat(results.get("warnings").toString()).contains("the run was stopped");
      assertThat(out.resolve("long.html")).exists();
    }
  }

  private static Duration worked(Process process) {
    return process.info().totalCpuDuration().orElse(UNDER_WAY);
  }
}
