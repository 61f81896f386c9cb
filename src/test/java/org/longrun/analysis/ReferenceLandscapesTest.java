package org.longrun.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.longrun.landscape.LandscapeFile;

/** Every case of reference/landscapes.json, values made independently of this engine. */
class ReferenceLandscapesTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyReferenceCase() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : cases().properties()) {
      tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
    }
    return tests.stream();
  }

  private static JsonNode cases() throws IOException {
    try (InputStream stream =
        ReferenceLandscapesTest.class.getResourceAsStream("/reference/landscapes.json")) {
      return new ObjectMapper().readTree(stream);
    }
  }

  private void check(Map.Entry<String, JsonNode> entry) throws IOException {
    JsonNode reference = entry.getValue();
    Path file = folder.resolve("case-" + Math.abs(entry.getKey().hashCode()) + ".yaml");
    Files.writeString(file, reference.get("file").textValue());
    LongRunResult result = LongRunAnalysis.withDefaults().of(LandscapeFile.read(file));
    new ReferenceComparison(reference, result).all();
  }
}
