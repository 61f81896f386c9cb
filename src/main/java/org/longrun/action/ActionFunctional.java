package org.longrun.action;

import org.longrun.dynamics.Hamiltonian;
import org.longrun.dynamics.OnShellLagrangian;
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
  private final Hamiltonian hamiltonian;
  private final PathMesh mesh;
  private final int dimension;
  private final double[] nodes;
  private final double[] nodeGradient;
  private final double[][] momenta;
  private final double[] multipliers;
  private final OnShellLagrangian lagrangian;
  private final double[] x;
  private final double[] v;
  private final double[] force;
  private long evaluations;

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

  /** Points at which the gradient of f has been evaluated. */
  long evaluations() {
    return evaluations;
  }

  @Override
  public double evaluate(double[] interior, double[] gradient) {
    System.arraycopy(interior, 0, nodes, dimension, interior.length);
    java.util.Arrays.fill(nodeGradient, 0);
    double action = 0;
    for (int panel = 0; panel < mesh.panels(); panel++) {
      for (int q = 0; q < mesh.points(); q++) {
        double value = addPoint(panel, q);
        if (!(value < Double.POSITIVE_INFINITY)) {
          return Double.POSITIVE_INFINITY;
        }
        action += value;
      }
    }
    System.arraycopy(nodeGradient, dimension, gradient, 0, interior.length);
    return action;
  }

  /** Adds one quadrature point's part of the gradient; returns its part of the action. */
  private double addPoint(int panel, int q) {
    int first = panel * mesh.degree() * dimension;
    combine(mesh.interpolation(q), first, x);
    combine(mesh.derivative(q), first, v);
    int point = panel * mesh.points() + q;
    Hamiltonian.Local local = hamiltonian.at(x);
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

  /** The momentum of a quadrature point of the last evaluation. */
  double[] momentum(int panel, int q) {
    return momenta[panel * mesh.points() + q];
  }
}
