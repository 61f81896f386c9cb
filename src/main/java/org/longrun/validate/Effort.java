package org.longrun.validate;

import org.longrun.landscape.Landscape;
import org.longrun.landscape.NoiseDescription;

/**
 * How many iterations a simulation may make in all. Counted in iterations and not in seconds, so
 * that a result never depends on the machine.
 *
 * <p>The budget is the setting {@code simulation-budget}, in iterations of a cheap landscape (two
 * variables, a formula of a line, Gaussian noise: about 20 ns each); dearer landscapes get fewer.
 */
final class Effort {
  private static final double FORMULA = 60;
  private static final double VARIABLES = 2;

  private final double iterations;
  private final boolean full;

  private Effort(double iterations, boolean full) {
    this.iterations = iterations;
    this.full = full;
  }

  /** The effort of a landscape; {@code full} for the replicas of its file without a budget. */
  static Effort of(Landscape landscape, boolean full) {
    double budget = landscape.settings().get("simulation-budget");
    return new Effort(budget / price(landscape), full);
  }

  /** What one iteration costs, in those of a cheap landscape. */
  private static double price(Landscape landscape) {
    double gradient = Math.max(1, landscape.formula().length() / FORMULA);
    double variables = Math.max(1, landscape.dimension() / VARIABLES);
    if (landscape.noise() instanceof NoiseDescription.FiniteSum sum) {
      return variables * gradient * Math.max(1, sum.batch());
    }
    return Math.max(gradient, 1) * Math.max(1, variables / 4);
  }

  /** A share of the budget; without bound if full. */
  double hitting() {
    return full ? Double.POSITIVE_INFINITY : 0.5 * iterations;
  }

  /** What the splitting runs may make, about. */
  double splitting() {
    return (full ? 4 : 1) * 0.2 * iterations;
  }

  /**
   * Iterations of the long runs for the invariant measure: their share, and what the hitting times
   * left of theirs.
   *
   * @param spent iterations made for hitting times
   */
  double longRun(double spent) {
    return (full ? 10 : 1) * (0.2 * iterations + Math.max(0, 0.7 * iterations - spent));
  }

  /** Iterations of the runs for the distance to the prediction over time. */
  double evolution() {
    return (full ? 10 : 1) * 0.1 * iterations;
  }

  boolean full() {
    return full;
  }
}
