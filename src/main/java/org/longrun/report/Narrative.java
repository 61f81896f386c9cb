package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.Landscape;

/**
 * The report in sentences: what was asked, what was found, what is uncertain and why, and what
 * reproduces it. Every method returns HTML whose variable parts are escaped.
 */
final class Narrative {
  /** So many warnings are read at once; the others when they are asked for. */
  private static final int MOST_WARNINGS = 8;

  private final Findings findings;
  private final @Nullable Landscape landscape;

  Narrative(Findings findings, @Nullable Landscape landscape) {
    this.findings = findings;
    this.landscape = landscape;
  }

  /** The figures at the page's head. */
  String summary() {
    StringBuilder out = new StringBuilder();
    int size = findings.components().size();
    fact(out, "components", String.valueOf(size), kinds());
    boolean open = findings.areGroundStatesOpen();
    fact(
        out,
        "ground state",
        Markup.list(groundStates()),
        open ? "not decided: the least of what was tried" : "where SGD is in the long run");
    fact(out, "target", Markup.list(findings.names("hitting", "target")), "to be reached");
    fact(out, "max J", Markup.number(findings.worstExponent()), "E[τ] ≈ exp(max J / η)");
    return out.toString();
  }

  private static void fact(StringBuilder out, String name, String value, String note) {
    if (!value.equals("none")) {
      out.append("<div class=\"fact\"><span>")
          .append(Markup.escape(name))
          .append("</span><strong>");
      out.append(Markup.escape(value)).append("</strong><small>").append(Markup.escape(note));
      out.append("</small></div>\n");
    }
  }

  /** What was asked. */
  String asked() {
    List<String> out = new ArrayList<>();
    if (landscape != null && !landscape.description().isBlank()) {
      out.add("<em class=\"description\">" + Markup.escape(landscape.description()) + "</em>");
    }
    String objective = findings.text("landscape", "objective");
    if (!objective.isEmpty()) {
      out.add(
          "SGD with a constant step η runs on the loss f = <code>"
              + Markup.escape(objective)
              + "</code> in "
              + dimension()
              + ".");
    }
    String noise = findings.text("landscape", "noise");
    if (!noise.isEmpty()) {
      out.add("The noise of its gradients: <code>" + Markup.escape(noise) + "</code>.");
    }
    out.add(
        "Where are the iterates in the long run, and how long do they take to reach the target "
            + names(findings.names("hitting", "target"))
            + "?");
    return paragraphs(out);
  }

  private String dimension() {
    return Markup.count(findings.at("landscape", "dimension").asInt(), "variable", "variables");
  }

  /** What was found. */
  String found() {
    List<String> out = new ArrayList<>();
    if (!findings.components().isEmpty() && findings.components().get(0).value() != null) {
      out.add(critical());
    }
    out.addAll(new EnergyStory(findings).sentences());
    out.addAll(new HittingStory(findings, stepSizes()).sentences());
    return paragraphs(out);
  }

  private String critical() {
    Findings.Component lowest = findings.components().get(0);
    return "f has "
        + Markup.count(findings.components().size(), "critical component", "critical components")
        + " in the domain: "
        + kinds()
        + ". The lowest is "
        + name(lowest.id())
        + " at "
        + Markup.point(lowest.representative())
        + " with f = "
        + Markup.number(lowest.value())
        + ".";
  }

  private String kinds() {
    List<String> out = new ArrayList<>();
    String[][] words = {
      {"minimum", "minimum", "minima"}, {"saddle", "saddle", "saddles"},
      {"maximum", "maximum", "maxima"}, {"degenerate", "degenerate", "degenerate"},
      {"vertex", "vertex", "vertices"}
    };
    for (String[] word : words) {
      int number =
          (int) findings.components().stream().filter(c -> c.kind().equals(word[0])).count();
      if (number > 0) {
        out.add(Markup.count(number, word[1], word[2]));
      }
    }
    return Markup.list(out);
  }

  private List<Double> stepSizes() {
    return landscape == null ? List.of() : landscape.stepSizes();
  }

  private List<String> groundStates() {
    return findings.names("groundStates");
  }

  /** What is uncertain, and why. */
  String uncertain() {
    List<String> out = new ArrayList<>();
    JsonNode completeness = findings.at("completeness");
    if (completeness.isObject()) {
      out.add(completeness(completeness));
    }
    List<Findings.Transition> open =
        findings.transitions().stream().filter(t -> !t.converged()).toList();
    if (!findings.transitions().isEmpty()) {
      out.add(open.isEmpty() ? converged() : unconverged(open));
    }
    List<String> warnings = new ArrayList<>();
    for (String warning : findings.names("warnings")) {
      warnings.add("<strong>Warning.</strong> " + Markup.escape(warning));
    }
    int shown = Math.min(MOST_WARNINGS, warnings.size());
    out.addAll(warnings.subList(0, shown));
    if (out.isEmpty()) {
      out.add("Nothing is marked uncertain.");
    }
    return paragraphs(out) + more(warnings.subList(shown, warnings.size()));
  }

  private static String more(List<String> warnings) {
    return warnings.isEmpty()
        ? ""
        : "<details><summary>"
            + Markup.count(warnings.size(), "more warning", "more warnings")
            + "</summary>"
            + paragraphs(warnings)
            + "</details>";
  }

  private static String completeness(JsonNode c) {
    String note = c.path("note").asText("").strip().replaceAll("\\.$", "");
    String proved = c.path("certified").asBoolean() ? "It is proved" : "It is not proved";
    String verdict = proved + " that no critical point was missed.";
    if (!c.path("consistent").asBoolean(true)) {
      verdict +=
          " <strong>The indices do not add up</strong>: their sum is "
              + c.path("indexSum").asText()
              + " where "
              + c.path("expected").asText()
              + " is expected.";
    }
    return note.isEmpty() ? verdict : verdict + " How it was checked: " + Markup.escape(note) + ".";
  }

  private String converged() {
    double worst = 0;
    for (Findings.Transition t : findings.transitions()) {
      worst = t.error() == null ? worst : Math.max(worst, t.error());
    }
    return "All "
        + findings.transitions().size()
        + " transition costs have converged; the largest estimated error is "
        + Markup.number(worst, 2)
        + ".";
  }

  private String unconverged(List<Findings.Transition> open) {
    List<String> names =
        open.stream()
            .map(
                t ->
                    findings.components().get(t.from()).id()
                        + " → "
                        + findings.components().get(t.to()).id())
            .toList();
    return "<strong>"
        + Markup.count(open.size(), "transition cost has", "transition costs have")
        + " not converged</strong>: "
        + Markup.escape(Markup.list(names))
        + ".";
  }

  /** The settings and versions that reproduce the results. */
  String reproduce() {
    return Reproduction.of(findings.at("provenance"), landscape);
  }

  /** What a simulation says of the prediction. */
  static String simulated(JsonNode simulation) {
    List<String> sentences = new SimulationStory(simulation).sentences();
    return sentences.isEmpty() ? "" : paragraphs(sentences);
  }

  /** A component's name as a button that highlights it everywhere. */
  static String name(String id) {
    String escaped = Markup.escape(id);
    return "<button type=\"button\" class=\"k\" data-component=\""
        + escaped
        + "\">"
        + escaped
        + "</button>";
  }

  static String names(List<String> ids) {
    return Markup.list(ids.stream().map(Narrative::name).toList());
  }

  private static String paragraphs(List<String> sentences) {
    return "<p>" + String.join("</p>\n<p>", sentences) + "</p>";
  }
}
