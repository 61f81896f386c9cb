package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.longrun.analysis.LongRunResult;

/**
 * The page that compares several analyses: for each its components, ground state, largest hitting
 * exponent and the tightness of every bound, with a link to its report. Needs no script.
 */
public final class IndexPage {
  /** One line of the table. */
  private record Entry(Findings findings, String file) {}

  private final List<Entry> entries;

  private IndexPage(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A page without entries. */
  public static IndexPage empty() {
    return new IndexPage(List.of());
  }

  /** This page with an analysis more, whose report is {@code NAME.html} in the same folder. */
  public IndexPage with(LongRunResult result) {
    return with(HtmlReport.tree(result, List.of()));
  }

  /** This page with results more (their JSON: formats, section 2). */
  public IndexPage with(JsonNode results) {
    Findings findings = Findings.of(results);
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(findings, findings.name() + ".html"));
    return new IndexPage(more);
  }

  /** The page's text. */
  public String html() {
    Set<String> bounds = new TreeSet<>();
    entries.forEach(
        e -> e.findings().at("bounds").forEach(b -> bounds.add(b.path("name").asText())));
    StringBuilder rows = new StringBuilder();
    entries.forEach(entry -> row(rows, entry, bounds));
    StringBuilder heads = new StringBuilder();
    bounds.forEach(
        b -> heads.append("<th scope=\"col\">").append(Markup.escape(b)).append("</th>"));
    Map<String, String> parts = new LinkedHashMap<>();
    String count = Markup.count(entries.size(), "landscape", "landscapes");
    parts.put("head", Bundle.head(count, "img-src data:"));
    parts.put("count", count);
    parts.put("bounds", heads.toString());
    parts.put("boundCount", String.valueOf(Math.max(1, bounds.size())));
    parts.put("rows", rows.toString());
    return Template.fill(Bundle.text("index.html"), parts);
  }

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path path) throws IOException {
    WholeFile.write(path, html());
  }

  private static void row(StringBuilder out, Entry entry, Set<String> bounds) {
    Findings findings = entry.findings();
    out.append("<tr><th scope=\"row\"><a href=\"").append(Markup.escape(entry.file()));
    out.append("\">").append(Markup.escape(findings.name())).append("</a></th>");
    cell(out, "n", String.valueOf(findings.at("landscape", "dimension").asInt()));
    cell(out, "n", String.valueOf(findings.components().size()));
    cell(out, "n", String.valueOf(count(findings, "minimum")));
    cell(out, "n", String.valueOf(count(findings, "saddle")));
    cell(out, "", Markup.list(findings.names("groundStates")));
    cell(out, "", Markup.list(findings.names("hitting", "target")));
    cell(out, "n", Markup.number(findings.worstExponent(), 6));
    bounds.forEach(name -> tightness(out, bound(findings, name)));
    cell(out, "", verdict(findings));
    out.append("</tr>\n");
  }

  private static long count(Findings findings, String kind) {
    return findings.components().stream().filter(c -> c.kind().equals(kind)).count();
  }

  private static @Nullable JsonNode bound(Findings findings, String name) {
    for (JsonNode bound : findings.at("bounds")) {
      if (bound.path("name").asText().equals(name)) {
        return bound;
      }
    }
    return null;
  }

  /** A bar as long as the tightness, and the number. */
  private static void tightness(StringBuilder out, @Nullable JsonNode bound) {
    Double tightness = bound == null ? null : Findings.number(bound.path("tightness"));
    if (bound == null || !bound.path("applies").asBoolean() || tightness == null) {
      cell(out, "n", "–");
      return;
    }
    out.append("<td class=\"n\">");
    if (tightness >= 0) {
      out.append("<meter min=\"0\" max=\"1\" value=\"").append(Math.min(1, tightness));
      out.append("\" aria-hidden=\"true\"></meter> ");
    }
    out.append(Markup.number(tightness, 3)).append("</td>");
  }

  private static String verdict(Findings findings) {
    List<String> out = new ArrayList<>();
    if (findings.transitions().stream().anyMatch(t -> !t.converged())) {
      out.add("costs not converged");
    }
    if (!findings.at("completeness", "consistent").asBoolean(true)) {
      out.add("indices inconsistent");
    }
    int warnings = findings.at("warnings").size();
    if (warnings > 0) {
      out.add(Markup.count(warnings, "warning", "warnings"));
    }
    return out.isEmpty() ? "nothing" : String.join("; ", out);
  }

  private static void cell(StringBuilder out, String style, String text) {
    out.append("<td class=\"").append(style).append("\">").append(Markup.escape(text));
    out.append("</td>");
  }
}
