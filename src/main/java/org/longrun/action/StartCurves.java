package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where searches for a least path between two places start (action methods, section 4, trap 2): the
 * reversed descent, the straight line, lines bowed to both sides, arcs into the basins on whose rim
 * both places lie, the cheapest chain known with its corners cut, and lines from all over a
 * component that is a curve or a surface.
 */
final class StartCurves {
  private static final double BOW = 0.3;
  private static final int ELSEWHERE = 8;
  private static final String LINE = "straight line";

  private final Places places;
  private final Map<Integer, Edge> moves;
  private final Closure closure;
  private final Map<Integer, Roadmap.Tree> trees;

  /**
   * The curves that known moves suggest.
   *
   * @param moves the known moves by from·size + to
   * @param trees rough least paths by origin
   */
  StartCurves(
      Places places, Map<Integer, Edge> moves, Closure closure, Map<Integer, Roadmap.Tree> trees) {
    this.trees = trees;
    this.places = places;
    this.moves = moves;
    this.closure = closure;
  }

  /**
   * A curve with its name in the results.
   *
   * @param name what it is
   * @param curve the curve, its ends on the two places
   */
  record Start(String name, Curve curve) {}

  /** The curves to start from, the likeliest first. */
  List<Start> between(int from, int to) {
    List<Start> starts = new ArrayList<>();
    Edge back = moves.get(to * places.size() + from);
    if (back != null) {
      starts.add(new Start("reversed descent", back.line().reversed()));
    }
    Edge found = moves.get(from * places.size() + to);
    if (found != null) {
      starts.add(new Start("path found before", found.line()));
    }
    double[] target = places.nearest(to, places.centre(from));
    double[] origin = places.nearest(from, target);
    starts.add(new Start(LINE, Curve.line(origin, target)));
    addRoadmap(starts, from, to);
    addChain(starts, from, to);
    for (int basin : sharedBasins(from, to)) {
      double[] low = places.centre(basin);
      starts.add(new Start("arc through a basin", arc(origin, low, target)));
    }
    addBows(starts, origin, target);
    addElsewhere(starts, from, to);
    return starts;
  }

  /**
   * Lines between other points of components that are curves or surfaces: where the noise depends
   * on the direction the least path need not lie near the shortest.
   */
  private void addElsewhere(List<Start> starts, int from, int to) {
    if (places.isManifold(from)) {
      for (double[] origin : places.spread(from, ELSEWHERE)) {
        starts.add(new Start(LINE, Curve.line(origin, places.nearest(to, origin))));
      }
    } else if (places.isManifold(to)) {
      double[] origin = places.centre(from);
      for (double[] target : places.spread(to, ELSEWHERE)) {
        starts.add(new Start(LINE, Curve.line(origin, target)));
      }
    }
  }

  private void addRoadmap(List<Start> starts, int from, int to) {
    Roadmap.Tree tree = trees.get(from);
    Polyline rough = tree == null ? null : tree.to(to);
    if (rough != null) {
      starts.add(new Start("roadmap", rough));
    }
  }

  private void addChain(List<Start> starts, int from, int to) {
    List<Integer> via = closure.via(from, to);
    if (via.isEmpty()) {
      return;
    }
    Polyline line = null;
    int here = from;
    for (int k = 0; k <= via.size(); k++) {
      int next = k < via.size() ? via.get(k) : to;
      Edge move = moves.get(here * places.size() + next);
      if (move == null) {
        return;
      }
      line = line == null ? move.line() : line.then(move.line());
      here = next;
    }
    if (line != null) {
      starts.add(new Start("chain with cut corners", line));
    }
  }

  /** The minima that both places descend to, or are. */
  private List<Integer> sharedBasins(int from, int to) {
    List<Integer> basins = new ArrayList<>();
    for (int k = 0; k < places.critical().size(); k++) {
      if (k != from
          && k != to
          && places.component(k).isMinimum()
          && moves.containsKey(from * places.size() + k)
          && moves.containsKey(to * places.size() + k)) {
        basins.add(k);
      }
    }
    return basins;
  }

  /** A parabola from one point to another, drawn half-way towards a third. */
  private static Curve arc(double[] from, double[] low, double[] to) {
    return (s, out) -> {
      for (int k = 0; k < from.length; k++) {
        out[k] = (1 - s) * (1 - s) * from[k] + 2 * s * (1 - s) * low[k] + s * s * to[k];
      }
    };
  }

  private static void addBows(List<Start> starts, double[] from, double[] to) {
    if (from.length != 2) {
      return;
    }
    double[] bow = {BOW * (from[1] - to[1]), BOW * (to[0] - from[0])};
    double[] other = {-bow[0], -bow[1]};
    starts.add(new Start("line bowed to the left", Curve.bowed(from, to, bow)));
    starts.add(new Start("line bowed to the right", Curve.bowed(from, to, other)));
  }
}
