package org.longrun.action;

import java.util.Arrays;
import java.util.List;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.Kind;
import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.dynamics.Sgd;
import org.longrun.landscape.Domain;
import org.longrun.numerics.GaussKronrod;
import org.longrun.numerics.SymmetricEigen;
import org.longrun.numerics.Vectors;

/**
 * What ∫ p*·dx does next to a component without noise, out of a minimum or up to a maximum: proved
 * to diverge by the orders of f and the noise, or looked at along rays.
 */
final class Departure {
  /** Half the sides of the boxes that a proof is tried on, relative to the domain. */
  private static final double[] BOXES = {1e-4, 1e-8};

  /** The length of a ray relative to the domain. */
  private static final double RAY = 1e-2;

  /** The eigenvalues that count as 0, relative to the largest. */
  private static final double FLAT = 1e-8;

  private static final int DIRECTIONS = 24;

  private final Sgd sgd;
  private final CriticalComponent component;

  Departure(Sgd sgd, CriticalComponent component) {
    this.sgd = sgd;
    this.component = component;
  }

  /**
   * The order at points of the component: the least of all of theirs; finite for a component that
   * is left or entered along the flow.
   */
  Vanishing.Order order(List<double[]> points) {
    if (!component.isMinimum() && component.kind() != Kind.MAXIMUM) {
      return Vanishing.Order.FINITE;
    }
    if (points.stream().allMatch(this::isProved)) {
      return Vanishing.Order.PROVED;
    }
    boolean finite = points.stream().anyMatch(this::isFinite);
    return finite ? Vanishing.Order.FINITE : Vanishing.Order.INFINITE;
  }

  /** Whether f grows with the square of the distance and the noise is smooth. */
  private boolean isProved(double[] x) {
    return growsQuadratically(x)
        && Arrays.stream(BOXES)
            .anyMatch(size -> sgd.noise().isSmooth(corner(sgd, x, -size), corner(sgd, x, size)));
  }

  /** The corner of a box around a point, by its half side relative to the domain. */
  static double[] corner(Sgd sgd, double[] x, double shift) {
    Domain domain = sgd.landscape().domain();
    double[] corner = new double[x.length];
    Arrays.setAll(corner, k -> x[k] + shift * domain.width(k));
    return corner;
  }

  /**
   * Whether as many eigenvalues of ∇²f are 0 as the component has dimensions, the rest of one sign.
   */
  private boolean growsQuadratically(double[] x) {
    SymmetricEigen eigen = eigen(x);
    double sign = component.isMinimum() ? 1 : -1;
    double largest = Math.max(Math.abs(eigen.value(0)), Math.abs(eigen.value(x.length - 1)));
    int curved = 0;
    for (int k = 0; k < x.length; k++) {
      curved += sign * eigen.value(k) > FLAT * largest ? 1 : 0;
    }
    return curved == x.length - component.dimension();
  }

  private SymmetricEigen eigen(double[] x) {
    double[] hessian = new double[x.length * x.length];
    sgd.landscape().objective().hessian(x, hessian);
    return SymmetricEigen.of(hessian, x.length);
  }

  /** Whether the integral is finite along some ray, both ways along the directions of curvature. */
  private boolean isFinite(double[] x) {
    SymmetricEigen eigen = eigen(x);
    int d = x.length;
    for (int k = 0; k < Math.min(d, DIRECTIONS); k++) {
      double[] direction = eigen.vector(component.isMinimum() ? d - 1 - k : k);
      if (isFinite(x, direction, 1) || isFinite(x, direction, -1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFinite(double[] x, double[] direction, double sign) {
    double length = sign * RAY * length(direction);
    double[] along = new double[x.length];
    Vectors.addScaled(length, direction, along);
    Ray ray = new Ray(sgd.hamiltonian(), x, along, component.isMinimum());
    return ray.climbs() && SingularEnd.of(ray::density, ray, 0, 1, 0).converges();
  }

  /** The width of the domain along a direction. */
  private double length(double[] direction) {
    Domain domain = sgd.landscape().domain();
    double square = 0;
    for (int k = 0; k < direction.length; k++) {
      square += Math.pow(direction[k] * domain.width(k), 2);
    }
    return Math.sqrt(square);
  }

  /** A straight way out of a minimum, or up to a maximum, by its distance from there. */
  private static final class Ray implements GaussKronrod.Witness {
    private final Hamiltonian hamiltonian;
    private final OnShellLagrangian lagrangian;
    private final double[] origin;
    private final double[] along;
    private final double[] velocity;
    private final double[] x;
    private final double[] p;

    Ray(Hamiltonian hamiltonian, double[] origin, double[] along, boolean outward) {
      this.hamiltonian = hamiltonian;
      this.lagrangian = new OnShellLagrangian(origin.length);
      this.origin = origin;
      this.along = along;
      this.velocity = new double[origin.length];
      Vectors.addScaled(outward ? 1 : -1, along, velocity);
      this.x = new double[origin.length];
      this.p = new double[origin.length];
    }

    /** Whether f rises the way it goes. */
    boolean climbs() {
      double[] end = origin.clone();
      Vectors.addScaled(1, along, end);
      double rise = hamiltonian.loss(end) - hamiltonian.loss(origin);
      return rise * Vectors.dot(along, velocity) > 0;
    }

    double density(double r) {
      for (int k = 0; k < x.length; k++) {
        x[k] = origin[k] + r * along[k];
      }
      p[0] = Double.NaN;
      double cost = lagrangian.evaluate(hamiltonian.at(x), velocity, p);
      return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
    }

    @Override
    public double value() {
      return 0;
    }

    @Override
    public double doubt(double from, double to, double h, double g) {
      return 0;
    }

    @Override
    public double rounding(double h, double g) {
      return 0;
    }
  }
}
