package org.longrun.critical;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Vectors;

/**
 * The kind of a critical component, by the Hessian's signs where they decide and by f itself where
 * they do not.
 *
 * <p>At a degenerate zero f is compared with its value on small spheres of the null space, each
 * point first moved in the other directions to where their part of ∇f vanishes (the splitting
 * lemma: f is there a quadratic form plus a function of the null directions; J. Milnor, <em>Morse
 * Theory</em>; D. Gromoll, W. Meyer, Topology 8 (1969) 361).
 */
final class Classifier {
  private static final double[] RADII = {1e-2, 3e-3, 1e-3};

  private final LossField field;

  Classifier(LossField field) {
    this.field = field;
  }

  /**
   * The kind of an isolated zero.
   *
   * @param degree the local degree of ∇f, null where unknown
   */
  Kind of(Zero zero, @Nullable Integer degree) {
    boolean down = zero.index() > 0;
    boolean up = zero.index() + zero.nullity() < field.d;
    if (zero.isDegenerate() && !(down && up)) {
      int signs = reducedSigns(zero);
      if ((signs & MIXED) == MIXED) {
        return degree != null && degree == 0 ? Kind.DEGENERATE : Kind.SADDLE;
      }
      down |= (signs & NEGATIVE) != 0;
      up |= (signs & POSITIVE) != 0;
    }
    return kind(down, up);
  }

  /** The kind of a connected set: no minimum if f falls anywhere beside it. */
  Kind of(Continuum continuum) {
    boolean down = false;
    boolean up = false;
    for (Zero zero : continuum.points()) {
      down |= zero.index() > 0;
      up |= zero.index() + zero.nullity() < field.d;
      if (zero.nullity() > continuum.dimension() || continuum.dimension() == field.d) {
        int signs = reducedSigns(zero);
        down |= (signs & NEGATIVE) != 0;
        up |= (signs & POSITIVE) != 0;
      }
    }
    return kind(down, up);
  }

  private static final int NEGATIVE = 1;
  private static final int POSITIVE = 2;
  private static final int MIXED = 3;

  private static Kind kind(boolean down, boolean up) {
    if (down && up) {
      return Kind.SADDLE;
    }
    return down ? Kind.MAXIMUM : Kind.MINIMUM;
  }

  /** The signs that f takes beside the zero, on the null space and what lies over it. */
  private int reducedSigns(Zero zero) {
    for (double radius : RADII) {
      int signs = 0;
      for (double[] u : directions(zero)) {
        double[] y = relaxed(zero, LossField.shifted(zero.x(), radius * field.diameter, u));
        double difference = field.value(y) - zero.value();
        if (Math.abs(difference) > 1e-15 * (Math.abs(zero.value()) + noise(radius))) {
          signs |= difference > 0 ? POSITIVE : NEGATIVE;
        }
      }
      if (signs != 0) {
        return signs;
      }
    }
    return 0;
  }

  private double noise(double radius) {
    return field.steepest * field.diameter * radius * 1e-3;
  }

  /** Newton's method in the directions that are not null. */
  private double[] relaxed(Zero zero, double[] start) {
    double[] y = start.clone();
    for (int iteration = 0; iteration < 6; iteration++) {
      double[] g = field.gradient(y);
      for (int k = 0; k < field.d; k++) {
        if (!zero.isNull(k)) {
          zero.eigen().addTo(y, k, -zero.eigen().coefficient(k, g) / zero.eigen().value(k));
        }
      }
    }
    boolean strayed = !(Vectors.distance(y, start) <= Vectors.distance(start, zero.x()));
    return strayed ? start : y;
  }

  private List<double[]> directions(Zero zero) {
    int m = zero.nullity();
    int[] axes = new int[m];
    int next = 0;
    for (int k = 0; k < field.d; k++) {
      if (zero.isNull(k)) {
        axes[next++] = k;
      }
    }
    int count = m == 1 ? 2 : 48 * m;
    double[] half = new double[m];
    Arrays.fill(half, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(half);
    double[][] directions = new double[count][];
    for (int n = 0; n < count; n++) {
      double[] u = new double[field.d];
      double[] fraction = sequence.point(n + 1);
      for (int j = 0; j < m; j++) {
        double c = m == 1 ? 1 - 2 * n : quantile(fraction[j]);
        zero.eigen().addTo(u, axes[j], c);
      }
      double length = LossField.norm(u);
      directions[n] = LossField.shifted(new double[field.d], 1 / length, u);
    }
    return List.of(directions);
  }

  /** The logistic quantile: near enough to the normal one to spread directions over a sphere. */
  private static double quantile(double fraction) {
    return Math.log((fraction + 1e-9) / (1 - fraction + 1e-9));
  }
}
