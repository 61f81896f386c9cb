package org.longrun.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.action.LeastPath;
import org.longrun.action.Transition;
import org.longrun.critical.CriticalComponent;

/** The part {@code transitions} of the results: an entry for every pair with a finite cost. */
final class TransitionJson {
  private final JsonWriter json;
  private final List<CriticalComponent> components;

  TransitionJson(JsonWriter json, List<CriticalComponent> components) {
    this.json = json;
    this.components = components;
  }

  void write(List<Transition> transitions) throws IOException {
    json.array("transitions", transitions, this::transition);
  }

  private void transition(Transition transition) throws IOException {
    json.object(
        () -> {
          json.text("from", id(transition.from()));
          json.text("to", id(transition.to()));
          json.number("cost", transition.cost());
          json.number("directCost", transition.directCost());
          json.number("lowerBound", transition.lowerBound());
          json.number("error", transition.error());
          json.flag("direct", transition.isDirect());
          json.texts("via", transition.via().stream().map(this::id).toList());
          json.flag("converged", transition.converged());
          path(transition.path());
        });
  }

  private void path(@Nullable LeastPath path) throws IOException {
    if (path == null) {
      return;
    }
    json.count("evaluations", path.evaluations());
    json.count("evaluationsTotal", path.evaluationsTotal());
    json.number("residual", path.residual());
    json.text("start", path.start());
    json.array("path", path.points(), json::point);
  }

  private String id(int component) {
    return components.get(component).id();
  }
}
