package org.longrun.critical;

import org.jspecify.annotations.Nullable;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/** Tells when a line of the gradient flow has come to a critical component. */
final class FlowEnd {
  private static final double AT_MINIMUM = 1e-6;
  private static final double AT_OTHER = 1e-9;
  private static final double NEAR = 1e-4;

  private final LossField field;
  private final CriticalSet critical;
  private final NewtonCorrector corrector;
  private final Membership membership;
  private final boolean hasManifolds;

  FlowEnd(LossField field, CriticalSet critical) {
    this.field = field;
    this.critical = critical;
    this.corrector = new NewtonCorrector(field);
    this.membership = new Membership(field, corrector);
    this.hasManifolds =
        critical.components().stream().anyMatch(component -> component.dimension() > 0);
  }

  /** A component and the point of it that the line ends in. */
  record Reached(int component, double[] x) {}

  /** The end reached at x, or null if the line goes on. */
  @Nullable Reached reached(double[] x, double[] g, SymmetricEigen eigen) {
    if (critical.size() == 0) {
      return null;
    }
    int near = critical.nearest(x);
    CriticalComponent component = critical.components().get(near);
    if (component.dimension() == 0) {
      double[] end = component.representative().toArray();
      if (Vectors.distance(x, end) <= tolerance(component)) {
        return new Reached(near, end);
      }
    }
    return hasManifolds ? onManifold(x, g, eigen) : null;
  }

  private double tolerance(CriticalComponent component) {
    return (component.isMinimum() ? AT_MINIMUM : AT_OTHER) * field.diameter;
  }

  /** The curve or surface reached at x: of those with the value of f there the nearest. */
  private @Nullable Reached onManifold(double[] x, double[] g, SymmetricEigen eigen) {
    if (stepToZero(g, eigen) > NEAR * field.diameter) {
      return null;
    }
    Zero zero = corrector.near(x, NEAR * field.diameter);
    if (zero == null) {
      return null;
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < critical.size(); i++) {
      CriticalComponent component = critical.components().get(i);
      double distance = component.dimension() == 0 ? least : component.distance(zero.x());
      if (distance < least && membership.isLevel(zero, component.value())) {
        best = i;
        least = distance;
      }
    }
    boolean arrived =
        best >= 0 && Vectors.distance(x, zero.x()) <= tolerance(critical.components().get(best));
    return arrived ? new Reached(best, zero.x()) : null;
  }

  /** The component where a line that makes no headway has ended; −1 for none. */
  int nearest(double[] x) {
    if (critical.size() == 0) {
      return -1;
    }
    int near = critical.nearest(x);
    double distance = critical.components().get(near).distance(x);
    return distance <= 1e-2 * field.diameter ? near : -1;
  }

  private static double stepToZero(double[] g, SymmetricEigen eigen) {
    double square = 0;
    for (int k = 0; k < g.length; k++) {
      if (Math.abs(eigen.value(k)) > 1e-6 * eigen.norm()) {
        double s = eigen.coefficient(k, g) / eigen.value(k);
        square += s * s;
      }
    }
    return Math.sqrt(square);
  }
}
