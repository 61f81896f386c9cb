package org.longrun.critical;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A line of the gradient flow dx/dt = −∇f(x), from its start to where it ends.
 *
 * @param points along the line, the start first; the last is the point of the component that was
 *     reached, or the point of the boundary where the line left the domain
 * @param component the position of the component reached in the critical set, from 0; −1 where none
 *     was
 * @param leftDomain whether the line left the domain, at its last point
 * @param evaluations gradient evaluations
 */
public record Descent(List<Point> points, int component, boolean leftDomain, long evaluations) {
  /** Copies the list. */
  public Descent {
    points = List.copyOf(points);
  }

  /** Where the line ends. */
  public Point end() {
    return points.get(points.size() - 1);
  }

  /** True if the line ends in a component. */
  public boolean reachesComponent() {
    return component >= 0;
  }
}
