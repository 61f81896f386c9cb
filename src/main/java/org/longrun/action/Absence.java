package org.longrun.action;

/**
 * An ordered pair of components without a finite cost.
 *
 * @param from i, the position in the critical set, from 0
 * @param to j
 * @param status {@link Status#INFINITE_PROVED} where B_ij = +∞ is proved; else why no cost is
 *     known, {@link Status#NOT_TRIED} or {@link Status#NOT_FOUND}
 */
public record Absence(int from, int to, Status status) {}
