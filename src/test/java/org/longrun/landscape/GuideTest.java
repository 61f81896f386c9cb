package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.numerics.formula.Formula;

/** The guide to landscape files says what the reader does. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static String guide() throws IOException {
    return Files.readString(Path.of("src/site/markdown/landscape-files.md"));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(guide()).results().map(block -> block.group(1)).toList();
  }

  @Test
  void everyExampleIsRead(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/points.csv"), "u,v\n0.5,1\n-1,0\n");
    List<String> blocks = blocks();
    assertThat(blocks).hasSize(4);
    for (int k : new int[] {0, 2, 3}) {
      Path file = Files.writeString(folder.resolve("e" + k + ".yaml"), blocks.get(k));
      assertThat(LandscapeFile.read(file).dimension()).isPositive();
    }
    for (String noise : blocks.get(1).strip().split("\n")) {
      assertThat(withNoise(noise).noise().text()).isNotEmpty();
    }
  }

  private static Landscape withNoise(String noise) {
    String f =
        noise.contains("finite-sum")
            ? "loss: u*x^2 + y^2\ndata: {u: [1, 2]}\n"
            : "objective: x^2 + y^2\n";
    return LandscapeFile.parse(
        "variables: [x, y]\n" + f + "domain: {all: [-1, 1]}\n" + noise + "\n", "noise.yaml");
  }

  @Test
  void everyKeyAndFunctionIsNamed() throws IOException {
    String guide = guide();
    try (InputStream schema = SchemaCheck.class.getResourceAsStream("landscape.schema.json")) {
      new ObjectMapper()
          .readTree(schema)
          .path("properties")
          .fieldNames()
          .forEachRemaining(key -> assertThat(guide).contains("`" + key + "`"));
    }
    for (String function : Formula.functions()) {
      Matcher named = Pattern.compile("\\b" + function + "\\b").matcher(guide);
      assertThat(named.find()).as(function).isTrue();
    }
  }
}
