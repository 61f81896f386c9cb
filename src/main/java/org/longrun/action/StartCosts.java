package org.longrun.action;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * The costs B(x, K_j) of the direct moves away from a point x that is no critical point: x enters
 * the transition graph as a vertex without incoming edges.
 *
 * @param x the point
 * @param basin the position of the component where the descent from x ends; −1 if it leaves the
 *     domain
 * @param paths the direct moves found
 * @param targets for each path, the position of the component that it reaches
 */
public record StartCosts(Point x, int basin, List<LeastPath> paths, List<Integer> targets) {
  /** Copies the lists. */
  public StartCosts {
    paths = List.copyOf(paths);
    targets = List.copyOf(targets);
  }
}
