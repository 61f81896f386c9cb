package org.longrun.analysis;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.longrun.action.LeastPath;
import org.longrun.action.StartCosts;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.Descent;
import org.longrun.critical.GradientFlow;
import org.longrun.critical.Outflow;
import org.longrun.landscape.Domain;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/**
 * What leaves the domain: the gradient flow over the boundary, which makes energies and exponents
 * those of the process that is kept inside; the descents from starts; least paths (theory, section
 * 2).
 */
final class DomainCheck {
  /** Coordinates shown of a point. */
  private static final int SHOWN = 8;

  /** Paths named one by one. */
  private static final int NAMED = 5;

  /** How far outside a path's point must lie to count, in widths of the domain. */
  private static final double BEYOND = 1e-6;

  private final Landscape landscape;
  private final CriticalSet critical;

  private DomainCheck(Landscape landscape, CriticalSet critical) {
    this.landscape = landscape;
    this.critical = critical;
  }

  /** What leaves the domain, a line each. */
  static List<String> warnings(Landscape landscape, CriticalSet critical, TransitionCosts costs) {
    DomainCheck check = new DomainCheck(landscape, critical);
    List<String> warnings = new ArrayList<>();
    check.outflow().ifPresent(warnings::add);
    costs.starts().forEach(start -> check.start(start).ifPresent(warnings::add));
    warnings.addAll(check.strayPaths(costs));
    return warnings;
  }

  private Optional<String> outflow() {
    Outflow outflow = Outflow.of(landscape);
    return outflow
        .place()
        .map(
            x ->
                "E and J hold only for the process kept inside the domain: the gradient flow"
                    + " leaves it at "
                    + shown(x)
                    + String.format(Locale.ROOT, ", where f = %.6g", outflow.value())
                    + (landscape.dimension() > 1 ? ", the lowest such place sampled" : ""));
  }

  private Optional<String> start(StartCosts start) {
    if (start.basin() >= 0) {
      return Optional.empty();
    }
    Descent descent = GradientFlow.of(landscape, critical).descend(start.x().toArray());
    String end =
        descent.leftDomain() ? "leaves the domain at " : "reaches no component: it ends at ";
    return Optional.of(
        "J(x) is not known from "
            + shown(start.x())
            + ": the descent from there "
            + end
            + shown(descent.end()));
  }

  private List<String> strayPaths(TransitionCosts costs) {
    List<String> warnings = new ArrayList<>();
    for (Transition each : costs.direct()) {
      LeastPath path = each.path();
      if (path != null) {
        stray(id(each.from()), id(each.to()), path).ifPresent(warnings::add);
      }
    }
    for (StartCosts start : costs.starts()) {
      for (int k = 0; k < start.paths().size(); k++) {
        String to = id(start.targets().get(k));
        stray(shown(start.x()), to, start.paths().get(k)).ifPresent(warnings::add);
      }
    }
    int more = warnings.size() - NAMED;
    if (more <= 0) {
      return warnings;
    }
    List<String> named = new ArrayList<>(warnings.subList(0, NAMED));
    named.add(more + " more least paths leave the domain");
    return named;
  }

  private String id(int component) {
    return critical.components().get(component).id();
  }

  private Optional<String> stray(String from, String to, LeastPath path) {
    return path.points().stream()
        .filter(this::isOutside)
        .findFirst()
        .map(
            x ->
                "the least path "
                    + from
                    + " -> "
                    + to
                    + " leaves the domain at "
                    + shown(x)
                    + "; a wider domain would show what else lies there");
  }

  private boolean isOutside(Point x) {
    Domain domain = landscape.domain();
    for (int k = 0; k < x.dimension(); k++) {
      double slack = BEYOND * domain.width(k);
      if (x.get(k) < domain.lower().get(k) - slack || x.get(k) > domain.upper().get(k) + slack) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Point x) {
    String list =
        DoubleStream.of(x.toArray())
            .limit(SHOWN)
            .mapToObj(c -> String.format(Locale.ROOT, "%.6g", c))
            .collect(joining(", "));
    return "[" + list + (x.dimension() > SHOWN ? ", …]" : "]");
  }
}
