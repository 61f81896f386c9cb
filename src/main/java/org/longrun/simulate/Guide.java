package org.longrun.simulate;

import java.util.List;
import org.longrun.dynamics.Sgd;

/**
 * How far a path of splitting has come on its way to a goal: the height ξ(x), the larger the
 * nearer.
 *
 * <p>The estimate of splitting is unbiased whatever ξ is; a ξ that ranks the points as the
 * probability of reaching the goal does keeps its error small, and one that doesn't sends the paths
 * over the wrong pass (T. Dean and P. Dupuis, Stoch. Proc. Appl. 119 (2009)).
 */
interface Guide {
  /** ξ at the point that begins at this place of an array. */
  double height(double[] x, int offset);

  /**
   * The guide to a goal: in the plane the work that is left to be done against the slope ({@link
   * SlopeGuide}), elsewhere the distance.
   */
  static Guide toward(Neighbourhood goal, Sgd sgd) {
    Atlas centres = new Atlas(List.of(goal), sgd.landscape().domain().diameter());
    Guide distance = (x, offset) -> -Math.sqrt(centres.squaredDistance(x, offset));
    return sgd.landscape().dimension() == 2 ? SlopeGuide.of(goal, sgd, distance) : distance;
  }
}
