package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint serves the run that it was made by, and no other. */
class CheckpointCommandTest {
  private static final String LANDSCAPE =
      """
      name: risk
      variables: [a, b]
      parameters: {k: 1}
      data: points.csv
      loss: k*((a - u)^2 + (b - v)^2)/2
      noise: {finite-sum: {batch: 1}}
      domain: {a: [-3, 3], b: [-3, 3]}
      step-sizes: [0.1]
      starts: [[0, 0]]
      simulation: {replicas: 8, steps: 1e3, seed: 1, radius: 0.3}
      settings: {simulation-budget: 1e4}
      """;
  private static final String SIGNS =
      """
      name: signs
      variables: [x, y]
      objective: x^4/4 - x^2/2 + x/10 + y^2/2
      noise: {rademacher: {scale: 1, directions: [[1, 0], [0, 1]]}}
      domain: {x: [-2.5, 2.5], y: [-2, 2]}
      step-sizes: [0.1]
      simulation: {replicas: 8, steps: 1e3, seed: 1, radius: 0.3}
      settings: {simulation-budget: 1e4}
      """;

  @TempDir Path folder;

  private Invocation simulate(String landscape, String data, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("landscape.yaml"), landscape);
    Files.writeString(folder.resolve("points.csv"), data);
    List<String> command = new ArrayList<>(List.of("simulate", file.toString(), "--quiet"));
    command.addAll(List.of("--out", folder.resolve("out").toString()));
    command.addAll(List.of("--checkpoint", folder.resolve("run.checkpoint").toString()));
    command.addAll(List.of(options));
    return Invocation.of(command.toArray(String[]::new));
  }

  private static void refused(Invocation run) {
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(run.err()).contains("the checkpoint of another run").hasLineCount(1);
  }

  @Test
  void everythingThatChangesTheNumbersIsTold() throws IOException {
    String data = "u,v\n1,0\n-1,1\n0,0.5\n";
    assertThat(simulate(LANDSCAPE, data).status()).isIn(ExitStatus.DONE, ExitStatus.MARKED);
    Path results = folder.resolve("out/risk.simulation.json");
    String first = Files.readString(results);
    assertThat(simulate(LANDSCAPE, data).status()).isIn(ExitStatus.DONE, ExitStatus.MARKED);
    assertThat(results).hasContent(first);
    refused(simulate(LANDSCAPE.replace("{k: 1}", "{k: 1.5}"), data));
    refused(simulate(LANDSCAPE, data.replace("0.5", "0.6")));
    refused(simulate(LANDSCAPE.replace("batch: 1", "batch: 2"), data));
    refused(simulate(LANDSCAPE, data, "--seed", "2"));
    refused(simulate(LANDSCAPE, data, "--full"));
    refused(simulate(SIGNS, data));
    assertThat(results).hasContent(first);
  }

  @Test
  void aTurnedDirectionIsTold() throws IOException {
    assertThat(simulate(SIGNS, "").status()).isIn(ExitStatus.DONE, ExitStatus.MARKED);
    refused(simulate(SIGNS, "", "--target", "0.9,0"));
    refused(simulate(SIGNS.replace("[[1, 0], [0, 1]]", "[[0.6, 0.8], [-0.8, 0.6]]"), ""));
  }
}
