package org.longrun.hitting;

/**
 * The strength of attraction of the target: V_{Q→j} ≥ J(j) for every j ∉ Q. Where it holds,
 * avoiding and passing exponents agree (theory, section 4).
 *
 * @param holds whether it does, up to rounding
 * @param margin min_j (V_{Q→j} − J(j)) over the j that Q reaches; +∞ if there is none
 */
public record Attraction(boolean holds, double margin) {}
