package org.longrun.action;

/**
 * Lets the ends of paths on components that are curves or surfaces find their places (action
 * methods, section 4, trap 4).
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
  Curve placed(Pairs.Pair pair, Curve curve) {
    boolean first = places.isManifold(pair.from());
    boolean last = places.isManifold(pair.to());
    return first || last ? anchors.moved(curve, first, last) : curve;
  }

  /** The path solved again with its free ends moved, as long as that makes it cost less. */
  EdgeSolution settled(Pairs.Pair pair, EdgeSolution rough) {
    EdgeSolution best = rough;
    if (!places.isManifold(pair.from()) && !places.isManifold(pair.to())) {
      return best;
    }
    for (int round = 0; round < ROUNDS; round++) {
      EdgeSolution moved = solver.screen(placed(pair, best.curve()), LEVEL);
      if (moved.isBroken() || !(moved.action() < best.action())) {
        break;
      }
      best = moved.after(best.evaluations());
    }
    return best;
  }
}
