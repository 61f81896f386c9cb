package org.longrun.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  private final ScalarField f;

  Anchors(ScalarField f) {
    this.f = f;
  }

  /** The path with those of its ends moved that may move. */
  Curve moved(Curve curve, boolean first, boolean last) {
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
    line.add(Point.of(first ? projected(points.get(from)) : points.get(0)));
    for (int k = from + 1; k < to; k++) {
      line.add(Point.of(points.get(k)));
    }
    line.add(Point.of(last ? projected(points.get(to)) : points.get(SAMPLE)));
    return new Polyline(line);
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
