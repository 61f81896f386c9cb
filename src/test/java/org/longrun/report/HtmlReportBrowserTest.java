package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; skipped where no Chromium is installed. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class HtmlReportBrowserTest {
  private static final String HOSTILE =
      "<img src=x onerror=\"window.stolen=1\"></script><b>K</b>{{data}}`${1+1}`\u202e&lt;";

  @TempDir static Path dir;
  private static Chromium browser;
  private static Path opened;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> binary = Chromium.installed();
    assumeTrue(binary.isPresent(), "no chromium on the PATH: the page is not tested in a browser");
    browser = new Chromium(binary.get(), 1280, 800);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

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
  void aClickOnAComponentHighlightsItEverywhere() throws IOException {
    openThreeHump();
    browser.run(
        "document.querySelector('#graph g[data-component=K2]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    settle();
    assertThat(
            browser
                .run(
                    "document.querySelector('#graph g[data-component=K2]').classList.contains('selected')")
                .asBoolean())
        .isTrue();
    assertThat(
            browser
                .run(
                    "document.querySelector('#found tr[data-component=K2]').classList.contains('selected')")
                .asBoolean())
        .isTrue();
    assertThat(
            browser
                .run(
                    "document.querySelector('#map .plot').data.find(t => t.name === 'chosen').x[0]")
                .asDouble())
        .isBetween(2.07, 2.09);
    assertThat(
            browser.run("document.querySelector('#levels .plot').data[0].marker.color[1]").asText())
        .isEqualTo("#ffb000");
    assertThat(browser.run("document.getElementById('selected').textContent").asText())
        .contains("K2, minimum")
        .contains("ΔE = 7.901");
    // the clicked vertex is a root: the edges of its arborescence are the strong ones
    assertThat(strongEdges()).isEqualTo(4);
    browser.run(
        "(() => {const s = document.getElementById('pick-start'); s.value = '1'; s.dispatchEvent(new Event('change'))})()");
    assertThat(strongEdges()).as("a pruned forest has one edge fewer").isEqualTo(3);
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aClickOnAnEdgeShowsItsLeastPath() throws IOException {
    openThreeHump();
    int edge =
        browser.run("Longrun.data.direct.find(t => t.from === 'K3' && t.to === 'K5').k").asInt();
    int before = browser.run("document.querySelector('#map .plot').data.length").asInt();
    browser.run(
        "document.querySelector('#graph path[data-transition=\""
            + edge
            + "\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    settle();
    assertThat(browser.run("document.querySelector('#map .plot').data.length").asInt())
        .isGreaterThan(before);
    assertThat(browser.run("document.querySelector('#profile .plot').layout.title.text").asText())
        .contains("K3")
        .contains("K5");
    assertThat(
            browser
                .run("[...Longrun.chosen()].map(i => Longrun.data.components[i].id).join()")
                .asText())
        .isEqualTo("K3,K5");
  }

  @Test
  void everyPictureHasItsDataAsATableAndAnImage() throws IOException {
    openThreeHump();
    browser.run("document.querySelectorAll('figure details').forEach(d => { d.open = true; })");
    settle();
    String without =
        "[...document.querySelectorAll('figure[data-picture]:not([hidden])')].filter(f => f.querySelectorAll('tbody tr').length === 0).map(f => f.id).join()";
    assertThat(browser.run(without).asText()).isEmpty();
    String images =
        "(async () => {const out = []; for (const p of Object.values(Longrun.pictures).filter(p => p.drawn && p.id !== 'surface'))"
            + " {const svg = p.image ? await p.image('svg') : await Plotly.toImage(p.plot, {format: 'svg'}); out.push(svg.startsWith('data:image/svg+xml') && svg.length > 2000)} return out.every(Boolean)})()";
    assertThat(browser.run(images).asBoolean()).isTrue();
    assertThat(browser.run("Longrun.pictures.graph.image('png')").asText())
        .startsWith("data:image/png;base64,");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void onPaperEveryPictureFitsThePage() throws IOException {
    openThreeHump();
    String widths =
        "[...document.querySelectorAll('.js-plotly-plot')].map(p => p._fullLayout.width)";
    browser.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.run(widths)).isNotEmpty().allMatch(width -> width.asInt() == 660);
    browser.run("document.getElementById('surface').scrollIntoView()");
    settle();
    browser.run("window.dispatchEvent(new Event('afterprint'))");
    browser.run("new Promise(r => setTimeout(r, 500))");
    assertThat(browser.run(widths)).noneMatch(width -> width.asInt() == 660);
  }

  @Test
  void aHostileNameStaysText() throws IOException {
    ObjectNode results = SampleResults.ofReference("three_hump__gauss_s2=1");
    results
        .withObject("landscape")
        .put("name", HOSTILE)
        .put("objective", HOSTILE)
        .put("noise", HOSTILE);
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

  private static void openThreeHump() throws IOException {
    Path page = dir.resolve("three-hump.html");
    if (!page.equals(opened)) {
      open(
          "three-hump",
          HtmlReport.of(
              SampleResults.ofReference("three_hump__gauss_s2=1"), SampleLandscapes.threeHump()));
      browser.run("Longrun.drawAll()");
    }
    browser.run("document.getElementById('clear').click()");
    settle();
  }

  private static Path open(String name, HtmlReport report) throws IOException {
    Path page = dir.resolve(name + ".html");
    report.write(page);
    browser.open(page);
    opened = page;
    browser.run("Longrun.ready");
    return page;
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

  private static int strongEdges() {
    settle();
    return browser
        .run("document.querySelectorAll('#graph path[marker-end*=arrow-strong]').length")
        .asInt();
  }

  /** Waits for two frames: highlights are drawn by then. */
  private static void settle() {
    browser.run(
        "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 50))))");
  }
}
