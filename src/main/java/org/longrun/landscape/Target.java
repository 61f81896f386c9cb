package org.longrun.landscape;

import java.util.List;
import org.longrun.numerics.Point;

/** Q, the set whose hitting time is asked for: which components, as the landscape file says it. */
public sealed interface Target {
  /** The components on which f is least. The default. */
  record Argmin() implements Target {}

  /** The components of least energy. */
  record GroundStates() implements Target {}

  /**
   * The components nearest to these points.
   *
   * @param points at least one point of the domain
   */
  record Nearest(List<Point> points) implements Target {
    /** Copies the list. */
    public Nearest {
      points = List.copyOf(points);
    }
  }
}
