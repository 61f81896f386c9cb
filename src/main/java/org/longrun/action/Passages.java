package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.numerics.Point;
import org.longrun.numerics.Vectors;

/**
 * What a least path that passes a component tells of costs to and from it. With y the point of a
 * path γ from K_i to K_j that lies nearest to K_k,
 *
 * <pre>B_ik ≤ S[γ up to y] + B(y, K_k),   B_kj ≤ B(K_k, y) + S[γ from y on]:</pre>
 *
 * <p>where that is less than what the known moves cost, the piece of the path with the straight way
 * to or from the component is a start for another search (theory, section 2: the triangle
 * inequality, for components too that a path merely passes).
 */
final class Passages {
  /** The relative gain from which on a bound is worth a search. */
  private static final double GAIN = 1e-6;

  private static final int SAMPLE = 64;
  private static final double ACCURACY = 1e-6;

  private final Places places;
  private final Hamiltonian hamiltonian;

  Passages(Places places, Hamiltonian hamiltonian) {
    this.places = places;
    this.hamiltonian = hamiltonian;
  }

  /**
   * A start for the search of a pair.
   *
   * @param pair the places
   * @param start where to begin, whose action is less than what is known
   */
  record Hint(Pairs.Pair pair, StartCurves.Start start) {}

  /**
   * The hints that a move gives.
   *
   * @param known the costs of chains of the known moves
   */
  List<Hint> of(Edge move, Closure known) {
    PathCurve curve = move.path().curve();
    if (curve == null || !(move.cost() < Double.POSITIVE_INFINITY)) {
      return List.of();
    }
    double[] actions = actions(curve);
    List<Hint> hints = new ArrayList<>();
    for (int k = 0; k < places.critical().size(); k++) {
      if (k != move.from() && k != move.to()) {
        add(hints, move, curve, actions, k, known);
      }
    }
    return hints;
  }

  /** The actions of the path up to points spread along it. */
  private double[] actions(PathCurve curve) {
    double[] actions = new double[SAMPLE + 1];
    Reintegration reintegration = new Reintegration(hamiltonian);
    for (int n = 1; n <= SAMPLE; n++) {
      actions[n] = actions[n - 1] + reintegration.ofPiece(curve, s(n - 1), s(n), ACCURACY);
    }
    return actions;
  }

  private static double s(int n) {
    return (double) n / SAMPLE;
  }

  private void add(
      List<Hint> hints, Edge move, PathCurve curve, double[] actions, int k, Closure known) {
    int n = nearest(curve, k);
    double[] near = new double[curve.dimension()];
    curve.point(s(n), near);
    double[] foot = places.nearest(k, near);
    double before = (1 - GAIN) * known.cost(move.from(), k) - actions[n];
    double after = (1 - GAIN) * known.cost(k, move.to()) - (actions[SAMPLE] - actions[n]);
    if (before > 0 && Reintegration.ofSegment(hamiltonian, near, foot, ACCURACY) < before) {
      List<Point> line = points(curve, 0, n);
      line.add(Point.of(foot));
      hints.add(hint(move.from(), k, line));
    }
    if (after > 0 && Reintegration.ofSegment(hamiltonian, foot, near, ACCURACY) < after) {
      List<Point> line = points(curve, n, SAMPLE);
      line.add(0, Point.of(foot));
      hints.add(hint(k, move.to(), line));
    }
  }

  private static List<Point> points(PathCurve curve, int first, int last) {
    List<Point> points = new ArrayList<>();
    double[] x = new double[curve.dimension()];
    for (int n = first; n <= last; n++) {
      curve.point(s(n), x);
      points.add(Point.of(x));
    }
    return points;
  }

  private static Hint hint(int from, int to, List<Point> line) {
    return new Hint(
        new Pairs.Pair(from, to),
        new StartCurves.Start("path that passes the component", new Polyline(line)));
  }

  /** The inner point of the sample that is nearest to a component. */
  private int nearest(PathCurve curve, int k) {
    double[] x = new double[curve.dimension()];
    double least = Double.POSITIVE_INFINITY;
    int nearest = 1;
    for (int n = 1; n < SAMPLE; n++) {
      curve.point(s(n), x);
      double distance = Vectors.distance(x, places.nearest(k, x));
      if (distance < least) {
        least = distance;
        nearest = n;
      }
    }
    return nearest;
  }
}
