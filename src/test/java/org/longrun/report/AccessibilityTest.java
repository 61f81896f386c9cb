package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the page owes a reader without a mouse or with weak eyes, in a real browser: contrast by
 * WCAG 2.2 (1.4.3: 4.5, large text 3; 1.4.11: graphics 3), everything by the keyboard. Skipped
 * where no Chromium is installed.
 */
class AccessibilityTest extends ReportInBrowser {
  private static final int MOST_KEYS = 300;

  @BeforeAll
  static void openThreeHump() throws IOException {
    JsonNode simulation =
        SampleResults.JSON.readTree(
            AccessibilityTest.class.getResourceAsStream("/report/sample.simulation.json"));
    open(
        "page",
        HtmlReport.of(
                SampleResults.ofReference("three_hump__gauss_s2=1"), SampleLandscapes.threeHump())
            .withSimulation(simulation));
    browser.run("Longrun.drawAll()");
    browser.run(resource("/report/contrast.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textStandsOutFromItsGround(String theme) {
    theme(theme);
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    browser.run("Longrun.select({component: 1, root: 1})");
    JsonNode report = browser.run("contrast.ofTexts()");
    assertThat(report.path("texts").asInt()).as("texts looked at").isGreaterThan(300);
    assertThat(report.path("faint")).as("texts below 4.5 (large: 3)").isEmpty();
    assertThat(browser.run("contrast.ofColours()")).as("colours of marks below 3").isEmpty();
  }

  /** The measure itself: black on white is 21 by definition, and grey on white is known. */
  @Test
  void contrastIsMeasuredAsDefined() {
    assertThat(browser.run("contrast.ratio([0, 0, 0], [255, 255, 255])").asDouble()).isEqualTo(21);
    assertThat(browser.run("contrast.ratio([119, 119, 119], [255, 255, 255])").asDouble())
        .isBetween(4.47, 4.49);
  }

  @Test
  void everyPicturesTableIsReachedAndOpenedByTheKeyboard() {
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = false; })");
    browser.run("document.activeElement.blur(); window.scrollTo(0, 0)");
    List<String> opened = new ArrayList<>();
    for (int k = 0; k < MOST_KEYS; k++) {
      key("Tab", 9);
      String figure = focusedFigure();
      if (!figure.isEmpty() && !opened.contains(figure)) {
        assertThat(browser.run("getComputedStyle(document.activeElement).outlineStyle").asText())
            .as("the focus is seen")
            .isEqualTo("solid");
        key("Enter", 13);
        opened.add(figure);
      }
    }
    List<String> all = new ArrayList<>();
    browser
        .run("[...document.querySelectorAll('figure[data-picture]:not([hidden])')].map(f => f.id)")
        .forEach(id -> all.add(id.asText()));
    assertThat(all).hasSizeGreaterThan(10);
    assertThat(opened).containsExactlyElementsOf(all);
    assertThat(
            browser
                .run(
                    "[...document.querySelectorAll('figure[data-picture]:not([hidden])')].every(f =>"
                        + " f.querySelectorAll('details[open] tbody tr').length > 0)")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aComponentIsChosenByTheKeyboard() {
    browser.run("document.getElementById('clear').click()");
    browser.run("document.querySelector('#found tr[data-component=K2] button').focus()");
    key("Enter", 13);
    assertThat(browser.run("document.getElementById('selected').textContent").asText())
        .contains("K2, minimum");
  }

  private static String focusedFigure() {
    return browser
        .run(
            "(() => {const e = document.activeElement; return e && e.tagName === 'SUMMARY' &&"
                + " e.closest('figure') ? e.closest('figure').id : ''})()")
        .asText();
  }

  private static void key(String name, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = SampleResults.JSON.createObjectNode().put("type", type);
      event.put("key", name).put("code", name).put("windowsVirtualKeyCode", code);
      browser.send("Input.dispatchKeyEvent", code == 13 ? event.put("text", "\r") : event);
    }
  }

  private static void theme(String theme) {
    ObjectNode media = SampleResults.JSON.createObjectNode();
    media.withArray("features").addObject().put("name", "prefers-color-scheme").put("value", theme);
    browser.send("Emulation.setEmulatedMedia", media);
    // the relief is drawn again once it is in sight
    browser.run("document.getElementById('surface').scrollIntoView()");
    browser.run(
        "new Promise(r => setTimeout(function wait() {Longrun.pictures.surface.stale ?"
            + " setTimeout(wait, 50) : r(1)}, 400))");
  }

  private static String resource(String name) throws IOException {
    try (var in = AccessibilityTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
