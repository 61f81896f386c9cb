package org.longrun.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences on hitting times: J from the starts, the worst start, what decides, the bounds. */
final class HittingStory {
  private final Findings findings;
  private final List<Double> stepSizes;

  HittingStory(Findings findings, List<Double> stepSizes) {
    this.findings = findings;
    this.stepSizes = stepSizes;
  }

  List<String> sentences() {
    List<String> out = new ArrayList<>();
    findings.at("hitting", "starts").forEach(start -> out.add(start(start)));
    Double worst = findings.worstExponent();
    if (worst != null) {
      out.add(worst(worst));
    }
    for (JsonNode bound : findings.at("bounds")) {
      bound(bound, out);
    }
    JsonNode attraction = findings.at("hitting", "attraction");
    if (attraction.has("holds")) {
      out.add(attraction(attraction));
    }
    return out;
  }

  private String start(JsonNode start) {
    String from = "SGD started at " + Markup.point(Findings.numbers(start.path("x")));
    Double exponent = Findings.number(start.path("exponent"));
    String basin = start.path("basin").asText("");
    String where = basin.isEmpty() || basin.equals("null") ? "" : basin(basin);
    if (exponent == null && where.isEmpty()) {
      return from + " runs to no component of the domain: its exponent J is not known.";
    }
    if (exponent == null) {
      return findings.at("closedClassesCertain").asBoolean(true)
          ? from + where + " may never reach the target: its exponent J is infinite."
          : from + where + " was found no way to the target, which is no proof that there is none.";
    }
    if (exponent == 0) {
      return from
          + where
          + " reaches the target in a time that does not grow exponentially: J = 0.";
    }
    return from
        + where
        + " needs about exp("
        + Markup.number(exponent)
        + "/η) steps to reach "
        + Narrative.names(findings.names("hitting", "target"))
        + because(start)
        + steps(exponent)
        + (isOpen(start) ? "; <strong>this is not decided</strong>, only what was tried" : "")
        + ".";
  }

  /** Whether the exponent that decides a start's is not decided. */
  private boolean isOpen(JsonNode start) {
    int component = findings.position(start.path("component").asText(""));
    return component >= 0 && findings.isOpen("hitting", component);
  }

  private static String basin(String basin) {
    return ", in the basin of " + Narrative.name(basin) + ",";
  }

  private String because(JsonNode start) {
    String component = start.path("component").asText("");
    if (component.isEmpty() || component.equals("null")) {
      return "";
    }
    return "; what takes so long is being caught at " + Narrative.name(component);
  }

  /** The exponent at the landscape's least step, as a power of ten. */
  private String steps(double exponent) {
    double eta = stepSizes.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    if (!(eta > 0)) {
      return "";
    }
    double decades = exponent / eta / Math.log(10);
    return " (at η = "
        + Markup.number(eta)
        + ", 10<sup>"
        + Markup.number(decades, 3)
        + "</sup> up to a prefactor)";
  }

  private String worst(double worst) {
    List<String> where = new ArrayList<>();
    List<@Nullable Double> exponents = findings.exponents("exponent");
    for (int i = 0; i < exponents.size(); i++) {
      Double j = exponents.get(i);
      if (j == null ? lost(i) : j >= worst * (1 - 1e-9) && worst > 0) {
        where.add(findings.components().get(i).id());
      }
    }
    if (Double.isInfinite(worst)) {
      return findings.at("closedClassesCertain").asBoolean(true)
          ? "From "
              + Narrative.names(where)
              + " the target may never be reached: J is infinite there."
          : "From "
              + Narrative.names(where)
              + " no way to the target was found, which is no proof that there is none.";
    }
    if (where.isEmpty()) {
      return "From everywhere the target is reached in a time that does not grow exponentially: "
          + "J = 0, no minimum holds SGD back.";
    }
    boolean open = where.stream().anyMatch(id -> findings.isOpen("hitting", findings.position(id)));
    return "The worst <a href=\"#def-J\">exponent</a> is J = "
        + Markup.number(worst)
        + ", from "
        + Narrative.names(where)
        + (open ? "; <strong>it is not decided</strong>: this is what was tried." : ".");
  }

  /** True if this component's exponent is infinite, which JSON says by null. */
  private boolean lost(int i) {
    String id = findings.components().get(i).id();
    for (JsonNode row : findings.at("hitting", "components")) {
      if (row.path("component").asText().equals(id)) {
        return row.path("exponent").isNull();
      }
    }
    return false;
  }

  private void bound(JsonNode bound, List<String> out) {
    Double right = Findings.number(bound.path("bound"));
    Double actual = Findings.number(bound.path("actual"));
    if (!bound.path("applies").asBoolean() || right == null || actual == null) {
      return;
    }
    String name =
        "The <a href=\"#def-bounds\">"
            + Markup.escape(bound.path("name").asText())
            + " bound</a>, "
            + Markup.number(right)
            + ", ";
    if (bound.path("holds").isNull()) {
      out.add(name + "cannot be held against an exponent that is not decided.");
    } else if (!bound.path("holds").asBoolean(true)) {
      out.add(
          name
              + "<strong>does not hold here</strong>: the truth is "
              + Markup.number(actual)
              + ".");
    } else if (actual > 0) {
      out.add(name + ratio(right / actual) + " here (" + Markup.number(actual) + ").");
    } else {
      out.add(name + "holds; the truth is " + Markup.number(actual) + ".");
    }
  }

  private static String ratio(double ratio) {
    if (Math.abs(ratio - 1) < 1e-3) {
      return "is attained";
    }
    if (Math.abs(ratio - 2) < 1e-3) {
      return "is twice the truth";
    }
    return "is " + Markup.number(ratio, 3) + " times the truth";
  }

  private static String attraction(JsonNode attraction) {
    Double margin = Findings.number(attraction.path("margin"));
    return attraction.path("holds").asBoolean()
        ? "The target attracts strongly enough that paths through it do not matter"
            + (margin == null ? "." : " (margin " + Markup.number(margin) + ").")
        : "<strong>Paths through the target matter</strong>: SGD that has passed it may be lost "
            + "again for longer than it took to arrive, so the exponents <em>avoiding</em> and "
            + "<em>passing</em> differ.";
  }
}
