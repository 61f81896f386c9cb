package org.longrun.hitting;

/**
 * One entry of the gradient of an exponent J(i) in the costs: raising B on this edge by δ changes
 * J(i) by slope·δ, as long as the optimal forests stay the same.
 *
 * @param edge an edge of the transition graph
 * @param slope +1: a barrier on the way to the target; −1: an exit from where the time is spent
 */
public record Sensitivity(int edge, int slope) {}
