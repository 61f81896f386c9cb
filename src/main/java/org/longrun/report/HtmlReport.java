package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.landscape.Landscape;

/**
 * The page that people look at: one self-contained HTML file with text, pictures and tables of an
 * analysis. It opens from disk without a network.
 *
 * <p>Everything the landscape file says is escaped; besides, the page's content security policy
 * admits no script but the page's own, by hash, and no connection at all.
 */
public final class HtmlReport {
  private final Findings findings;
  private final @Nullable Landscape landscape;
  private final @Nullable JsonNode simulation;

  private HtmlReport(
      Findings findings, @Nullable Landscape landscape, @Nullable JsonNode simulation) {
    this.findings = findings;
    this.landscape = landscape;
    this.simulation = simulation;
  }

  /**
   * Starts to prepare what every page has in common, beside the analysis: packing the plotting
   * library takes as long as reading a landscape.
   */
  public static void prepare() {
    Thread thread = new Thread(Bundle::library, "page");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The report of a network: no landscape, so no pictures of one.
   *
   * @param results the results' JSON (formats, section 3)
   */
  public static HtmlReport of(JsonNode results) {
    return new HtmlReport(Findings.of(results), null, null);
  }

  /** True if a page can show the network: at most 1000 vertices and 20 000 edges. */
  public static boolean shows(NetworkAnalysis analysis) {
    return NetworkJson.writesEdges(analysis.network().graph());
  }

  /** The report of a network's analysis, with these trees. */
  public static HtmlReport of(NetworkAnalysis analysis, Trees trees) {
    return of(tree(NetworkJson.of(analysis, trees)::writeTo));
  }

  /**
   * The report of a landscape's analysis.
   *
   * @param results the results' JSON (formats, section 2)
   * @param landscape the landscape that was analysed
   */
  public static HtmlReport of(JsonNode results, Landscape landscape) {
    return new HtmlReport(Findings.of(results), landscape, null);
  }

  /**
   * The report of an analysis.
   *
   * @param result what the analysis has found
   * @param trees ids of components whose trees are shown even where there are too many of them
   */
  public static HtmlReport of(LongRunResult result, List<String> trees) {
    return of(tree(result, trees), result.sgd().landscape());
  }

  /** The results' JSON as a tree. */
  static JsonNode tree(LongRunResult result, List<String> trees) {
    return tree(ResultsJson.of(result, trees)::writeTo);
  }

  private static JsonNode tree(WholeFile.Content json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      json.writeTo(bytes);
      return new ObjectMapper().readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This report with a simulation beside the prediction (its JSON: formats, section 4). */
  public HtmlReport withSimulation(JsonNode simulation) {
    return new HtmlReport(findings, landscape, simulation);
  }

  /** The page's text. */
  public String html() {
    byte[] data =
        new PageData(findings, landscape)
            .tree(simulation)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Narrative narrative = new Narrative(findings, landscape);
    String scripts = Bundle.scripts();
    Map<String, String> parts = new LinkedHashMap<>();
    String title = Markup.escape(findings.name());
    String hashes =
        Bundle.hash(scripts.getBytes(StandardCharsets.UTF_8)) + " " + Bundle.libraryHash();
    parts.put("head", Bundle.head(title, "script-src " + hashes + "; img-src data: blob:"));
    parts.put("title", title);
    parts.put("summary", narrative.summary());
    parts.put("overview", overview());
    parts.put("asked", narrative.asked());
    parts.put("found", narrative.found());
    parts.put("uncertain", narrative.uncertain());
    parts.put("reproduce", narrative.reproduce());
    parts.put("simulated", simulation == null ? "" : Narrative.simulated(simulation));
    parts.put("tables", new ResultTables(findings).html());
    parts.put("data", Bundle.pack(data));
    parts.put("library", Bundle.library());
    parts.put("scripts", scripts);
    return Template.fill(Bundle.text("page.html"), parts);
  }

  /** A picture that needs no script: it is there at once. */
  private String overview() {
    List<View> views = landscape == null ? List.of() : Views.of(landscape, findings);
    if (landscape == null || views.isEmpty()) {
      return "";
    }
    String svg = new LandscapeFigure(findings, landscape, views.get(0)).preview().toString();
    String caption = "f on " + views.get(0).title() + ", its critical components and the least ";
    return "<figure class=\"overview\" role=\"img\" aria-label=\"The loss at a glance\">\n"
        + svg
        + "<figcaption>"
        + Markup.escape(caption + "paths of the ground state's arborescence.")
        + "</figcaption></figure>";
  }

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path path) throws IOException {
    WholeFile.write(path, html());
  }
}
