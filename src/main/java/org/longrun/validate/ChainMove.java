package org.longrun.validate;

import org.jspecify.annotations.Nullable;

/**
 * A move of the induced chain z_n of visited components (formats, section 4): counted in long runs,
 * among all components; or found by splitting, from well to well.
 *
 * @param stepSize η
 * @param method direct or splitting
 * @param from K_i
 * @param to K_j; by direct runs K_i itself after an excursion beyond 2δ; by splitting the target,
 *     its components joined by +
 * @param count how often it was seen; 0 by splitting
 * @param probability of this move from K_i: count / all moves, or the probability that the next
 *     well is this one
 * @param standardError of the probability
 * @param exponent −η log probability
 * @param predicted the direct cost B_ij, 0 from K_i to itself; by splitting V_ij − min_k V_ik,
 *     paths that meet no other well; null where there is no such move
 */
public record ChainMove(
    double stepSize,
    Method method,
    String from,
    String to,
    long count,
    double probability,
    double standardError,
    double exponent,
    @Nullable Double predicted) {}
