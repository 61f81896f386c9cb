package org.longrun.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.longrun.action.LeastPath;
import org.longrun.action.Transition;
import org.longrun.critical.CriticalComponent;

/** The part {@code transitions} of the results: an entry for every pair with a finite cost. */
final class TransitionJson {
  private final JsonWriter json;
  private final List<CriticalComponent> components;
  private final boolean withPaths;
  private final Map<List<Integer>, LeastPath> paths = new HashMap<>();

  TransitionJson(JsonWriter json, List<CriticalComponent> components, boolean withPaths) {
    this.json = json;
    this.components = components;
    this.withPaths = withPaths;
  }

  void write(List<Transition> transitions) throws IOException {
    for (Transition transition : transitions) {
      if (transition.path() != null) {
        paths.put(List.of(transition.from(), transition.to()), transition.path());
      }
    }
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
          json.text("status", transition.status().text());
          json.count("evaluations", total(transition, LeastPath::evaluations));
          json.count("evaluationsTotal", total(transition, LeastPath::evaluationsTotal));
          path(transition.path());
        });
  }

  /** The sum over the direct path, or else over those of the chain. */
  private long total(Transition transition, ToLongFunction<LeastPath> evaluations) {
    LeastPath direct = transition.path();
    if (direct != null) {
      return evaluations.applyAsLong(direct);
    }
    long sum = 0;
    int here = transition.from();
    for (int k = 0; k <= transition.via().size(); k++) {
      int next = k < transition.via().size() ? transition.via().get(k) : transition.to();
      sum += evaluations.applyAsLong(Objects.requireNonNull(paths.get(List.of(here, next))));
      here = next;
    }
    return sum;
  }

  private void path(@Nullable LeastPath path) throws IOException {
    if (path == null) {
      return;
    }
    json.number("residual", path.residual());
    json.text("start", path.start());
    if (withPaths) {
      json.array("path", path.points(), json::point);
    }
  }

  private String id(int component) {
    return components.get(component).id();
  }
}
