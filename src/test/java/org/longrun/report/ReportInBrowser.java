package org.longrun.report;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One browser for all tests of a class, and the pages that they open in it. */
abstract class ReportInBrowser {
  @TempDir static Path dir;
  static Chromium browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.orSkip(1280, 800, "the page is not tested in a browser");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Opens a report under this name, and waits until it has started. */
  static Path open(String name, HtmlReport report) throws IOException {
    Path page = dir.resolve(name + ".html");
    report.write(page);
    browser.open(page);
    browser.run("Longrun.ready");
    return page;
  }

  /** Waits for two frames: highlights are drawn by then. */
  static void settle() {
    browser.run(
        "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 50))))");
  }
}
