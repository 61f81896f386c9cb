package org.longrun.action;

import java.util.List;
import org.longrun.numerics.Point;

/**
 * A direct move between two places of the transition graph.
 *
 * @param from the position of the place that it leaves
 * @param to the position of the place that it reaches
 * @param path the least path, in the units of the dynamics without momentum
 */
record Edge(int from, int to, LeastPath path) {
  private static final int STEPS = 128;

  /** A move along a line of the gradient flow, which costs nothing. */
  static Edge descent(int from, int to, List<Point> points, long evaluations) {
    Polyline line = new Polyline(points);
    int dimension = points.get(0).dimension();
    List<Point> sample = points.size() <= STEPS ? points : sampled(line, dimension);
    return new Edge(
        from,
        to,
        new LeastPath(
            0, 0, Status.PROVED, sample, 0, evaluations, evaluations, "descent", null, null));
  }

  /** The move that runs a descent the other way, at a cost that the law gives. */
  Edge reversed(double cost, double error) {
    return new Edge(
        to,
        from,
        new LeastPath(
            cost,
            error,
            Status.PROVED,
            line().reversed().points(),
            0,
            0,
            0,
            "reversed descent",
            null,
            null));
  }

  /** A move that nobody has sought, at the least that it may cost. */
  static Edge possible(int from, int to, double least) {
    return new Edge(
        from, to, new LeastPath(least, 0, Status.NOT_TRIED, List.of(), 0, 0, 0, "", null, null));
  }

  private static List<Point> sampled(Polyline line, int dimension) {
    List<Point> sample = new java.util.ArrayList<>();
    double[] x = new double[dimension];
    for (int k = 0; k <= STEPS; k++) {
      line.point((double) k / STEPS, x);
      sample.add(Point.of(x));
    }
    return sample;
  }

  /** Of two moves between the same places the one that costs less, or is better known. */
  Edge better(Edge other) {
    double doubt = path.error() + other.path.error();
    boolean differ = !(Math.abs(cost() - other.cost()) <= doubt);
    boolean otherIs = differ ? other.cost() < cost() : other.path.error() < path.error();
    return otherIs ? other : this;
  }

  double cost() {
    return path.cost();
  }

  Polyline line() {
    return new Polyline(path.points());
  }
}
