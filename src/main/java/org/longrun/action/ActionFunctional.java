package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
import org.longrun.numerics.ChebyshevLobatto;
import org.longrun.numerics.LimitedMemoryBfgs;

/**
 * The discrete geometric action of a path with fixed ends (action methods, section 3):
 *
 * <pre>S_n = Σ_q w_q p_q·v_q,   dS/dX_j = Σ_q w_q (D_qj p_q − B_qj H_x(x_q, p_q)/λ_q).</pre>
 *
 * <p>S_n is no upper bound of anything: on a path that is not smooth it may lie below the infimum.
 * Only a re-integrated action is reported.
 *
 * <p>The unknowns are the interior nodes, one after the other. Holds scratch space: one thread.
 */
final class ActionFunctional implements LimitedMemoryBfgs.Objective {
  private static final double HALTING = 1e-6;

  private final Hamiltonian hamiltonian;
  private final PathMesh mesh;
  private final int dimension;
  private final double[] nodes;
  private final double[] nodeGradient;
  private final double[][] momenta;
  private final double[] multipliers;
  private final Hamiltonian.Local[] locals;
  private final OnShellLagrangian lagrangian;
  private final double[] x;
  private final double[] v;
  private final double[] force;
  private long evaluations;
  private double value = Double.NaN;

  ActionFunctional(Hamiltonian hamiltonian, PathMesh mesh, Curve start) {
    this.hamiltonian = hamiltonian;
    this.mesh = mesh;
    this.dimension = hamiltonian.dimension();
    this.nodes = new double[mesh.nodes() * dimension];
    this.nodeGradient = new double[nodes.length];
    int points = mesh.panels() * mesh.points();
    this.momenta = new double[points][dimension];
    for (double[] p : momenta) {
      p[0] = Double.NaN;
    }
    this.multipliers = new double[points];
    this.locals = new Hamiltonian.Local[points];
    this.lagrangian = new OnShellLagrangian(dimension);
    this.x = new double[dimension];
    this.v = new double[dimension];
    this.force = new double[dimension];
    for (int node = 0; node < mesh.nodes(); node++) {
      start.point(mesh.parameter(node), x);
      System.arraycopy(x, 0, nodes, node * dimension, dimension);
    }
  }

  PathMesh mesh() {
    return mesh;
  }

  /** The interior nodes as they stand. */
  double[] interior() {
    return java.util.Arrays.copyOfRange(nodes, dimension, nodes.length - dimension);
  }

  /** The path with these interior nodes. */
  PathCurve curve(double[] interior) {
    double[] values = nodes.clone();
    System.arraycopy(interior, 0, values, dimension, interior.length);
    return new PathCurve(mesh, dimension, values);
  }

  /** dS/dX of the first or the last node at the last evaluation. */
  double[] endGradient(boolean last) {
    int from = last ? nodes.length - dimension : 0;
    return java.util.Arrays.copyOfRange(nodeGradient, from, from + dimension);
  }

  int dimension() {
    return dimension;
  }

  /** Adds gradient evaluations made outside at the points of the path. */
  void count(long more) {
    evaluations += more;
  }

  /** Points at which the gradient of f has been evaluated. */
  long evaluations() {
    return evaluations;
  }

  @Override
  public double evaluate(double[] interior, double[] gradient) {
    if (isWhere(interior)) {
      System.arraycopy(nodeGradient, dimension, gradient, 0, interior.length);
      return value;
    }
    System.arraycopy(interior, 0, nodes, dimension, interior.length);
    java.util.Arrays.fill(nodeGradient, 0);
    value = Double.NaN;
    double action = 0;
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int q = 0; q < mesh.points(); q++) {
        double part = addPoint(panel, q);
        if (!(part < Double.POSITIVE_INFINITY)) {
          return Double.POSITIVE_INFINITY;
        }
        action += part;
      }
    }
    System.arraycopy(nodeGradient, dimension, gradient, 0, interior.length);
    value = action;
    return action;
  }

  /** Whether the last evaluation was of these interior nodes. */
  private boolean isWhere(double[] interior) {
    return !Double.isNaN(value)
        && java.util.Arrays.equals(
            nodes, dimension, nodes.length - dimension, interior, 0, interior.length);
  }

  /** Adds one quadrature point's part of the gradient; returns its part of the action. */
  private double addPoint(int panel, int q) {
    int first = panel * mesh.degree() * dimension;
    combine(mesh.interpolation(q), first, x);
    combine(mesh.derivative(q), first, v);
    int point = panel * mesh.points() + q;
    Hamiltonian.Local local = hamiltonian.at(x);
    locals[point] = local;
    evaluations++;
    double[] p = momenta[point];
    double cost = lagrangian.evaluate(local, v, p);
    if (!(cost < Double.POSITIVE_INFINITY)) {
      p[0] = Double.NaN;
      return Double.POSITIVE_INFINITY;
    }
    double lambda = lagrangian.multiplier();
    multipliers[point] = lambda;
    local.spaceGradient(p, force);
    double weight = mesh.weight(q);
    double inverse = lambda > 1e-290 ? weight / lambda : 0;
    double[] interpolation = mesh.interpolation(q);
    double[] derivative = mesh.derivative(q);
    for (int j = 0; j <= mesh.degree(); j++) {
      double alongMomentum = weight * derivative[j];
      double alongForce = inverse * interpolation[j];
      for (int k = 0; k < dimension; k++) {
        nodeGradient[first + j * dimension + k] += alongMomentum * p[k] - alongForce * force[k];
      }
    }
    return weight * cost;
  }

  private void combine(double[] row, int first, double[] out) {
    java.util.Arrays.fill(out, 0);
    for (int j = 0; j < row.length; j++) {
      for (int k = 0; k < dimension; k++) {
        out[k] += row[j] * nodes[first + j * dimension + k];
      }
    }
  }

  /** λ_q at the points of the last evaluation, panel by panel. */
  double[] multipliers() {
    return multipliers;
  }

  /** λ of a quadrature point of the last evaluation. */
  double multiplier(int panel, int q) {
    return multipliers[panel * mesh.points() + q];
  }

  /** The mean of λ over the quadrature points. */
  double meanMultiplier() {
    return java.util.Arrays.stream(multipliers).average().orElse(1);
  }

  /** The largest width of the box that holds the nodes. */
  double extent() {
    double extent = 0;
    for (int k = 0; k < dimension; k++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int entry = k; entry < nodes.length; entry += dimension) {
        low = Math.min(low, nodes[entry]);
        high = Math.max(high, nodes[entry]);
      }
      extent = Math.max(extent, high - low);
    }
    return extent;
  }

  /** v/‖v‖² at each node, v the mean of its panels' velocities; bounded where the path halts. */
  double[] tangents() {
    double[] tangents = new double[nodes.length];
    int n = mesh.degree();
    ChebyshevLobatto points = ChebyshevLobatto.of(n);
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= n; j++) {
          for (int k = 0; k < dimension; k++) {
            tangents[(panel * n + i) * dimension + k] +=
                points.derivative(i, j) * nodes[(panel * n + j) * dimension + k];
          }
        }
      }
    }
    normalise(tangents);
    return tangents;
  }

  private void normalise(double[] velocities) {
    for (int panel = 1; panel < mesh.panels(); panel++) {
      for (int k = 0; k < dimension; k++) {
        velocities[panel * mesh.degree() * dimension + k] /= 2;
      }
    }
    double mean = 0;
    for (double component : velocities) {
      mean += component * component / mesh.nodes();
    }
    for (int first = 0; first < velocities.length; first += dimension) {
      double square = 0;
      for (int k = first; k < first + dimension; k++) {
        square += velocities[k] * velocities[k];
      }
      for (int k = first; k < first + dimension; k++) {
        velocities[k] /= Math.max(square, HALTING * mean);
      }
    }
  }

  /** The x of a quadrature point as it stands. */
  double[] place(int panel, int q) {
    combine(mesh.interpolation(q), panel * mesh.degree() * dimension, x);
    return x.clone();
  }

  /** The x′ of a quadrature point as it stands. */
  double[] velocity(int panel, int q) {
    combine(mesh.derivative(q), panel * mesh.degree() * dimension, v);
    return v.clone();
  }

  /** H(x, ·) at a quadrature point of the last evaluation. */
  Hamiltonian.Local local(int panel, int q) {
    return locals[panel * mesh.points() + q];
  }

  /** The momentum of a quadrature point of the last evaluation. */
  double[] momentum(int panel, int q) {
    return momenta[panel * mesh.points() + q];
  }
}
