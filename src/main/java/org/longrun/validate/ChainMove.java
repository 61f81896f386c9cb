package org.longrun.validate;

import org.jspecify.annotations.Nullable;

/**
 * A move of the induced chain z_n of visited components (formats, section 4).
 *
 * @param stepSize η
 * @param from K_i
 * @param to K_j; K_i itself after an excursion beyond 2δ
 * @param count how often it was seen
 * @param probability count / all moves from K_i
 * @param exponent −η log probability
 * @param predicted the direct cost B_ij; null where there is no direct move, 0 from K_i to itself
 */
public record ChainMove(
    double stepSize,
    String from,
    String to,
    long count,
    double probability,
    double exponent,
    @Nullable Double predicted) {}
