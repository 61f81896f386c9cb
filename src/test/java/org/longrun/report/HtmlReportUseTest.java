package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the page does for its reader, in a real browser; skipped where no Chromium is installed. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class HtmlReportUseTest extends ReportInBrowser {
  @BeforeAll
  static void openThreeHump() throws IOException {
    open(
        "three-hump",
        HtmlReport.of(
            SampleResults.ofReference("three_hump__gauss_s2=1"), SampleLandscapes.threeHump()));
    browser.run("Longrun.drawAll()");
  }

  @BeforeEach
  void clear() {
    browser.run("document.getElementById('clear').click()");
    settle();
  }

  @Test
  void aClickOnAComponentHighlightsItEverywhere() {
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
  void aClickOnAnEdgeShowsItsLeastPath() {
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
  void everyPictureHasItsDataAsATableAndAnImage() {
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
  void onPaperEveryPictureFitsThePage() {
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

  private static int strongEdges() {
    settle();
    return browser
        .run("document.querySelectorAll('#graph path[marker-end*=arrow-strong]').length")
        .asInt();
  }
}
