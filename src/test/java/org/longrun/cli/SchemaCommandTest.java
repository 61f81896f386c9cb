package org.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs read from standard output: the schema, the completion, the JSON. */
class SchemaCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  /** An editor's validator, which knows nothing of the reader, accepts what is shipped. */
  @Test
  void theSchemaHoldsForEveryShippedLandscape() throws IOException {
    Invocation printed = Invocation.of("schema");
    JsonNode tree = MAPPER.readTree(printed.out());
    assertThat(tree.path("$id").asText()).isEqualTo("urn:longrun:landscape");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(printed.out(), InputFormat.JSON);
    try (Stream<Path> files = Files.list(Path.of("landscapes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
            .as("" + file)
            .isEmpty();
      }
    }
    assertThat(schema.validate("objektive: x^2", InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void completionKnowsEveryCommand() {
    assertThat(Invocation.of("completion").out()).contains("analyze", "sweep", "--vary", "merge");
  }

  @Test
  void theJsonAloneGoesToStandardOutput() throws IOException {
    Invocation piped = Invocation.of("analyze", "landscapes/double-well-1d.yaml", "--out", "-");
    Path out = folder.resolve("out");
    Invocation.of("analyze", "landscapes/double-well-1d.yaml", "--out", out.toString());

    assertThat(piped.status()).isZero();
    JsonNode json = MAPPER.readTree(piped.out());
    JsonNode file = MAPPER.readTree(out.resolve("double-well-1d.json").toFile());
    assertThat(json.get("energies")).isEqualTo(file.get("energies"));
    assertThat(Path.of("-")).doesNotExist();
    Invocation two =
        Invocation.of("analyze", "landscapes/ring.yaml", "landscapes/ring.yaml", "--out", "-");
    assertThat(two.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(two.err()).contains("--out - takes one landscape").hasLineCount(1);
    Invocation graph = Invocation.of("graph", "graphs/three-hump.dot", "--out", "-");
    assertThat(graph.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(graph.err()).contains("only analyze").hasLineCount(1);
  }
}
