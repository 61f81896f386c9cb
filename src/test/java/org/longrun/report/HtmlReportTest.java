package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's text and data, without a browser. */
class HtmlReportTest {
  private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=a()>";

  @Test
  void theSentencesCarryTheNumbers() {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    String html = HtmlReport.of(results, SampleLandscapes.threeHump()).html();
    assertThat(html)
        .contains("needs about exp(9.775/η) steps")
        .contains("f has 5 critical components in the domain: 3 minima and 2 saddles.")
        .contains("is twice the truth here (9.775)")
        .contains("exp(7.901/η)");
  }

  @Test
  void theDataOfThePageAreTheResults() throws IOException {
    ObjectNode results = SampleResults.ofReference("himmelblau__gauss_s2=1");
    JsonNode data = data(HtmlReport.of(results, SampleLandscapes.himmelblau()).html());
    assertThat(data.path("results").path("components")).isEqualTo(results.path("components"));
    assertThat(data.path("results").path("groundStates")).isEqualTo(results.path("groundStates"));
    for (int k = 0; k < results.path("transitions").size(); k++) {
      ObjectNode expected = results.path("transitions").path(k).deepCopy();
      expected.remove("path");
      assertThat(data.path("results").path("transitions").path(k)).isEqualTo(expected);
    }
  }

  @Test
  void theFieldAndItsBasinsAreThoseOfTheLandscape() throws IOException {
    ObjectNode results = SampleResults.ofReference("himmelblau__gauss_s2=1");
    JsonNode view =
        data(HtmlReport.of(results, SampleLandscapes.himmelblau()).html()).path("views").path(0);
    double x = view.path("x").path(30).doubleValue();
    double y = view.path("y").path(80).doubleValue();
    double f = SampleLandscapes.himmelblau().objective().value(new double[] {x, y});
    assertThat(view.path("f").path(80).path(30).doubleValue())
        .isCloseTo(f, Percentage.withPercentage(1e-3));
    // by the symmetry of the picture, every quadrant's minimum owns the middle of its quadrant
    JsonNode basins = view.path("basins");
    int n = basins.size();
    List<Integer> found =
        Stream.of(new int[] {3, 3}, new int[] {3, 1}, new int[] {1, 3}, new int[] {1, 1})
            .map(q -> basins.path(n * q[0] / 4).path(n * q[1] / 4).asInt())
            .toList();
    assertThat(found).containsExactly(0, 2, 3, 1);
  }

  @Test
  void aHostileNameStaysText() throws IOException {
    ObjectNode results = SampleResults.threeHumpCalled(HOSTILE);
    results.withArray("warnings").add(HOSTILE + "{{data}}\u2028");
    ((ObjectNode) results.path("components").path(1)).put("id", HOSTILE);
    String html = HtmlReport.of(results, SampleLandscapes.threeHump()).html();
    assertThat(html).doesNotContain("<script>alert").doesNotContain("<img");
    assertThat(count(html, "<script")).isEqualTo(3);
    assertThat(html).contains("<title>&lt;/script&gt;");
    assertThat(html).contains("{{data}}");
    assertThat(data(html).path("results").path("landscape").path("name").asText())
        .isEqualTo(HOSTILE);
  }

  @Test
  void thePageAsksForNothingFromOutside() {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    String html = HtmlReport.of(results, SampleLandscapes.threeHump()).html();
    String own = html.replaceAll("<script type=\"application/octet-stream\"[^<]*</script>", "");
    assertThat(own)
        .doesNotContainPattern("(src|href)=\"(https?:)?//")
        .contains("default-src 'none'");
    assertThat(own.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
  }

  @Test
  void aPictureStandsBeforeTheFirstScriptAndNeedsNone() {
    ObjectNode results = SampleResults.ofReference("himmelblau__gauss_s2=1");
    String html = HtmlReport.of(results, SampleLandscapes.himmelblau()).html();
    assertThat(html.indexOf("class=\"overview\""))
        .isPositive()
        .isLessThan(html.indexOf("<svg"))
        .isLessThan(html.indexOf("<script"));
  }

  @Test
  void sameResultsSameBytes() {
    ObjectNode results = SampleResults.random(40, 160, 3);
    assertThat(HtmlReport.of(results).html()).isEqualTo(HtmlReport.of(results).html());
  }

  @Test
  void aNetworkHasNoLandscapeAndInfinityIsNoError() {
    ObjectNode results = SampleResults.random(6, 12, 5);
    results.remove(List.of("components", "transitions", "landscape", "completeness"));
    results
        .withArray("energies")
        .forEach(e -> ((ObjectNode) e).putNull("energy").putNull("relative"));
    results
        .withObject("hitting")
        .withArray("components")
        .forEach(c -> ((ObjectNode) c).putNull("exponent").putNull("avoiding").putNull("passing"));
    results.putArray("groundStates");
    results.putArray("closedClasses").addArray().add("K1");
    assertThat(HtmlReport.of(results).html()).contains("closed class").contains("6 vertices");
  }

  @Test
  void theFileIsWrittenWhole(@TempDir Path dir) throws IOException {
    Path page = dir.resolve("out/page.html");
    ObjectNode results = SampleResults.ofReference("himmelblau__gauss_s2=1");
    HtmlReport.of(results, SampleLandscapes.himmelblau()).write(page);
    assertThat(Files.size(page)).isLessThan(6_000_000);
    try (Stream<Path> files = Files.list(page.getParent())) {
      assertThat(files).containsExactly(page);
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  static JsonNode data(String html) throws IOException {
    Matcher packed = Pattern.compile("id=\"page-data\">([^<]*)<").matcher(html);
    assertThat(packed.find()).isTrue();
    byte[] bytes = Base64.getDecoder().decode(packed.group(1));
    return SampleResults.JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(bytes)));
  }
}
