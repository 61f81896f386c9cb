package org.longrun.action;

import org.jspecify.annotations.Nullable;

/**
 * The best path of a pair on coarse meshes; no solution where every start is impossible.
 *
 * @param start the curve that it was found from
 * @param way how the path was found
 * @param evaluations gradient evaluations of all starts
 * @param blockage what stops all paths; null if there is one
 */
record Screened(
    Pairs.Pair pair,
    String start,
    @Nullable EdgeSolution solution,
    Way way,
    long evaluations,
    @Nullable Blockage blockage) {
  private static final double SMOOTH = 1e-4;

  /** How a path was found. */
  enum Way {
    /** From a start that was a possible path. */
    STARTED,
    /** By added noise, where no start was possible. */
    RELAXED,
    /** It is possible with added noise only; its cost is the limit without. */
    LIMIT
  }

  /** A possible path. */
  Screened(Pairs.Pair pair, String start, EdgeSolution solution) {
    this(pair, start, solution, Way.STARTED, solution.evaluations(), null);
  }

  /** The same with another account of what all starts took. */
  Screened after(long allEvaluations) {
    return new Screened(pair, start, solution, way, allEvaluations, blockage);
  }

  double action() {
    return solution == null ? Double.POSITIVE_INFINITY : solution.action();
  }

  /** Whether the coarse mesh resolves the path: then it passes close to no component. */
  boolean isSmooth() {
    return solution != null
        && Math.abs(solution.discrete() - solution.action()) <= SMOOTH * solution.action();
  }
}
