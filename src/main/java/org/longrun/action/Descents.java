package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.Descent;
import org.longrun.critical.GradientFlow;
import org.longrun.critical.Kind;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.Point;

/**
 * The moves that cost nothing: along the gradient flow, out of every component that is no minimum,
 * and into every saddle from above (action methods, section 4, trap 2a).
 */
final class Descents {
  private final Places places;
  private final GradientFlow downward;
  private final GradientFlow upward;

  Descents(Landscape landscape, Places places) {
    this.places = places;
    this.downward = GradientFlow.of(landscape, places.critical());
    this.upward = GradientFlow.upward(landscape, places.critical());
  }

  /** One move for each pair of components that a line of the flow joins. */
  List<Edge> between() {
    int n = places.critical().size();
    List<List<Edge>> found =
        java.util.stream.IntStream.range(0, n).boxed().toList().parallelStream()
            .map(this::around)
            .toList();
    TreeMap<Integer, Edge> moves = new TreeMap<>();
    for (List<Edge> edges : found) {
      for (Edge edge : edges) {
        moves.putIfAbsent(edge.from() * n + edge.to(), edge);
      }
    }
    return new ArrayList<>(moves.values());
  }

  private List<Edge> around(int component) {
    List<Edge> edges = new ArrayList<>();
    CriticalComponent here = places.component(component);
    if (here.isMinimum()) {
      return edges;
    }
    for (Descent descent : downward.leaving(component)) {
      if (descent.reachesComponent() && descent.component() != component) {
        edges.add(
            Edge.descent(component, descent.component(), descent.points(), descent.evaluations()));
      }
    }
    if (here.kind() == Kind.SADDLE && here.representative().dimension() <= 3) {
      for (Descent ascent : upward.leaving(component)) {
        if (ascent.reachesComponent() && ascent.component() != component) {
          List<Point> points = new Polyline(ascent.points()).reversed().points();
          edges.add(Edge.descent(ascent.component(), component, points, ascent.evaluations()));
        }
      }
    }
    return edges;
  }

  /** The descent from a point. */
  Descent from(double[] x) {
    return downward.descend(x);
  }

  /** The ascent from a point. */
  Descent above(double[] x) {
    return upward.descend(x);
  }
}
