package org.longrun.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.longrun.action.Absence;
import org.longrun.action.LeastPath;
import org.longrun.action.Status;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalComponent;

/** The part {@code transitions} of the results. */
final class TransitionJson {
  /** Up to so many components the pairs without a finite cost have entries too. */
  private static final int ALL = 200;

  private final JsonWriter json;
  private final List<CriticalComponent> components;
  private final boolean withPaths;
  private final Map<List<Integer>, LeastPath> paths = new HashMap<>();

  TransitionJson(JsonWriter json, List<CriticalComponent> components, boolean withPaths) {
    this.json = json;
    this.components = components;
    this.withPaths = withPaths;
  }

  /** An entry for every ordered pair; of many components for those with a finite cost alone. */
  void write(TransitionCosts costs) throws IOException {
    for (Transition transition : costs.transitions()) {
      if (transition.path() != null) {
        paths.put(List.of(transition.from(), transition.to()), transition.path());
      }
    }
    TreeMap<Long, Entry> entries = new TreeMap<>();
    for (Transition each : costs.transitions()) {
      entries.put(key(each.from(), each.to()), () -> transition(each));
    }
    if (components.size() <= ALL) {
      for (Absence each : costs.absences()) {
        entries.put(key(each.from(), each.to()), () -> absence(each));
      }
    }
    json.array("transitions", List.copyOf(entries.values()), Entry::write);
  }

  /** Writes one entry. */
  private interface Entry {
    void write() throws IOException;
  }

  private static long key(int from, int to) {
    return ((long) from << Integer.SIZE) + to;
  }

  /** A pair without a finite cost: +∞ only where that is proved. */
  private void absence(Absence absence) throws IOException {
    json.object(
        () -> {
          json.text("from", id(absence.from()));
          json.text("to", id(absence.to()));
          json.none("cost");
          json.none("directCost");
          json.none("lowerBound");
          json.none("error");
          json.flag("direct", false);
          json.texts("via", List.of());
          json.flag("converged", absence.status() == Status.INFINITE_PROVED);
          json.text("status", absence.status().text());
        });
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
