package org.longrun.critical;

import java.util.ArrayList;
import java.util.List;
import org.longrun.landscape.Landscape;
import org.longrun.numerics.KroneckerSequence;
import org.longrun.numerics.Point;

/**
 * The gradient flow dx/dt = −∇f(x) of a landscape, which assigns every point of the domain to a
 * critical component: transitions along it cost nothing (theory, section 2).
 *
 * <p>Integrated with an exponential Rosenbrock method of order 3 and adaptive steps, exact on
 * quadratic f whatever the ratio of the eigenvalues (M. Hochbruck, A. Ostermann, Acta Numerica 19
 * (2010) 209, section 2.4, method exprb32). Immutable; safe for several threads at once.
 */
public final class GradientFlow {
  private static final double DEPARTURE = 1e-5;

  private final LossField field;
  private final CriticalSet critical;
  private final FlowEnd flowEnd;

  private GradientFlow(LossField field, CriticalSet critical) {
    this.field = field;
    this.critical = critical;
    this.flowEnd = new FlowEnd(field, critical);
  }

  /** The flow of the landscape's f among its critical components. */
  public static GradientFlow of(Landscape landscape, CriticalSet critical) {
    return new GradientFlow(new LossField(landscape.objective(), landscape.domain()), critical);
  }

  /** The flow of −f: the ascents, whose reversals are the descents that arrive at a component. */
  public static GradientFlow upward(Landscape landscape, CriticalSet critical) {
    return new GradientFlow(
        new LossField(new NegatedField(landscape.objective()), landscape.domain()), critical);
  }

  /**
   * The descent from x.
   *
   * @param x a point of the domain, d numbers; not changed
   */
  public Descent descend(double[] x) {
    return new FlowLine(field, flowEnd).from(List.of(), x);
  }

  /** The position of the component where the descent from x ends; −1 if it leaves the domain. */
  public int basin(double[] x) {
    return descend(x).component();
  }

  /**
   * The descents that leave a component: both ways along the unstable direction where the index is
   * 1, in sampled directions of the unstable space where it is larger; from the representative, or
   * from points spread over a curve or surface.
   *
   * @param component the position in the critical set
   * @return empty for a minimum; each descent's first point lies on the component
   */
  public List<Descent> leaving(int component) {
    List<Descent> descents = new ArrayList<>();
    Degeneracy degeneracy = new Degeneracy(field);
    for (Point start : startsOn(critical.components().get(component))) {
      Zero zero = degeneracy.of(start.toArray(), 0);
      for (double[] direction : unstableDirections(zero)) {
        descents.add(leave(zero.x(), direction));
      }
    }
    return descents;
  }

  /** The descent from a critical point, first displaced a little along a unit vector. */
  public Descent leave(double[] zero, double[] direction) {
    double[] x = LossField.shifted(zero, DEPARTURE * field.diameter, direction);
    return new FlowLine(field, flowEnd).from(List.of(Point.of(zero)), x);
  }

  private static List<Point> startsOn(CriticalComponent component) {
    if (component.dimension() == 0) {
      return List.of(component.representative());
    }
    List<Point> starts = new ArrayList<>();
    int stride = Math.max(1, component.points().size() / 16);
    for (int n = 0; n < component.points().size(); n += stride) {
      starts.add(component.points().get(n));
    }
    return starts;
  }

  /** ± the eigenvectors of negative eigenvalue, and directions between them. */
  private List<double[]> unstableDirections(Zero zero) {
    List<double[]> axes = new ArrayList<>();
    for (int k = 0; k < field.d; k++) {
      boolean falling = zero.isNull(k) && falls(zero, zero.eigen().vector(k));
      if (falling || (zero.eigen().value(k) < 0 && !zero.isNull(k))) {
        axes.add(zero.eigen().vector(k));
      }
    }
    List<double[]> directions = new ArrayList<>();
    for (double[] axis : axes) {
      directions.add(axis);
      directions.add(LossField.shifted(new double[field.d], -1, axis));
    }
    if (axes.size() > 1) {
      between(axes, directions);
    }
    return directions;
  }

  private boolean falls(Zero zero, double[] v) {
    double t = DEPARTURE * field.diameter;
    return field.value(LossField.shifted(zero.x(), t, v)) < zero.value()
        || field.value(LossField.shifted(zero.x(), -t, v)) < zero.value();
  }

  private void between(List<double[]> axes, List<double[]> directions) {
    double[] shift = new double[axes.size()];
    KroneckerSequence sequence = new KroneckerSequence(shift);
    for (int n = 1; n <= 12 * axes.size(); n++) {
      double[] fraction = sequence.point(n);
      double[] v = new double[field.d];
      for (int j = 0; j < axes.size(); j++) {
        double c = Math.log((fraction[j] + 1e-9) / (1 - fraction[j] + 1e-9));
        v = LossField.shifted(v, c, axes.get(j));
      }
      directions.add(LossField.shifted(new double[field.d], 1 / LossField.norm(v), v));
    }
  }
}
