package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences on a simulation beside its prediction; variable parts are escaped. */
final class SimulationStory {
  private final JsonNode simulation;

  /** The simulation's JSON (formats, section 4). */
  SimulationStory(JsonNode simulation) {
    this.simulation = simulation;
  }

  List<String> sentences() {
    List<String> out = new ArrayList<>();
    Map<String, List<String>> fits = new LinkedHashMap<>();
    for (JsonNode fit : simulation.path("arrhenius")) {
      String start = Markup.point(Findings.numbers(fit.path("start")));
      fits.computeIfAbsent(start, key -> new ArrayList<>()).add(fit(fit));
    }
    fits.forEach((start, each) -> out.add(slopes(start, each)));
    lost("censored", "had not arrived when their steps were used up", out);
    lost("diverged", "diverged", out);
    occupation(out);
    simulation
        .path("warnings")
        .forEach(w -> out.add("<strong>Warning.</strong> " + Markup.escape(w.asText())));
    return out;
  }

  private String slopes(String start, List<String> fits) {
    return "From "
        + start
        + " the slope of log(ητ) against 1/η, which is J in the limit, is "
        + String.join("; ", fits)
        + ".";
  }

  private static String fit(JsonNode fit) {
    List<Double> interval = Findings.numbers(fit.path("interval"));
    String method = fit.path("method").asText("");
    return Markup.number(Findings.number(fit.path("slope")))
        + (interval.size() == 2 ? " in " + Markup.point(interval) : "")
        + (method.isEmpty() ? "" : " (" + Markup.escape(method) + ")")
        + " where "
        + Markup.number(Findings.number(fit.path("predicted")))
        + " is predicted: <strong>"
        + Markup.escape(fit.path("verdict").asText())
        + "</strong>";
  }

  /** How many replicas a field counts, over all hitting times. */
  private void lost(String field, String what, List<String> out) {
    long lost = 0;
    long all = 0;
    for (JsonNode time : simulation.path("hittingTimes")) {
      lost += time.path(field).asLong();
      all += time.path("replicas").asLong();
    }
    if (lost > 0) {
      out.add(lost + " of " + all + " replicas " + what + ".");
    }
  }

  /** The occupation that lies farthest from its prediction. */
  private void occupation(List<String> out) {
    JsonNode worst = null;
    double most = -1;
    for (JsonNode row : simulation.path("occupation")) {
      double deviation =
          Math.abs(row.path("fraction").asDouble() - row.path("predicted").asDouble());
      if (row.path("predicted").isNumber() && deviation > most) {
        most = deviation;
        worst = row;
      }
    }
    if (worst != null) {
      out.add(
          "The fraction of time that lies farthest from its prediction is the one near "
              + Narrative.name(worst.path("component").asText())
              + " at η = "
              + Markup.number(Findings.number(worst.path("stepSize")))
              + ": "
              + Markup.number(Findings.number(worst.path("fraction")))
              + " with a standard error of "
              + Markup.number(Findings.number(worst.path("standardError")), 2)
              + " where "
              + Markup.number(Findings.number(worst.path("predicted")))
              + " is predicted.");
    }
  }
}
