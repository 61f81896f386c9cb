package org.longrun.action;

/**
 * A pair of components of which it is not known whether a direct path joins them, or what one
 * costs: none was sought, or none was found, and nothing proves that there is none.
 *
 * @param from i, the position in the critical set, from 0
 * @param to j
 * @param status {@link Status#NOT_TRIED} or {@link Status#NOT_FOUND}
 * @param least what a direct path costs at least; 0 where nothing is proved
 */
public record UnknownMove(int from, int to, Status status, double least) {}
