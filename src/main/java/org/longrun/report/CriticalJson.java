package org.longrun.report;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Completeness;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.landscape.Landscape;

/** The parts {@code landscape}, {@code components} and {@code completeness} of the results. */
final class CriticalJson {
  private CriticalJson() {}

  static void landscape(JsonWriter json, Landscape landscape) throws IOException {
    json.object(
        "landscape",
        () -> {
          json.text("name", landscape.name());
          json.text("description", landscape.description());
          json.count("dimension", (long) landscape.dimension());
          json.texts("variables", landscape.variables());
          json.text("objective", landscape.formula());
          json.text("noise", landscape.noise().text());
          json.text("method", landscape.method().text());
          json.number("momentum", landscape.momentum());
        });
  }

  static void components(JsonWriter json, CriticalSet critical) throws IOException {
    json.array("components", critical.components(), each -> component(json, critical, each));
  }

  private static void component(JsonWriter json, CriticalSet critical, CriticalComponent component)
      throws IOException {
    String orbit = critical.symmetryOrbits().get(critical.components().indexOf(component));
    json.object(
        () -> {
          json.text("id", component.id());
          json.text("kind", component.kind().label());
          json.count("index", (long) component.index());
          json.count("dimension", (long) component.dimension());
          json.number("value", component.value());
          json.array("representative", coordinates(component), json::number);
          json.array("points", component.points(), json::point);
          json.flag("smooth", component.isSmooth());
          json.array("hessianEigenvalues", component.hessianEigenvalues(), json::number);
          if (!orbit.equals(component.id())) {
            json.text("imageOf", orbit);
          }
        });
  }

  private static List<Double> coordinates(CriticalComponent component) {
    return Doubles.asList(component.representative().toArray());
  }

  static void completeness(JsonWriter json, Completeness completeness) throws IOException {
    json.object(
        "completeness",
        () -> {
          json.count("indexSum", widened(completeness.indexSum()));
          json.count("expected", widened(completeness.expected()));
          json.flag("consistent", completeness.consistent());
          json.flag("certified", completeness.certified());
          json.text("note", completeness.note());
        });
  }

  private static @Nullable Long widened(@Nullable Integer value) {
    return value == null ? null : Long.valueOf(value);
  }
}
