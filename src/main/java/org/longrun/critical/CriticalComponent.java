package org.longrun.critical;

import java.util.List;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * K_i, a connected component of crit f = {x : ∇f(x) = 0} in the domain (theory, section 2).
 *
 * @param id K1, K2, … in the order of the results (formats, section 2)
 * @param kind minimum, saddle, maximum or degenerate
 * @param index the Morse index: the number of negative Hessian eigenvalues
 * @param dimension the component's own dimension: 0 for a point, 1 for a curve
 * @param value f(K_i)
 * @param representative a point of K_i
 * @param points points along K_i, the representative among them; one for an isolated point
 * @param hessianEigenvalues at the representative, ascending; empty where f is not differentiable
 */
public record CriticalComponent(
    String id,
    Kind kind,
    int index,
    int dimension,
    double value,
    Point representative,
    List<Point> points,
    List<Double> hessianEigenvalues) {
  /** Copies the lists. */
  public CriticalComponent {
    points = List.copyOf(points);
    hessianEigenvalues = List.copyOf(hessianEigenvalues);
  }

  /** Whether f is differentiable on the component. */
  public boolean isSmooth() {
    return !hessianEigenvalues.isEmpty();
  }

  /** True for a local minimum. */
  public boolean isMinimum() {
    return kind == Kind.MINIMUM;
  }

  /**
   * The distance of x from the component: to its nearest point, or along a curve to the nearest
   * chord between neighbouring points.
   */
  public double distance(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    double spacing = dimension == 1 ? spacing() : 0;
    double[] previous = points.get(points.size() - 1).toArray();
    for (Point point : points) {
      double[] here = point.toArray();
      boolean neighbours = Vectors.distance(previous, here) <= 2 * spacing;
      double distance =
          neighbours ? Continuum.fromSegment(x, previous, here) : Vectors.distance(x, here);
      least = Math.min(least, distance);
      previous = here;
    }
    return least;
  }

  /**
   * The distance from a point of the component to the nearest other one, at the middle of the list;
   * 0 for an isolated point.
   */
  public double spacing() {
    double least = Double.POSITIVE_INFINITY;
    Point middle = points.get(points.size() / 2);
    for (Point point : points) {
      least = point == middle ? least : Math.min(least, point.distance(middle));
    }
    return points.size() < 2 ? 0 : least;
  }
}
