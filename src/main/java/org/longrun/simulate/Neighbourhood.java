package org.longrun.simulate;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A set of R^d that a run can visit: the points within a distance of given ones, {x : min_p ‖x − p‖
 * ≤ δ}. A component's neighbourhood, or a target.
 *
 * @param id its name in the results
 * @param points at least one; a curve is given by points along it
 * @param radius δ &gt; 0
 */
public record Neighbourhood(String id, List<Point> points, double radius) {
  /**
   * Checks the radius and copies the list.
   *
   * @throws IllegalArgumentException if the radius is not positive or there is no point
   */
  public Neighbourhood {
    if (!(radius > 0)) {
      throw new IllegalArgumentException(
          "the radius of " + id + " is " + radius + ", not positive");
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("the neighbourhood " + id + " has no point");
    }
    points = List.copyOf(points);
  }

  /** The number of coordinates, d. */
  public int dimension() {
    return points.get(0).dimension();
  }

  /** The same points with another radius. */
  public Neighbourhood withRadius(double other) {
    return new Neighbourhood(id, points, other);
  }

  /** The neighbourhood that holds several: their points together, with the first one's radius. */
  public static Neighbourhood union(String id, List<Neighbourhood> parts) {
    List<Point> all = parts.stream().flatMap(part -> part.points().stream()).toList();
    return new Neighbourhood(id, all, parts.get(0).radius());
  }
}
