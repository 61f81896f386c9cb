package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.Vectors;

/**
 * Covers a surface (or a set of higher dimension) of zeros of ∇f by points about evenly spaced:
 * breadth first from a seed, along the null directions and their diagonals.
 */
final class SurfaceCover {
  private static final int POINTS = 1200;

  /** The share of a step that must lie in the tangent space where it arrives. */
  private static final double ALIGNED = 0.8;

  /** How often the first spacing is halved for the sake of the shape. */
  private static final int HALVINGS = 8;

  /** The share of steps that may turn too far for the spacing to fit the shape. */
  private static final double TURNED = 0.1;

  private static final double FINEST = 0.02;

  private final LossField field;
  private final NewtonCorrector corrector;
  private final Membership membership;
  private boolean leaves;
  private int turned;
  private int steps;

  SurfaceCover(LossField field, NewtonCorrector corrector, Membership membership) {
    this.field = field;
    this.corrector = corrector;
    this.membership = membership;
  }

  /**
   * The set through the seed. The spacing is halved until it fits the shape, and doubled until the
   * points suffice as long as it does.
   */
  Continuum cover(Zero seed, int dimension) {
    double spacing = FINEST * field.diameter;
    List<Zero> points = cover(seed, spacing);
    for (int round = 0; round < HALVINGS && !fits(); round++) {
      spacing /= 2;
      points = cover(seed, spacing);
    }
    for (int round = 0; round < 4 && points.size() >= POINTS; round++) {
      List<Zero> coarser = cover(seed, 2 * spacing);
      if (!fits()) {
        break;
      }
      spacing *= 2;
      points = coarser;
    }
    boolean truncated = points.size() >= POINTS;
    Continuum.Branch branch = new Continuum.Branch(points, false);
    return new Continuum(dimension, List.of(branch), spacing, leaves, truncated);
  }

  /** Whether few of the last cover's steps turned too far. */
  private boolean fits() {
    return turned <= TURNED * steps;
  }

  private List<Zero> cover(Zero seed, double spacing) {
    leaves = false;
    turned = 0;
    steps = 0;
    List<Zero> points = new ArrayList<>();
    points.add(seed);
    for (int n = 0; n < points.size() && points.size() < POINTS; n++) {
      for (double[] direction : directions(points.get(n))) {
        Zero next = advanced(points.get(n), direction, spacing);
        if (next != null && isNew(next, points, spacing)) {
          points.add(next);
        }
      }
    }
    return points;
  }

  private @Nullable Zero advanced(Zero here, double[] direction, double spacing) {
    Zero next = corrector.near(LossField.shifted(here.x(), spacing, direction), 0.6 * spacing);
    steps++;
    if (next == null || !next.isDegenerate() || !membership.isLevel(here, next)) {
      turned++;
      return null;
    }
    if (!isAligned(here, next)) {
      turned++;
      return null;
    }
    if (field.excess(next.x()) > 0) {
      leaves = true;
      return null;
    }
    return next;
  }

  /** Whether the step lies in the tangent space where it arrives, so that it did not jump. */
  private static boolean isAligned(Zero here, Zero next) {
    double[] step = LossField.shifted(next.x(), -1, here.x());
    double inside = 0;
    for (int k = 0; k < step.length; k++) {
      if (next.isNull(k)) {
        double part = next.eigen().coefficient(k, step);
        inside += part * part;
      }
    }
    return Math.sqrt(inside) >= ALIGNED * LossField.norm(step);
  }

  private static boolean isNew(Zero zero, List<Zero> points, double spacing) {
    for (Zero point : points) {
      if (Vectors.distance(zero.x(), point.x()) < 0.7 * spacing) {
        return false;
      }
    }
    return true;
  }

  /** ± each null direction, and ± the diagonals of each two. */
  private List<double[]> directions(Zero zero) {
    List<double[]> axes = new ArrayList<>();
    for (int k = 0; k < field.d; k++) {
      if (zero.isNull(k)) {
        axes.add(zero.eigen().vector(k));
      }
    }
    List<double[]> directions = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      addBoth(directions, axes.get(i), 1);
      for (int k = 0; k < i; k++) {
        addBoth(directions, LossField.shifted(axes.get(i), 1, axes.get(k)), Math.sqrt(0.5));
        addBoth(directions, LossField.shifted(axes.get(i), -1, axes.get(k)), Math.sqrt(0.5));
      }
    }
    return directions;
  }

  private static void addBoth(List<double[]> directions, double[] v, double scale) {
    directions.add(LossField.shifted(new double[v.length], scale, v));
    directions.add(LossField.shifted(new double[v.length], -scale, v));
  }
}
