package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalComponent;
import org.longrun.numerics.Vectors;

/**
 * Lets the ends of paths on components that are curves or surfaces find their places (action
 * methods, section 4, trap 4): what hugs its component is cut off, then the ends slide along it to
 * where the least action V(u) is least.
 */
final class FreeEnds {
  private static final int ROUNDS = 3;
  private static final int LEVEL = 1;

  private final Places places;
  private final Anchors anchors;
  private final EdgeSolver solver;

  FreeEnds(Places places, Anchors anchors, EdgeSolver solver) {
    this.places = places;
    this.anchors = anchors;
    this.solver = solver;
  }

  /** The curve with those of its ends moved that are free. */
  private Curve placed(Pairs.Pair pair, Curve curve) {
    return areFixed(pair)
        ? curve
        : anchors.moved(curve, manifold(pair.from()), manifold(pair.to()));
  }

  private @Nullable CriticalComponent manifold(int place) {
    return places.isManifold(place) ? places.component(place) : null;
  }

  private boolean areFixed(Pairs.Pair pair) {
    return !places.isManifold(pair.from()) && !places.isManifold(pair.to());
  }

  /** The path that a curve leads to on the coarsest mesh. */
  EdgeSolution screened(Pairs.Pair pair, Curve curve) {
    return slid(pair, solver.screen(placed(pair, curve), 0));
  }

  /** The path solved again with its free ends moved, as long as that makes it cost less. */
  EdgeSolution settled(Pairs.Pair pair, EdgeSolution rough) {
    if (areFixed(pair)) {
      return rough;
    }
    EdgeSolution best = slid(pair, rough);
    for (int round = 0; round < ROUNDS; round++) {
      EdgeSolution moved = slid(pair, solver.screen(placed(pair, best.curve()), LEVEL));
      if (moved.isBroken() || !(moved.action() < best.action())) {
        break;
      }
      best = moved.after(best.evaluations());
    }
    return best;
  }

  /**
   * The path with its free ends where the least action on its mesh is least. A path that passes
   * through another component says nothing about where its ends belong.
   */
  EdgeSolution slid(Pairs.Pair pair, EdgeSolution solution) {
    boolean through = solution.level() > 0 && solution.isBroken();
    if (areFixed(pair) || through || !(solution.action() < Double.POSITIVE_INFINITY)) {
      return solution;
    }
    Chart first = chart(pair.from(), solution.curve(), 0);
    Chart last = chart(pair.to(), solution.curve(), 1);
    return first.size() + last.size() > 0
        ? new EndSlide(solver, solution, first, last).slid()
        : solution;
  }

  /** The point of a component that is nearest to x. */
  double[] foot(int place, double[] x) {
    double[] nearest = places.nearest(place, x);
    if (!places.isManifold(place)) {
      return nearest;
    }
    double[] foot = anchors.projected(x);
    // Farther than the next one of the component's points it is on another component.
    boolean near = Vectors.distance(foot, nearest) <= 2 * places.component(place).spacing();
    return near && anchors.isLevel(places.component(place), foot) ? foot : nearest;
  }

  private Chart chart(int place, PathCurve curve, double s) {
    double[] x = places.centre(place);
    curve.point(s, x);
    return places.isManifold(place)
        ? Chart.of(anchors, places.component(place), x)
        : Chart.fixed(x);
  }
}
