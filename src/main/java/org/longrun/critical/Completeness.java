package org.longrun.critical;

import org.jspecify.annotations.Nullable;

/**
 * How complete the list of critical components is.
 *
 * @param indexSum Σ (−1)^index over isolated points, and the like for manifolds (Euler
 *     characteristic times (−1)^index); null where a degenerate component has no known index
 * @param expected the degree of ∇f on the domain's boundary; null where it is not known, or where
 *     components were left out on purpose and the sum says nothing
 * @param consistent false if both are known and differ
 * @param certified true if interval arithmetic has proved that no critical point was missed
 * @param cut true if more critical points were found than the graph takes, and not all were sought
 * @param note what was done and what could not be, in a sentence
 */
public record Completeness(
    @Nullable Integer indexSum,
    @Nullable Integer expected,
    boolean consistent,
    boolean certified,
    boolean cut,
    String note) {
  /**
   * The same where f has kinks.
   *
   * @param missed whether a minimum is known that is not among the components
   */
  Completeness withKinks(boolean missed) {
    return new Completeness(
        indexSum,
        expected,
        consistent && !missed,
        false,
        cut,
        note + "; f is not differentiable everywhere in the domain, which no proof covers");
  }

  /**
   * The same where components were left out on purpose: an index sum that differs from the degree
   * then says nothing against those that were kept.
   */
  Completeness ofCut() {
    return consistent
        ? new Completeness(indexSum, expected, true, certified, true, note)
        : new Completeness(
            indexSum,
            null,
            true,
            certified,
            true,
            "more critical points than the graph takes were found and not all were sought, so the"
                + " indices need not add up to the degree on the boundary, which is "
                + expected);
  }
}
