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
  private static final int POINTS = 400;
  private static final double FINEST = 0.02;

  private final LossField field;
  private final NewtonCorrector corrector;
  private boolean leaves;

  SurfaceCover(LossField field, NewtonCorrector corrector) {
    this.field = field;
    this.corrector = corrector;
  }

  /** The set through the seed; the spacing is doubled until the points suffice. */
  Continuum cover(Zero seed, int dimension) {
    double spacing = FINEST * field.diameter;
    List<Zero> points = cover(seed, spacing);
    for (int round = 0; round < 4 && points.size() >= POINTS; round++) {
      spacing *= 2;
      points = cover(seed, spacing);
    }
    boolean truncated = points.size() >= POINTS;
    Continuum.Branch branch = new Continuum.Branch(points, false);
    return new Continuum(dimension, List.of(branch), spacing, leaves, truncated);
  }

  private List<Zero> cover(Zero seed, double spacing) {
    leaves = false;
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
    if (next == null || !next.isDegenerate()) {
      return null;
    }
    if (field.excess(next.x()) > 0) {
      leaves = true;
      return null;
    }
    return next;
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
