package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  private static final String LANDSCAPE =
      """
      variables: [x, y]
      objective: x^4/4 - x^2/2 + x/10 + y^2/2
      noise: {gaussian: {variance: 1}}
      domain: {x: [-2.5, 2.5], y: [-2, 2]}
      step-sizes: [0.1, 0.05]
      simulation: {replicas: 64, steps: 1e6, seed: 1, radius: 0.2}
      settings: {simulation-budget: 2e6}
      """;

  @Test
  void thePageAndTheFiguresShowTheSimulation(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("well.yaml"), LANDSCAPE);
    Path out = folder.resolve("out");
    Invocation run =
        Invocation.of(
            "simulate", file.toString(), "--out", out.toString(), "--figures", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    for (String figure :
        new String[] {"landscape", "graph", "arrhenius", "occupation", "histogram", "distance"}) {
      assertThat(out.resolve("well-" + figure + ".svg")).isNotEmptyFile();
    }
    JsonNode json = new ObjectMapper().readTree(out.resolve("well.simulation.json").toFile());
    JsonNode shown = data(Files.readString(out.resolve("well.html"))).get("simulation");
    for (String part :
        new String[] {"hittingTimes", "arrhenius", "occupation", "histogram", "distance"}) {
      assertThat(json.get(part)).as(part).isNotEmpty();
      assertThat(shown.get(part)).as(part).isEqualTo(json.get(part));
    }
  }

  /** What a page carries, packed. */
  private static JsonNode data(String page) throws IOException {
    Matcher packed = Pattern.compile("id=\"page-data\">([^<]*)<").matcher(page);
    assertThat(packed.find()).isTrue();
    byte[] bytes = Base64.getMimeDecoder().decode(packed.group(1));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
