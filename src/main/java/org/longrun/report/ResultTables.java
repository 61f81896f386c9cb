package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that are read without a script: components with E and J, starts, bounds. */
final class ResultTables {
  private final Findings findings;

  ResultTables(Findings findings) {
    this.findings = findings;
  }

  String html() {
    return components() + starts() + bounds();
  }

  private String components() {
    List<@Nullable Double> energies = findings.energies("relative");
    List<@Nullable Double> exponents = findings.exponents("exponent");
    StringBuilder out = open("Components", "id", "kind", "f", "ΔE", "J", "at");
    for (int i = 0; i < findings.components().size(); i++) {
      Findings.Component c = findings.components().get(i);
      out.append("<tr data-component=\"")
          .append(Markup.escape(c.id()))
          .append("\"><th scope=\"row\">");
      out.append(Narrative.name(c.id())).append("</th>");
      cell(out, c.kind() + (c.index() > 0 ? ", index " + c.index() : ""), "");
      number(out, c.value());
      number(out, energies.get(i));
      number(out, exponents.get(i));
      cell(out, c.representative().isEmpty() ? "" : Markup.point(c.representative()), full(c));
      out.append("</tr>\n");
    }
    return close(out);
  }

  private static String full(Findings.Component c) {
    return c.representative().toString();
  }

  private String starts() {
    JsonNode starts = findings.at("hitting", "starts");
    if (starts.isEmpty()) {
      return "";
    }
    StringBuilder out = open("Starts", "x", "J(x)", "decided by", "basin");
    for (JsonNode start : starts) {
      List<Double> x = Findings.numbers(start.path("x"));
      out.append("<tr><th scope=\"row\">").append(Markup.escape(Markup.point(x))).append("</th>");
      Double exponent = Findings.number(start.path("exponent"));
      number(out, exponent == null ? Double.POSITIVE_INFINITY : exponent);
      cell(out, start.path("component").isTextual() ? start.path("component").asText() : "–", "");
      cell(out, start.path("basin").isTextual() ? start.path("basin").asText() : "–", "");
      out.append("</tr>\n");
    }
    return close(out);
  }

  private String bounds() {
    JsonNode bounds = findings.at("bounds");
    if (bounds.isEmpty()) {
      return "";
    }
    StringBuilder out =
        open("Bounds", "name", "applies", "bound", "actual", "tightness", "holds", "note");
    for (JsonNode bound : bounds) {
      boolean applies = bound.path("applies").asBoolean();
      out.append("<tr><th scope=\"row\">").append(Markup.escape(bound.path("name").asText()));
      out.append("</th>");
      cell(out, applies ? "yes" : "no", "");
      number(out, Findings.number(bound.path("bound")));
      number(out, Findings.number(bound.path("actual")));
      number(out, Findings.number(bound.path("tightness")));
      cell(out, applies ? holds(bound.path("holds")) : "–", "");
      out.append("<td class=\"words\">").append(Markup.escape(bound.path("note").asText("")));
      out.append("</td></tr>\n");
    }
    return close(out);
  }

  private static String holds(JsonNode holds) {
    return holds.isBoolean() ? holds.asBoolean() ? "yes" : "no" : "not known";
  }

  private static StringBuilder open(String caption, String... heads) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><caption>");
    out.append(caption).append("</caption><thead><tr>");
    for (String head : heads) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    return out.append("</tr></thead><tbody>\n");
  }

  private static String close(StringBuilder out) {
    return out.append("</tbody></table></div>\n").toString();
  }

  private static void number(StringBuilder out, @Nullable Double value) {
    out.append("<td class=\"n\" title=\"").append(value == null ? "" : value).append("\">");
    out.append(Markup.number(value, 6)).append("</td>");
  }

  private static void cell(StringBuilder out, String text, String title) {
    out.append("<td title=\"").append(Markup.escape(title)).append("\">");
    out.append(Markup.escape(text)).append("</td>");
  }
}
