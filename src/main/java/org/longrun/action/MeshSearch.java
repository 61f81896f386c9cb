package org.longrun.action;

import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The search for the least discrete action on one mesh: a few of Newton's steps with each matrix;
 * where no matrix is Newton's, many with one.
 *
 * @param tolerance the relative accuracy that is wanted in the end
 * @param newton whether matrices are the second variation
 * @param thorough whether a path from afar is followed to the minimum however many steps it takes
 */
record MeshSearch(double tolerance, boolean newton, boolean thorough) {
  /** The decrease at which the first mesh is left, relative to the action. */
  private static final double FIRST = 1e-4;

  /** The share of what a mesh promised at which it is left. */
  private static final double LEFT = 1e-3;

  /** The longest step as a share of the path's extent. */
  private static final double LONGEST = 0.3;

  /** The most steps with one matrix. */
  private static final int STEPS = 6;

  /** The most matrices on one mesh. */
  private static final int ROUNDS = 8;

  private static final int THOROUGH_ROUNDS = 60;

  /** The share of a step below which its matrix is given up for another. */
  private static final double SHORT = 0.1;

  /** The memory and the most steps of a search whose matrix is no second variation. */
  private static final int MEMORY = 30;

  private static final int MANY = 60;

  /** Searches until a small part of what the mesh promised is left. */
  LimitedMemoryBfgs.Result leave(Outlook start, int level) {
    if (level == 0 || !newton) {
      return finish(start, level);
    }
    double promised = LEFT * Math.abs(start.decrease());
    return minimised(start, new LimitedMemoryBfgs.Stop(tolerance / 1000, promised), ROUNDS);
  }

  /** Searches until what is left is negligible. */
  LimitedMemoryBfgs.Result finish(Outlook start, int level) {
    int rounds = thorough ? THOROUGH_ROUNDS : ROUNDS;
    return minimised(start, new LimitedMemoryBfgs.Stop(negligible(level), 0), rounds);
  }

  /** What is negligible beside an action on a level. */
  double negligible(int level) {
    return level == 0 ? FIRST : tolerance / 100;
  }

  private LimitedMemoryBfgs.Result minimised(
      Outlook start, LimitedMemoryBfgs.Stop stop, int rounds) {
    double longest = LONGEST * start.action().extent() + 1e-12;
    return newton
        ? start.minimise(new LimitedMemoryBfgs(STEPS, STEPS, longest, SHORT), stop, rounds)
        : start.minimise(new LimitedMemoryBfgs(MEMORY, MANY, longest, 0), stop, 1);
  }
}
