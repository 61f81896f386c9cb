package org.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longrun.analysis.LongRunAnalysis;
import org.longrun.landscape.LandscapeFile;

/**
 * The shipped landscapes' reports in a real browser; skipped where no Chromium is installed. With
 * {@code -Dreports=all} every one of them, else one of each family, to keep the build quick.
 */
class ShippedReportsTest {
  private static final List<String> FAMILIES =
      List.of("double-well-1d.yaml", "himmelblau.yaml", "ring.yaml", "two-noise-double-well.yaml");

  @TempDir static Path dir;
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.orSkip(390, 844, "shipped reports are not opened");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  static List<Path> shipped() throws IOException {
    boolean all = "all".equals(System.getProperty("reports"));
    try (Stream<Path> files = Files.list(Path.of("landscapes"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> all || FAMILIES.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void opensAndDrawsEveryPictureWithoutErrorOrRequest(Path file) throws IOException {
    Path page = dir.resolve(file.getFileName() + ".html");
    var result = LongRunAnalysis.withDefaults().of(LandscapeFile.read(file));
    HtmlReport.of(result, List.of()).write(page);
    browser.open(page);
    browser.run("Longrun.drawAll()");
    assertThat(browser.run("Longrun.errors")).isEmpty();
    assertThat(browser.problems()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    String undrawn =
        "[...document.querySelectorAll('figure[data-picture]:not([hidden])')].filter(f => !f.dataset.drawn ||"
            + " !f.querySelector('.plot svg, .plot canvas')).map(f => f.id).join()";
    assertThat(browser.run(undrawn).asText()).isEmpty();
    assertThat(browser.run("document.querySelector('#graph[data-drawn]') !== null").asBoolean())
        .isTrue();
    String wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assertThat(browser.run(wide).asBoolean()).as("nothing sticks out sideways").isTrue();
  }
}
