package org.longrun.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.longrun.numerics.Point;

/** Files that are right. */
class LandscapeFileTest {
  private static final String EXAMPLE =
      """
      name: three-hump                # optional, default: the file's name
      description: Three-hump camel   # optional, any text
      variables: [x, y]
      parameters: {c: 0.05}           # optional named constants
      objective: 2*x^6/13 + x^5/8 - 91*x^4/64 - 24*x^3/48 + 42*x^2/16 + 5*y^2/4 + x*y
      noise:
        gaussian: {variance: 1}
      domain: {x: [-4, 4], y: [-3, 3]}   # where critical points are sought; finite bounds
      target: argmin                  # optional
      starts: [[0, 0]]                # optional
      step-sizes: [0.01, 0.02]        # optional
      simulation: {replicas: 1000, steps: 1e6, seed: 42, radius: 0.5}   # optional
      momentum: 0                     # optional, heavy ball
      settings: {}                    # optional
      """;

  @Test
  void theDocumentedExampleIsReadToTheLetter() {
    Landscape landscape = LandscapeFile.parse(EXAMPLE, "x.yaml");
    assertThat(landscape.name()).isEqualTo("three-hump");
    assertThat(landscape.description()).isEqualTo("Three-hump camel");
    assertThat(landscape.variables()).containsExactly("x", "y");
    assertThat(landscape.objective().value(new double[] {2.0783998902098, -0.83135995608392}))
        .isCloseTo(-3.2971238531491, within(1e-12));
    assertThat(landscape.noise().text()).isEqualTo("gaussian, variance 1");
    assertThat(landscape.domain().lower()).isEqualTo(Point.of(-4, -3));
    assertThat(landscape.domain().upper()).isEqualTo(Point.of(4, 3));
    assertThat(landscape.target()).isEqualTo(new Target.Argmin());
    assertThat(landscape.starts()).containsExactly(Point.of(0, 0));
    assertThat(landscape.stepSizes()).containsExactly(0.01, 0.02);
    assertThat(landscape.simulation()).isEqualTo(new SimulationPlan(1000, 1_000_000, 42, 0.5));
    assertThat(landscape.momentum()).isZero();
    assertThat(landscape.settings().values()).isEqualTo(Settings.defaults().values());
  }

  @Test
  void everyOptionalKeyHasItsDefault() {
    Landscape landscape =
        LandscapeFile.parse(
            """
            variables: [x, y]
            objective: x^2 + y^2
            noise: {gaussian: {variance: 1}}
            domain: {x: [-3, 3], y: [-4, 4]}
            """,
            "some/folder/my bowl.yaml");
    assertThat(landscape.name()).isEqualTo("my-bowl");
    assertThat(landscape.description()).isEmpty();
    assertThat(landscape.starts()).isEmpty();
    assertThat(landscape.stepSizes()).containsExactly(0.01);
    assertThat(landscape.simulation()).isEqualTo(new SimulationPlan(1000, 1_000_000, 42, 0.2));
    assertThat(landscape.target()).isEqualTo(new Target.Argmin());
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceFileIsRead() throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("/reference/landscapes.json")) {
      JsonNode cases = new ObjectMapper().readTree(stream);
      return cases.properties().stream().map(LandscapeFileTest::reference);
    }
  }

  private static DynamicTest reference(Map.Entry<String, JsonNode> entry) {
    return DynamicTest.dynamicTest(
        entry.getKey(),
        () -> {
          Landscape landscape =
              LandscapeFile.parse(entry.getValue().get("file").asText(), entry.getKey());
          double[] gradient = new double[landscape.dimension()];
          for (JsonNode point : entry.getValue().path("critical_points")) {
            double[] x = new double[landscape.dimension()];
            for (int k = 0; k < x.length; k++) {
              x[k] = point.get("x").get(k).asDouble();
            }
            landscape.objective().gradient(x, gradient);
            assertThat(gradient).containsOnly(new double[landscape.dimension()], within(1e-9));
            assertThat(landscape.objective().value(x))
                .isCloseTo(point.get("f").asDouble(), within(1e-9));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyShippedLandscapeIsRead() throws IOException {
    return Files.list(Path.of("landscapes"))
        .filter(path -> path.toString().endsWith(".yaml"))
        .sorted()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path.toString(),
                    () -> {
                      Landscape landscape = LandscapeFile.read(path);
                      assertThat(path.getFileName()).hasToString(landscape.name() + ".yaml");
                    }));
  }
}
