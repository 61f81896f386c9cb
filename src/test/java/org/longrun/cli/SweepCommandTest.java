package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sweep} and {@code merge} as their user sees them. */
class SweepCommandTest {
  private static final String JAR = "java -jar target/longrun.jar ";
  private static final String WELL =
      "variables: [x]\nparameters: {c: 0.1}\nobjective: x^4/4 - x^2/2 + c*x\n"
          + "noise: {gaussian: {variance: 0.5}}\ndomain: {x: [-2.5, 2.5]}\n";

  @TempDir Path folder;

  private Invocation run(String command, String out, String... more) throws IOException {
    Path file = folder.resolve("well.yaml");
    if (!Files.exists(file)) {
      Files.writeString(file, WELL);
    }
    List<String> words = new ArrayList<>(List.of(command));
    words.add(command.equals("merge") ? more[0] : file.toString());
    words.addAll(List.of(more).subList(command.equals("merge") ? 1 : 0, more.length));
    words.addAll(List.of("--out", folder.resolve(out).toString()));
    return Invocation.of(words.toArray(String[]::new));
  }

  private JsonNode json(String out) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(out + "/well.sweep.json").toFile());
  }

  /** f = x⁴/4 − x²/2 + cx has three critical points for |c| < 2/√27 = 0.3849…, else one. */
  @Test
  void aFoldIsMarkedBetweenThePointsThatEncloseIt() throws IOException {
    assertThat(run("sweep", "a", "--vary", "c=-0.5:0.05:0.5").status()).isZero();

    JsonNode events = json("a").get("events");
    double fold = 2 / Math.sqrt(27);
    assertThat(events).hasSize(2);
    assertThat(value(events.get(0), "before")).isLessThan(-fold);
    assertThat(value(events.get(0), "after")).isGreaterThan(-fold);
    assertThat(events.get(0).get("born")).hasSize(2);
    assertThat(value(events.get(1), "before")).isLessThan(fold);
    assertThat(value(events.get(1), "after")).isGreaterThan(fold);
    assertThat(events.get(1).get("ended")).hasSize(2);
  }

  private double value(JsonNode event, String side) throws IOException {
    return json("a").get("points").get(event.get(side).asInt()).get("values").get(0).asDouble();
  }

  /** J = 2Δf/σ²: at c = 0 both wells are 1/4 deep. */
  @Test
  void everyCombinationHasItsOwnResults() throws IOException {
    run("sweep", "a", "--vary", "variance=0.5,0.25", "--vary", "c=0,0.1");

    JsonNode points = json("a").get("points");
    assertThat(points).hasSize(4);
    JsonNode second = points.get(2);
    assertThat(second.get("values").get(0).asDouble()).isEqualTo(0.25);
    assertThat(second.get("values").get(1).asDouble()).isZero();
    for (JsonNode component : second.get("components")) {
      boolean top = component.get("kind").asText().equals("maximum");
      double energy = component.get("energy").get("value").asDouble();
      assertThat(energy).isCloseTo(top ? 2 : 0, within(1e-9));
    }
    assertThat(second.get("groundStates")).hasSize(2);
    assertThat(points.get(1).get("groundStates")).hasSize(1);
  }

  @Test
  void partsMergeToTheBytesOfTheWhole() throws IOException {
    String vary = "c=-0.4:0.1:0.4";
    run("sweep", "whole", "--vary", vary, "--threads", "1");
    for (int k = 1; k <= 3; k++) {
      run("sweep", "parts", "--vary", vary, "--shard", k + "/3");
    }
    assertThat(run("merge", "merged", folder.resolve("parts").toString()).status()).isZero();

    for (String suffix : List.of(".json", ".csv", ".html")) {
      assertThat(folder.resolve("merged/well.sweep" + suffix))
          .hasSameBinaryContentAs(folder.resolve("whole/well.sweep" + suffix));
    }
    Files.delete(folder.resolve("parts/well.sweep.2-of-3.json"));
    assertThat(run("merge", "merged", folder.resolve("parts").toString()).err())
        .contains("is in no part");
    Files.writeString(folder.resolve("well.yaml"), WELL.replace("/4", "/5"));
    run("sweep", "parts", "--vary", vary, "--shard", "2/3");
    Invocation mixed = run("merge", "merged", folder.resolve("parts").toString());
    assertThat(mixed.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(mixed.err()).contains("a part of another sweep").hasLineCount(1);
  }

  @Test
  void aWrongPointIsToldAndTheOthersGoOn() throws IOException {
    Invocation invocation = run("sweep", "a", "--vary", "variance=1,-1");

    assertThat(invocation.status()).isEqualTo(ExitStatus.MARKED);
    assertThat(invocation.out()).contains("1 done").contains("1 failed").contains("negative");
    assertThat(json("a").get("points").get(1).get("status").asText()).isEqualTo("failed");
    assertThat(json("a").get("points").get(0).get("components")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c", "c=", "d=1,2", "c=1:2", "c=1,x", "c=0:-1:1", "c=0:1e-9:1", "c=1,inf", "=1"})
  void aWrongVariationIsOneLine(String vary) throws IOException {
    Invocation invocation = run("sweep", "a", "--vary", vary);

    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err()).contains("--vary").hasLineCount(1);
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "x", "1", "1/2/3"})
  void aWrongShardIsOneLine(String shard) throws IOException {
    Invocation invocation = run("sweep", "a", "--vary", "c=0,1", "--shard", shard);

    assertThat(invocation.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(invocation.err()).contains("--shard").hasLineCount(1);
  }

  @Test
  void everyCommandOfTheGuideRuns() throws IOException {
    int count = 0;
    for (String line : Files.readAllLines(Path.of("src/site/markdown/sweeps.md"))) {
      if (line.contains(JAR)) {
        String[] words = line.substring(line.indexOf(JAR) + JAR.length()).split(" +");
        List<String> all = new ArrayList<>();
        for (String word : words) {
          boolean isFolder = word.equals("parts") || word.equals("whole");
          all.add(isFolder ? folder.resolve(word).toString() : word);
        }
        if (!all.contains("--out")) {
          all.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        Invocation invocation = Invocation.of(all.toArray(String[]::new));
        assertThat(invocation.status()).as(line + invocation.err()).isZero();
        count++;
      }
    }
    assertThat(count).isEqualTo(5);
  }
}
