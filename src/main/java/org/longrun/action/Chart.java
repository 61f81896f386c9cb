package org.longrun.action;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalComponent;
import org.longrun.numerics.Vectors;

/**
 * Coordinates u ∈ ℝᵏ of a component of dimension k next to one of its points a:
 *
 * <pre>x(u) = π(a + T u),</pre>
 *
 * where the columns of T span the kernel of ∇²f(a), and π goes back to ∇f = 0 by Newton steps.
 *
 * @param anchor a
 * @param tangents the columns of T; none for an end that is fixed
 * @param projection π
 * @param on whether a point of ∇f = 0 lies on the component, where that is known
 */
record Chart(
    double[] anchor,
    double[][] tangents,
    UnaryOperator<double[]> projection,
    Predicate<double[]> on) {
  private static final double STEP = 1e-5;

  /** How far from a + T u its projection may lie, relative to u: farther is another branch. */
  private static final double STEEP = 0.5;

  /** The same relative to a, for rounding errors. */
  private static final double ROUNDING = 1e-9;

  /** The point alone. */
  static Chart fixed(double[] x) {
    return new Chart(x, new double[0][], UnaryOperator.identity(), onto -> true);
  }

  /** The coordinates next to a point; none where the component is not regular there. */
  static Chart of(Anchors anchors, CriticalComponent component, double[] x) {
    double[][] tangents = anchors.tangents(x, component.dimension());
    if (tangents == null) {
      return fixed(x);
    }
    // Beyond the last point of a curve that the domain cuts off there is no component.
    double spacing = component.dimension() == 1 ? component.spacing() : Double.POSITIVE_INFINITY;
    return new Chart(
        x,
        tangents,
        anchors::projected,
        onto -> !(component.distance(onto) > spacing) && anchors.isLevel(component, onto));
  }

  /** k. */
  int size() {
    return tangents.length;
  }

  /** x(u), u the k numbers from an index on; null where the component does not reach so far. */
  double @Nullable [] at(double[] u, int first) {
    if (size() == 0) {
      return anchor;
    }
    double[] x = anchor.clone();
    for (int a = 0; a < size(); a++) {
      for (int k = 0; k < x.length; k++) {
        x[k] += u[first + a] * tangents[a][k];
      }
    }
    double[] onto = projection.apply(x);
    double size = Vectors.distance(anchor, new double[anchor.length]);
    double reach = STEEP * Vectors.distance(x, anchor) + ROUNDING * (1 + size);
    return Vectors.distance(onto, x) <= reach && on.test(onto) ? onto : null;
  }

  /** Writes (∂x/∂u)ᵀ g from an index on, by central differences. */
  void pull(double[] u, int first, double[] g, double[] out) {
    Arrays.fill(out, first, first + size(), 0);
    for (int a = first; a < first + size(); a++) {
      double[] near = u.clone();
      near[a] = u[a] + STEP;
      double[] right = at(near, first);
      near[a] = u[a] - STEP;
      double[] left = at(near, first);
      for (int k = 0; right != null && left != null && k < g.length; k++) {
        out[a] += g[k] * (right[k] - left[k]) / (2 * STEP);
      }
    }
  }
}
