package org.longrun.critical;

import org.jspecify.annotations.Nullable;

/**
 * How complete the list of critical components is.
 *
 * @param indexSum Σ (−1)^index over isolated points, and the like for manifolds (Euler
 *     characteristic times (−1)^index); null where a degenerate component has no known index
 * @param expected the degree of ∇f on the domain's boundary; null where it is not known
 * @param consistent false if both are known and differ
 * @param certified true if interval arithmetic has proved that no critical point was missed
 * @param note what was done and what could not be, in a sentence
 */
public record Completeness(
    @Nullable Integer indexSum,
    @Nullable Integer expected,
    boolean consistent,
    boolean certified,
    String note) {}
