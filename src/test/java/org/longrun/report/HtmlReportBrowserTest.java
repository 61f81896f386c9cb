package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the page draws, in a real browser; skipped where no Chromium is installed. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class HtmlReportBrowserTest extends ReportInBrowser {
  private static final String HOSTILE =
      "<img src=x onerror=\"window.stolen=1\"></script><b>K</b>{{data}}`${1+1}`\u202e&lt;";

  @Test
  void everyPictureIsDrawnWithoutErrorOrRequest() throws IOException {
    Path page =
        open(
            "himmelblau",
            HtmlReport.of(
                SampleResults.ofReference("himmelblau__gauss_s2=1"),
                SampleLandscapes.himmelblau()));
    assertAllDrawn(
        page, List.of("map", "surface", "profile", "graph", "levels", "weights", "exponents"));
    assertThat(painted("surface")).as("the relief's pixels").isTrue();
    assertThat(browser.run("document.querySelectorAll('#map .contourfill path').length").asInt())
        .isGreaterThan(8);
    assertThat(browser.run("document.querySelectorAll('#graph [data-component]').length").asInt())
        .isEqualTo(9);
  }

  @Test
  void aLineAndAHyperplaneAreDrawnToo() throws IOException {
    Path line =
        open(
            "line",
            HtmlReport.of(
                SampleResults.ofReference("double_well_1d__gauss_s2=0.25"),
                SampleLandscapes.doubleWell()));
    assertAllDrawn(
        line, List.of("map", "profile", "graph", "levels", "weights", "exponents", "bounds"));
    Path six = open("six", HtmlReport.of(sixVariables(), SampleLandscapes.sixVariables()));
    assertAllDrawn(six, List.of("map", "surface", "graph", "levels"));
    assertThat(browser.run("document.querySelectorAll('#map select option').length").asInt())
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void aHostileNameStaysText() throws IOException {
    ObjectNode results = SampleResults.threeHumpCalled(HOSTILE);
    String json =
        results.toString().replace("\"K2\"", SampleResults.JSON.writeValueAsString(HOSTILE));
    JsonNode hostile = SampleResults.JSON.readTree(json);
    Path page = open("hostile", HtmlReport.of(hostile, SampleLandscapes.described(HOSTILE)));
    browser.run("Longrun.drawAll()");
    browser.run("Longrun.select({component: 1})");
    browser.run("document.querySelectorAll('figure details').forEach(d => { d.open = true; })");
    settle();
    browser.run(
        "Plotly.Fx.hover(document.querySelector('#levels .plot'), [{curveNumber: 0, pointNumber: 1}])");
    assertThat(browser.run("document.querySelector('#levels .hoverlayer').textContent").asText())
        .contains(HOSTILE);
    assertThat(browser.run("document.querySelector('em.description').textContent").asText())
        .isEqualTo(HOSTILE);
    assertThat(browser.run("typeof window.stolen").asText()).isEqualTo("undefined");
    assertThat(browser.run("document.querySelectorAll('img, b').length").asInt()).isZero();
    assertThat(browser.run("document.querySelector('h1').textContent").asText()).isEqualTo(HOSTILE);
    assertThat(browser.problems()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  @Test
  void threeHundredComponentsStayUsable() throws IOException {
    open("many", HtmlReport.of(SampleResults.random(300, 2000, 7)));
    browser.run("Longrun.drawAll()");
    browser.run("Longrun.select({component: 17})");
    settle();
    assertThat(browser.run("document.querySelectorAll('#graph g[data-component]').length").asInt())
        .isEqualTo(300);
    browser.run(
        "(() => {const s = document.querySelector('#graph select'); s.value = 'all'; s.dispatchEvent(new Event('change'))})()");
    assertThat(
            browser
                .run(
                    "new Set([...document.querySelectorAll('#graph path[data-transition]')].map(p => p.dataset.transition)).size")
                .asInt())
        .isEqualTo(browser.run("Longrun.data.direct.length").asInt());
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void theSimulationIsDrawnBesideThePrediction() throws IOException {
    JsonNode simulation =
        SampleResults.JSON.readTree(
            HtmlReportBrowserTest.class.getResourceAsStream("/report/sample.simulation.json"));
    Path page =
        open(
            "simulated",
            HtmlReport.of(
                    SampleResults.ofReference("three_hump__gauss_s2=1"),
                    SampleLandscapes.threeHump())
                .withSimulation(simulation));
    assertAllDrawn(page, List.of("arrhenius", "occupation", "histogram", "distance"));
  }

  private static ObjectNode sixVariables() {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    results.withObject("landscape").put("dimension", 6);
    int i = 0;
    for (JsonNode c : results.path("components")) {
      double[] x = {i % 2 == 0 ? 1 : -1, i / 2 - 1, 0.1 * i, 0, 0, 0};
      ((ObjectNode) c).remove("points");
      var representative = ((ObjectNode) c).putArray("representative");
      for (double v : x) {
        representative.add(v);
      }
      i++;
    }
    results.path("transitions").forEach(t -> ((ObjectNode) t).remove("path"));
    results.withObject("hitting").remove("starts");
    return results;
  }

  private static void assertAllDrawn(Path page, List<String> expected) {
    browser.run("Longrun.drawAll()");
    String drawn =
        "[...document.querySelectorAll('figure[data-drawn]')].filter(f => f.querySelector('svg, canvas')).map(f => f.id)";
    List<String> ids = new ArrayList<>();
    browser.run(drawn).forEach(id -> ids.add(id.asText()));
    assertThat(ids).containsAll(expected);
    assertThat(
            browser
                .run(
                    "document.querySelectorAll('figure[data-picture]:not([hidden]):not([data-drawn])').length")
                .asInt())
        .isZero();
    assertThat(browser.run("Longrun.errors")).isEmpty();
    assertThat(browser.problems()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  /** True if the picture's drawing buffer holds more than one colour. */
  private static boolean painted(String picture) {
    return browser
        .run(
            "(async () => {const url = await Plotly.toImage(document.querySelector('#"
                + picture
                + " .plot'), {format: 'png', width: 200, height: 150});"
                + "const image = new Image(); image.src = url; await image.decode(); const c = document.createElement('canvas'); c.width = 200; c.height = 150;"
                + "const g = c.getContext('2d'); g.drawImage(image, 0, 0); const d = g.getImageData(0, 0, 200, 150).data; const seen = new Set();"
                + "for (let i = 0; i < d.length; i += 4) seen.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]); return seen.size > 50})()")
        .asBoolean();
  }
}
