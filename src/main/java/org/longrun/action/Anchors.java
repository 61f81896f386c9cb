package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalComponent;
import org.longrun.landscape.ScalarField;
import org.longrun.numerics.Point;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * Free ends on components that are curves or surfaces: sliding along them costs nothing, so a path
 * may leave where it likes; where it hugs its component it is cut off, and its end is put back on
 * ∇f = 0 by Newton steps of least norm (action methods, section 4, trap 4).
 */
final class Anchors {
  private static final int SAMPLE = 200;
  private static final double HUGGING = 0.02;
  private static final int NEWTON_STEPS = 30;
  private static final double RANK = 1e-5;

  /** How much f may differ along a component, relative to its size and to its points' spread. */
  private static final double LEVEL = 1e-9;

  private static final double SPREAD = 100;

  private final ScalarField f;

  Anchors(ScalarField f) {
    this.f = f;
  }

  /**
   * The path with those of its ends moved that may move.
   *
   * @param start the component that its first end may slide along; null if that is fixed
   * @param end the same for its last end
   */
  Curve moved(Curve curve, @Nullable CriticalComponent start, @Nullable CriticalComponent end) {
    boolean first = start != null;
    boolean last = end != null;
    List<double[]> points = new ArrayList<>();
    List<Double> slopes = new ArrayList<>();
    double steepest = 0;
    int d = f.dimension();
    double[] gradient = new double[d];
    for (int k = 0; k <= SAMPLE; k++) {
      double[] x = new double[d];
      curve.point((double) k / SAMPLE, x);
      f.gradient(x, gradient);
      points.add(x);
      slopes.add(Vectors.norm(gradient));
      steepest = Math.max(steepest, slopes.get(k));
    }
    int from = 0;
    while (first && from < SAMPLE / 2 && slopes.get(from) < HUGGING * steepest) {
      from++;
    }
    int to = SAMPLE;
    while (last && to > SAMPLE / 2 && slopes.get(to) < HUGGING * steepest) {
      to--;
    }
    List<Point> line = new ArrayList<>();
    line.add(
        Point.of(start == null ? points.get(0) : onto(start, points.get(from), points.get(0))));
    for (int k = from + 1; k < to; k++) {
      line.add(Point.of(points.get(k)));
    }
    line.add(
        Point.of(end == null ? points.get(SAMPLE) : onto(end, points.get(to), points.get(SAMPLE))));
    return new Polyline(line);
  }

  /** The zero of ∇f next to x if it is one of a component's; else a point that is. */
  private double[] onto(CriticalComponent component, double[] x, double[] otherwise) {
    double[] zero = projected(x);
    return isLevel(component, zero) ? zero : otherwise;
  }

  /** Whether f at a zero of ∇f is that of a component, on which it is one and the same. */
  boolean isLevel(CriticalComponent component, double[] zero) {
    double value = f.value(zero);
    double size = Math.max(Math.abs(value), Math.abs(component.value()));
    double spread =
        component.points().stream()
            .mapToDouble(x -> Math.abs(f.value(x.toArray()) - component.value()))
            .max()
            .orElse(0);
    return Math.abs(value - component.value())
        <= LEVEL * size + SPREAD * spread + Double.MIN_NORMAL;
  }

  /** The zero of ∇f next to x. */
  double[] projected(double[] start) {
    int d = start.length;
    double[] x = start.clone();
    double[] gradient = new double[d];
    double[] hessian = new double[d * d];
    for (int step = 0; step < NEWTON_STEPS; step++) {
      f.gradient(x, gradient);
      f.hessian(x, hessian);
      SymmetricEigen eigen = SymmetricEigen.of(hessian, d);
      double length = 0;
      for (int k = 0; k < d; k++) {
        if (Math.abs(eigen.value(k)) > RANK * eigen.norm()) {
          double c = -eigen.coefficient(k, gradient) / eigen.value(k);
          eigen.addTo(x, k, c);
          length += c * c;
        }
      }
      if (!(length > 1e-30)) {
        break;
      }
    }
    return Vectors.norm(gradient) >= 0 ? x : start;
  }

  /**
   * An orthonormal basis of the tangent space of a component at one of its points, the kernel of
   * ∇²f; null where the kernel is not of the component's dimension.
   */
  double @Nullable [][] tangents(double[] x, int dimension) {
    int d = x.length;
    double[] hessian = new double[d * d];
    f.hessian(x, hessian);
    SymmetricEigen eigen = SymmetricEigen.of(hessian, d);
    double[][] kernel =
        IntStream.range(0, d)
            .filter(k -> Math.abs(eigen.value(k)) <= RANK * eigen.norm())
            .mapToObj(eigen::vector)
            .toArray(double[][]::new);
    return kernel.length == dimension ? kernel : null;
  }
}
