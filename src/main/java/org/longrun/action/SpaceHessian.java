package org.longrun.action;

import org.jspecify.annotations.Nullable;
import org.longrun.dynamics.Hamiltonian;

/**
 * H_xx(x, p) along a path, third derivatives of f: a difference quotient of H_x at a part of the
 * quadrature points, d gradient evaluations each, and between them the cubic through the four
 * around. It only steers the search and measures what is left to gain.
 */
final class SpaceHessian {
  private static final double STEP = 1e-6;

  /** Of how many quadrature points one is measured, on a mesh of single density. */
  private static final int STRIDE = 2;

  /**
   * The degree up to which all points are measured where the noise is not Gaussian: near its bound
   * p and H_xx have peaks that such a mesh does not resolve.
   */
  private static final int COARSE = 10;

  private static final int AROUND = 4;

  private final ActionFunctional action;
  private final Hamiltonian hamiltonian;
  private final double step;
  private final int[] measured;
  private final double[][][] known;

  SpaceHessian(ActionFunctional action, Hamiltonian hamiltonian) {
    this.action = action;
    this.hamiltonian = hamiltonian;
    this.step = STEP * action.extent();
    boolean peaks = action.mesh().degree() <= COARSE && !action.local(0, 0).isQuadratic();
    int stride = peaks ? 1 : STRIDE * action.mesh().density();
    this.measured = measured(action.mesh().points(), stride);
    this.known = new double[action.mesh().panels()][measured.length][];
  }

  /** The points measured on each panel: the first, the last, and between them one of so many. */
  private static int[] measured(int points, int stride) {
    int gaps = Math.max(AROUND - 1, (points - 1 + stride - 1) / stride);
    int[] measured = new int[gaps + 1];
    for (int k = 0; k <= gaps; k++) {
      measured[k] = (int) Math.round(k * (points - 1) / (double) gaps);
    }
    return measured;
  }

  /** H_xx at a quadrature point of the action's last evaluation, row by row; not to be changed. */
  double[] at(int panel, int q) {
    int next = 0;
    while (measured[next] < q) {
      next++;
    }
    if (measured[next] == q) {
      return value(panel, next);
    }
    int first = Math.max(0, Math.min(measured.length - AROUND, next - AROUND / 2));
    double[] sum = new double[action.dimension() * action.dimension()];
    for (int k = first; k < first + AROUND; k++) {
      double share = share(k, first, action.mesh().point(q));
      double[] value = value(panel, k);
      for (int entry = 0; entry < sum.length; entry++) {
        sum[entry] += share * value[entry];
      }
    }
    return sum;
  }

  /** The cubic that is 1 at the k-th measured point and 0 at the other three around. */
  private double share(int k, int first, double t) {
    double own = action.mesh().point(measured[k]);
    double share = 1;
    for (int other = first; other < first + AROUND; other++) {
      double at = action.mesh().point(measured[other]);
      share *= other == k ? 1 : (t - at) / (own - at);
    }
    return share;
  }

  private double[] value(int panel, int k) {
    @Nullable double[] found = known[panel][k];
    if (found == null) {
      found = quotient(panel, measured[k]);
      known[panel][k] = found;
    }
    return found;
  }

  private double[] quotient(int panel, int q) {
    int d = action.dimension();
    double[] x = action.place(panel, q);
    double[] p = action.momentum(panel, q);
    double[] force = new double[d];
    action.local(panel, q).spaceGradient(p, force);
    double[] quotient = new double[d * d];
    double[] row = new double[d];
    for (int i = 0; i < d; i++) {
      double[] near = x.clone();
      near[i] += step;
      hamiltonian.at(near).spaceGradient(p, row);
      for (int k = 0; k < d; k++) {
        quotient[i * d + k] = (row[k] - force[k]) / (near[i] - x[i]);
      }
    }
    action.count(d);
    return quotient;
  }
}
