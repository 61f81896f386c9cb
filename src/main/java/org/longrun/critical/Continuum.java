package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.numerics.Vectors;

/**
 * A connected set of zeros of ∇f of dimension 1 or more: points along it and what is known of its
 * shape.
 *
 * @param dimension 1 for curves, 2 for a surface
 * @param branches one curve, or several that meet, or the cover of a surface
 * @param spacing the distance between neighbouring points
 * @param leaves whether the set goes on outside the domain
 * @param truncated whether the search for further points was given up
 */
record Continuum(
    int dimension, List<Branch> branches, double spacing, boolean leaves, boolean truncated) {
  private static final int PIECES = 24;
  private static final double CROSSING = 0.06;

  /** Copies the list. */
  Continuum {
    branches = List.copyOf(branches);
  }

  /**
   * Points of the set.
   *
   * @param points along a curve in order and evenly spaced, or a cover of a surface
   * @param closed whether the last point of a curve is followed by the first
   */
  record Branch(List<Zero> points, boolean closed) {
    /** Copies the list. */
    Branch {
      points = List.copyOf(points);
    }

    /** The pairs of neighbours along a curve. */
    List<Zero[]> segments() {
      List<Zero[]> segments = new ArrayList<>();
      for (int n = closed ? 0 : 1; n < points.size(); n++) {
        segments.add(new Zero[] {points.get(n > 0 ? n - 1 : points.size() - 1), points.get(n)});
      }
      return segments;
    }
  }

  /** All points, branch after branch. */
  List<Zero> points() {
    return branches.stream().flatMap(branch -> branch.points().stream()).toList();
  }

  /** The distance of x from the set as far as its points show it. */
  double distance(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    for (Branch branch : branches) {
      for (Zero zero : branch.points()) {
        least = Math.min(least, Vectors.distance(x, zero.x()));
      }
      if (dimension == 1) {
        for (Zero[] segment : branch.segments()) {
          least = Math.min(least, fromSegment(x, segment[0].x(), segment[1].x()));
        }
      }
    }
    return least;
  }

  /** The point of the set that is nearest to x. */
  Zero nearest(double[] x) {
    Zero best = branches.get(0).points().get(0);
    for (Zero zero : points()) {
      best = Vectors.distance(x, zero.x()) < Vectors.distance(x, best.x()) ? zero : best;
    }
    return best;
  }

  /** True if two curves cross or touch. */
  boolean meets(Continuum other) {
    for (Branch branch : other.branches) {
      for (Zero[] segment : branch.segments()) {
        if (crosses(segment[0].x(), segment[1].x(), other.spacing)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean crosses(double[] a, double[] b, double length) {
    if (distance(a) > 1.5 * length + spacing) {
      return false;
    }
    double[] v = LossField.shifted(b, -1, a);
    for (int n = 0; n <= PIECES; n++) {
      double[] x = LossField.shifted(a, n / (double) PIECES, v);
      if (distance(x) <= CROSSING * Math.min(length, spacing)) {
        return true;
      }
    }
    return false;
  }

  /** Both sets as one. */
  Continuum with(Continuum other) {
    List<Branch> both = new ArrayList<>(branches);
    both.addAll(other.branches);
    return new Continuum(
        Math.max(dimension, other.dimension),
        both,
        Math.max(spacing, other.spacing),
        leaves || other.leaves,
        truncated || other.truncated);
  }

  /** The distance of x from the segment between a and b. */
  static double fromSegment(double[] x, double[] a, double[] b) {
    double along = 0;
    double square = 0;
    for (int k = 0; k < x.length; k++) {
      along += (x[k] - a[k]) * (b[k] - a[k]);
      square += (b[k] - a[k]) * (b[k] - a[k]);
    }
    double t = square > 0 ? Math.min(1, Math.max(0, along / square)) : 0;
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      double difference = x[k] - a[k] - t * (b[k] - a[k]);
      distance += difference * difference;
    }
    return Math.sqrt(distance);
  }
}
