package org.longrun.landscape;

/**
 * How Monte-Carlo runs are made: the landscape file's {@code simulation}.
 *
 * @param replicas the number of independent runs for each start and step size
 * @param steps the most iterations of one replica, which is then censored
 * @param seed the seed of everything random
 * @param radius δ, the distance to the target at which it counts as reached
 */
public record SimulationPlan(int replicas, long steps, long seed, double radius) {}
