package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.landscape.SignedPermutation;
import org.longrun.numerics.Point;

/**
 * A least-action path with the certificate of its cost (action methods, section 5).
 *
 * @param cost Ŝ[γ], the geometric action of this very path, re-integrated; ≥ 0, +∞ if infeasible
 * @param error estimated absolute error of the cost as an approximation of the infimum
 * @param status what is known of the cost
 * @param points points along γ, its ends included
 * @param residual the largest |H(γ, p)| along the path
 * @param evaluations gradient evaluations of the winning solve, cascade and re-integration included
 * @param evaluationsTotal gradient evaluations of all starts
 * @param start the start that won: reversed descent, straight line, roadmap, …
 * @param obstacle the point that makes the cost infinite; null where it is finite
 * @param curve the path as it was discretised, from which it can be taken up again; null where it
 *     was not sought on a mesh, or was joined of several
 */
public record LeastPath(
    double cost,
    double error,
    Status status,
    List<Point> points,
    double residual,
    long evaluations,
    long evaluationsTotal,
    String start,
    @Nullable Point obstacle,
    @Nullable PathCurve curve) {
  /** Copies the list. */
  public LeastPath {
    points = List.copyOf(points);
  }

  /** Whether the cost is known, to the tolerance or for certain. */
  public boolean converged() {
    return status.isKnown();
  }

  /** No path at all, for want of a way through this point. */
  static LeastPath none(@Nullable Point obstacle) {
    return new LeastPath(
        Double.POSITIVE_INFINITY, 0, Status.NOT_FOUND, List.of(), 0, 0, 0, "none", obstacle, null);
  }

  /** The image of this path under a symmetry of the landscape. */
  LeastPath image(SignedPermutation symmetry) {
    return new LeastPath(
        cost,
        error,
        status,
        points.stream().map(x -> Point.of(symmetry.apply(x.toArray()))).toList(),
        residual,
        evaluations,
        evaluationsTotal,
        start,
        obstacle == null ? null : Point.of(symmetry.apply(obstacle.toArray())),
        curve == null ? null : curve.image(symmetry));
  }

  /** This path and then another, joined at a place of this name. */
  LeastPath then(LeastPath next, String place) {
    List<Point> joined = new ArrayList<>(points);
    joined.addAll(next.points.subList(1, next.points.size()));
    return new LeastPath(
        cost + next.cost,
        error + next.error,
        status.and(next.status),
        joined,
        Math.max(residual, next.residual),
        evaluations + next.evaluations,
        evaluationsTotal + next.evaluationsTotal,
        start + ", " + place + ", " + next.start,
        null,
        null);
  }

  /** The same path where every cost is multiplied by a factor. */
  LeastPath scaled(double factor) {
    return told(factor * cost, factor * error, status);
  }

  /** The same path as one that costs nothing; what it was found to cost is the error. */
  LeastPath costless() {
    return told(0, cost, Status.CONVERGED);
  }

  /** The same path with another judgement of its error. */
  public LeastPath judged(double otherError, Status otherStatus) {
    return told(cost, otherError, otherStatus);
  }

  private LeastPath told(double otherCost, double otherError, Status otherStatus) {
    return new LeastPath(
        otherCost,
        otherError,
        otherStatus,
        points,
        residual,
        evaluations,
        evaluationsTotal,
        start,
        obstacle,
        curve);
  }
}
