package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.landscape.LandscapeFile;

/** The results carry every field of the public contract. */
class ResultsJsonTest {
  private static JsonNode results;

  @BeforeAll
  static void analyse() throws IOException {
    results = results("landscapes/three-hump.yaml");
  }

  private static JsonNode results(String file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var result = LongRunAnalysis.withDefaults().of(LandscapeFile.read(Path.of(file)));
    ResultsJson.of(result, List.of()).writeTo(bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  @Test
  void everyPartIsThere() {
    fields(results, "landscape", "components", "completeness", "transitions", "energies");
    fields(results, "groundStates", "weights", "hitting", "bounds", "closedClasses");
    fields(results, "classEnergies", "hierarchy", "warnings", "provenance");
  }

  @Test
  void everyFieldOfEveryPartIsThere() {
    fields(results.get("landscape"), "name", "dimension", "variables", "objective", "noise");
    JsonNode component = results.get("components").get(0);
    fields(component, "id", "kind", "index", "dimension", "value", "representative", "points");
    fields(component, "hessianEigenvalues");
    fields(results.get("completeness"), "indexSum", "expected", "consistent", "certified", "note");
    JsonNode transition = results.get("transitions").get(3);
    fields(transition, "from", "to", "cost", "directCost", "lowerBound", "error", "direct", "via");
    fields(transition, "converged", "evaluations", "evaluationsTotal", "path");
    results
        .get("transitions")
        .forEach(each -> fields(each, "via", "evaluations", "evaluationsTotal"));
    fields(results.get("energies").get(1), "component", "energy", "relative", "dominatedBy");
    fields(results.get("energies").get(1), "arborescence");
    fields(results.get("weights").get(0), "stepSize", "component", "weight");
    JsonNode hitting = results.get("hitting");
    fields(hitting, "target", "targetEnergy", "components", "starts", "attraction", "times");
    fields(hitting.get("components").get(1), "component", "exponent", "avoiding", "passing");
    fields(hitting.get("components").get(1), "pruned");
    fields(hitting.get("starts").get(0), "x", "exponent", "component", "basin");
    fields(hitting.get("attraction"), "holds", "margin");
    fields(
        results.get("bounds").get(0), "name", "applies", "bound", "actual", "tightness", "holds");
    fields(results.get("provenance"), "version", "java", "seed", "settings", "wallSeconds");
  }

  @Test
  void theThreeHumpsAreThoseOfTheTheory() {
    JsonNode hitting = results.get("hitting");
    for (int i : new int[] {1, 2}) {
      double exponent = hitting.get("components").get(i).get("exponent").doubleValue();
      assertThat(exponent).isCloseTo(9.775184503275, within(1e-8 * 9.775184503275));
    }
    assertThat(hitting.get("targetEnergy").doubleValue()).isCloseTo(11.420291151193, within(1e-7));
    JsonNode bound = results.get("bounds").get(0);
    assertThat(bound.get("name").textValue()).isEqualTo("gaussian");
    assertThat(bound.get("bound").doubleValue()).isCloseTo(19.55036900655, within(1e-8));
    assertThat(bound.get("tightness").doubleValue()).isCloseTo(0.5, within(1e-8));
  }

  @Test
  void twoRunsGiveTheSameBytesButForTheirProvenance() throws IOException {
    JsonNode again = results("landscapes/three-hump.yaml");
    ((ObjectNode) again).remove("provenance");
    JsonNode first = results.deepCopy();
    ((ObjectNode) first).remove("provenance");
    assertThat(again.toString()).isEqualTo(first.toString());
  }

  @Test
  void infinitiesAreNullAndNothingIsNaN() throws IOException {
    JsonNode absorbing = results("landscapes/himmelblau-power-law.yaml");
    assertThat(absorbing.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(absorbing.get("energies").get(0).get("energy").isNull()).isTrue();
    assertThat(absorbing.get("classEnergies")).hasSize(4);
    assertThat(absorbing.get("warnings")).isNotEmpty();
  }

  private static void fields(JsonNode node, String... names) {
    for (String name : names) {
      assertThat(node.has(name)).as(name).isTrue();
    }
  }
}
