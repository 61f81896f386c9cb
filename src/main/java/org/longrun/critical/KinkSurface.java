package org.longrun.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * The critical points of f on one surface {s = 0} of kinks, s a switch of f's formula.
 *
 * <p>With n = ∇s/‖∇s‖ and g₊, g₋ the limits of ∇f from either side, 0 lies in Clarke's
 * subdifferential, the segment from g₋ to g₊, where the part of g along the surface vanishes and
 * ⟨g₊, n⟩, ⟨g₋, n⟩ have opposite signs: a valley, or a ridge that f falls from on both sides. Along
 * the surface f has the Hessian of its Lagrangian, P(∇²f − ⟨g, n⟩/‖∇s‖ ∇²s)P (J. Nocedal, S.
 * Wright, <em>Numerical Optimization</em>, 2006, section 12.5), by which Newton's method goes to
 * the point and which, with one more sign across, tells its index.
 */
final class KinkSurface {
  private static final int STARTS = 64;
  private static final int STEPS = 60;

  /** How far beside the surface one side is looked at, as a part of the domain's diameter. */
  private static final double BESIDE = 1e-9;

  /** The step of differences of s. */
  private static final double STEP = 1e-4;

  private static final double FLAT = 1e-7;
  private static final double DEGENERATE = 1e-6;

  private final LossField field;
  private final int k;

  /** The surface on which the k-th switch vanishes. */
  KinkSurface(LossField field, int k) {
    this.field = field;
    this.k = k;
  }

  /** Its critical points in the domain that Newton's method comes to from points spread over it. */
  List<Finding> critical() {
    double[] centre = new double[field.d];
    Arrays.fill(centre, 0.5);
    KroneckerSequence sequence = new KroneckerSequence(centre);
    List<Finding> found = new ArrayList<>();
    for (int n = 0; n < STARTS * field.d; n++) {
      projected(field.atFraction(sequence.point(n + 1)))
          .flatMap(this::newton)
          .ifPresent(found::add);
    }
    return found;
  }

  private double s(double[] x) {
    return field.f.switches(x)[k];
  }

  /** ∇s, by central differences of fourth order. */
  private double[] slope(double[] x) {
    double h = STEP * field.diameter;
    double[] out = new double[field.d];
    double[] y = x.clone();
    for (int i = 0; i < field.d; i++) {
      double near = difference(y, i, h);
      double far = difference(y, i, 2 * h);
      out[i] = (4 * near - far) / 3;
    }
    return out;
  }

  private double difference(double[] y, int i, double h) {
    double at = y[i];
    y[i] = at + h;
    double above = s(y);
    y[i] = at - h;
    double below = s(y);
    y[i] = at;
    return (above - below) / (2 * h);
  }

  /** ∇²s, by differences of ∇s. */
  private double[] curvature(double[] x) {
    int d = field.d;
    double h = STEP * field.diameter;
    double[] out = new double[d * d];
    double[] y = x.clone();
    for (int i = 0; i < d; i++) {
      y[i] = x[i] + h;
      double[] above = slope(y);
      y[i] = x[i] - h;
      double[] below = slope(y);
      y[i] = x[i];
      for (int j = 0; j < d; j++) {
        out[i * d + j] += (above[j] - below[j]) / (4 * h);
        out[j * d + i] += (above[j] - below[j]) / (4 * h);
      }
    }
    return out;
  }

  /** The point of the surface that Newton's method comes to from x; none outside the domain. */
  private Optional<double[]> projected(double[] x) {
    double[] y = x;
    double width = STEP * field.diameter;
    for (int step = 0; step < STEPS; step++) {
      double value = s(y);
      double[] normal = slope(y);
      double square = Vectors.dot(normal, normal);
      if (!(square > 0) || !Double.isFinite(value)) {
        return Optional.empty();
      }
      double length = Math.abs(value) / Math.sqrt(square);
      y = LossField.shifted(y, -value / square, normal);
      if (length <= 1e-15 * field.diameter || step == STEPS - 1 && length <= BESIDE * width) {
        return field.excess(y) <= 0 ? Optional.of(y) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> newton(double[] start) {
    double[] x = start;
    for (int step = 0; step < STEPS; step++) {
      Beside here = beside(x);
      if (LossField.norm(here.along) <= FLAT * LossField.norm(here.gradient)) {
        return here.finding();
      }
      Optional<double[]> next = projected(LossField.shifted(x, 1, here.step()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      x = next.get();
    }
    return Optional.empty();
  }

  private Beside beside(double[] x) {
    double[] normal = slope(x);
    double size = LossField.norm(normal);
    for (int i = 0; i < normal.length; i++) {
      normal[i] /= size;
    }
    return new Beside(x, normal, size);
  }

  /** What f does beside a point of the surface. */
  private final class Beside {
    private final double[] x;
    private final double[] normal;
    private final double size;
    private final double[] gradient;
    private final double[] along;
    private final double above;
    private final double below;

    Beside(double[] x, double[] normal, double size) {
      double offset = BESIDE * field.diameter;
      this.x = x;
      this.normal = normal;
      this.size = size;
      this.gradient = field.gradient(LossField.shifted(x, offset, normal));
      double[] other = field.gradient(LossField.shifted(x, -offset, normal));
      this.above = Vectors.dot(gradient, normal);
      this.below = Vectors.dot(other, normal);
      this.along = LossField.shifted(gradient, -above, normal);
    }

    /** The Hessian along the surface, and the sign of the kink across it. */
    private SymmetricEigen eigen() {
      int d = field.d;
      double[] matrix = field.hessian(LossField.shifted(x, BESIDE * field.diameter, normal));
      double[] bend = curvature(x);
      for (int i = 0; i < d * d; i++) {
        matrix[i] -= above / size * bend[i];
      }
      double[] image = new double[d];
      Vectors.multiply(matrix, normal, image);
      double across = Vectors.dot(image, normal);
      double sign = Math.signum(above) * Math.max(field.curvatureScale, LossField.norm(matrix));
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          matrix[i * d + j] +=
              (across + sign) * normal[i] * normal[j] - image[i] * normal[j] - normal[i] * image[j];
        }
      }
      return SymmetricEigen.of(matrix, d);
    }

    /** Newton's step along the surface, a tenth of the domain at most. */
    double[] step() {
      SymmetricEigen eigen = eigen();
      double[] step = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        double value = eigen.value(j);
        eigen.addTo(step, j, value == 0 ? 0 : -eigen.coefficient(j, along) / value);
      }
      double length = LossField.norm(step);
      double limit = 0.1 * field.diameter;
      return length <= limit ? step : LossField.shifted(new double[x.length], limit / length, step);
    }

    /** The component here; none where f only bends, jumps, or is flat along the surface. */
    Optional<Finding> finding() {
      if (!(above * below < 0) || jumps() || isCorner()) {
        return Optional.empty();
      }
      Zero zero = new Zero(x, field.value(x), eigen(), 0, 0);
      for (double value : zero.eigen().values()) {
        if (!(Math.abs(value) > DEGENERATE * field.curvatureScale)) {
          return Optional.empty();
        }
      }
      int index = zero.index();
      Kind kind = index == 0 ? Kind.MINIMUM : index == field.d ? Kind.MAXIMUM : Kind.SADDLE;
      int degree = index % 2 == 0 ? 1 : -1;
      return Optional.of(new Finding(kind, degree, 0, zero, List.of(zero), null, false));
    }

    private boolean jumps() {
      double offset = BESIDE * field.diameter;
      double change =
          field.value(LossField.shifted(x, offset, normal))
              - field.value(LossField.shifted(x, -offset, normal));
      double most = 2 * offset * (Math.abs(above) + Math.abs(below));
      return !(Math.abs(change) <= most + 1e-12 * Math.abs(field.value(x)));
    }

    /** Whether another switch vanishes here too: what f does there is not seen from two sides. */
    private boolean isCorner() {
      double[] here = field.f.switches(x);
      double[] there = field.f.switches(LossField.shifted(x, STEP * field.diameter, normal));
      for (int j = 0; j < here.length; j++) {
        if (j != k && Math.abs(here[j]) <= 1e-6 * Math.abs(there[j]) + 1e-12) {
          return true;
        }
      }
      return false;
    }
  }
}
