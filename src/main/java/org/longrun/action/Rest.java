package org.longrun.action;

import java.util.function.IntPredicate;

/**
 * What the chains of the other moves cost between two places.
 *
 * @param avoiding by chains that keep away from the target
 * @param any by any chain
 */
record Rest(double avoiding, double any) {
  /**
   * The chains of at least two moves.
   *
   * @param permitted the places that the closure under chains that avoid the target may pass
   */
  static Rest of(Closure avoiding, Closure any, Pairs.Pair pair, IntPredicate permitted) {
    return new Rest(
        avoiding.rest(pair.from(), pair.to(), permitted),
        any.rest(pair.from(), pair.to(), place -> true));
  }
}
