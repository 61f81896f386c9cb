package org.longrun.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.longrun.landscape.Domain;
import org.longrun.landscape.FormulaField;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/** Every critical point of the reference file, to 14 digits, and no others. */
class ReferenceLandscapesTest {
  @TestFactory
  Stream<DynamicTest> criticalPointsAreThoseOfTheReference() throws IOException {
    JsonNode all;
    try (InputStream in = getClass().getResourceAsStream("/reference/landscapes.json")) {
      all = new ObjectMapper().readTree(in);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> cases = all.fields(); cases.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = cases.next();
      if (entry.getValue().has("critical_points")) {
        tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests.stream();
  }

  private static void check(JsonNode reference) throws IOException {
    CriticalSet set = CriticalSetFinder.withDefaults().find(landscape(reference));
    JsonNode points = reference.get("critical_points");
    assertThat(set.size()).isEqualTo(points.size());
    assertThat(set.completeness().certified()).isTrue();
    assertThat(set.completeness().consistent()).isTrue();
    for (JsonNode point : points) {
      CriticalComponent found = set.components().get(set.nearest(vector(point.get("x"))));
      for (int k = 0; k < point.get("x").size(); k++) {
        double x = point.get("x").get(k).asDouble();
        assertThat(found.representative().get(k)).isCloseTo(x, within(1e-14 * (1 + Math.abs(x))));
      }
      double f = point.get("f").asDouble();
      assertThat(found.value()).isCloseTo(f, within(2e-14 * (1 + Math.abs(f))));
      if (point.has("hess_eig")) {
        assertThat(found.index()).isEqualTo(point.get("index").asInt());
        for (int k = 0; k < found.hessianEigenvalues().size(); k++) {
          double lambda = point.get("hess_eig").get(k).asDouble();
          assertThat(found.hessianEigenvalues().get(k))
              .isCloseTo(lambda, within(1e-12 * (1 + Math.abs(lambda))));
        }
      }
    }
  }

  private static double[] vector(JsonNode numbers) {
    double[] x = new double[numbers.size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = numbers.get(k).asDouble();
    }
    return x;
  }

  /** The case's own domain, with the formula as f whatever the file's noise is. */
  private static Landscape landscape(JsonNode reference) throws IOException {
    JsonNode file = new YAMLMapper().readTree(reference.get("file").asText());
    List<String> variables = new ArrayList<>();
    file.get("variables").forEach(name -> variables.add(name.asText()));
    double[] lower = new double[variables.size()];
    double[] upper = new double[variables.size()];
    for (int k = 0; k < lower.length; k++) {
      JsonNode bounds = file.get("domain").get(variables.get(k));
      lower[k] = bounds.get(0).asDouble();
      upper[k] = bounds.get(1).asDouble();
    }
    String formula = reference.get("formula").asText().replace("**", "^");
    return TestLandscapes.of(
        new Domain(Point.of(lower), Point.of(upper)), FormulaField.of(formula, variables));
  }
}
