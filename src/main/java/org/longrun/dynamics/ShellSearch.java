package org.longrun.dynamics;

import org.longrun.numerics.Vectors;

/**
 * The maximum of ⟨p, v⟩ on H(x, p) ≤ 0 as the last root of m(α), the least H(x, p) on the plane ⟨p,
 * v⟩ = α. m is convex with m(0) ≤ 0, so that Newton's iteration in α falls to the root
 * monotonically once beyond it, as in one dimension; on the plane H is convex, and an exact search
 * along Newton's steps finds its minimum from anywhere, however flat H is where noise of bounded
 * support saturates.
 *
 * <p>Holds scratch space: one a thread.
 */
final class ShellSearch {
  private static final int STEPS = 200;
  private static final int DOUBLINGS = 100;
  private static final int TRIALS = 100;
  private static final double LEAP = 8;
  private static final double GROWTH = 3;
  private static final double FLAT = 0.5;
  private static final double STALLED = 1e-9;
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final int dimension;
  private final ShellStep step;
  private final double[] slope;
  private final double[] hessian;
  private final double[] trial;
  private double value;
  private double size;

  ShellSearch(int dimension) {
    this.dimension = dimension;
    this.step = new ShellStep(dimension);
    this.slope = new double[dimension];
    this.hessian = new double[dimension * dimension];
    this.trial = new double[dimension];
  }

  /** The search from p, ⟨p, v⟩ &gt; 0; false if H does not come back to 0, or is not a number. */
  boolean solve(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    step.along(v);
    boolean beyond = false;
    int doublings = 0;
    for (int count = 0; count < STEPS && doublings < DOUBLINGS; count++) {
      if (!descend(hamiltonian, p)) {
        return false;
      }
      double level = Vectors.dot(p, v);
      double change = step.slope() > 0 ? -value / step.slope() : GROWTH * level;
      if (Math.abs(value) <= Math.ulp(size) / 4 || beyond && !(-change > ROUNDING * level)) {
        return true;
      }
      // Far beyond the root the minimum across v is a needle: not too far at once.
      beyond = step.slope() > 0 && change <= GROWTH * level;
      doublings += beyond ? 0 : 1;
      add(Math.max(Math.min(change, GROWTH * level), -level / 2), step.along(), p);
    }
    return doublings < DOUBLINGS;
  }

  /** Moves p across v to the least H; false if H is not finite. */
  private boolean descend(Hamiltonian.Local hamiltonian, double[] p) {
    double last = Double.POSITIVE_INFINITY;
    for (int count = 0; count < STEPS; count++) {
      value = hamiltonian.value(p);
      hamiltonian.momentumGradient(p, slope);
      hamiltonian.momentumHessian(p, hessian);
      if (!Double.isFinite(value) || !step.split(hessian, slope)) {
        return false;
      }
      double product = Vectors.dot(p, slope);
      size = Math.abs(value - product) + Math.abs(product) + step.spread(p);
      double gain = step.gain();
      if (!(gain > Math.ulp(size)) || gain <= STALLED * size && gain > 0.5 * last) {
        return true;
      }
      last = gain;
      double length = flat(hamiltonian, p);
      if (!(length > 0)) {
        return true;
      }
      add(length, step.across(), p);
    }
    return true;
  }

  /** The multiple of the step across v at which H has lost most of its slope along it. */
  private double flat(Hamiltonian.Local hamiltonian, double[] p) {
    double[] across = step.across();
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = 1;
    for (int count = 0; count < TRIALS; count++) {
      System.arraycopy(p, 0, trial, 0, dimension);
      add(length, across, trial);
      hamiltonian.momentumGradient(trial, slope);
      double rise = Vectors.dot(slope, across);
      if (Math.abs(rise) <= FLAT * step.gain()) {
        return length;
      }
      if (rise > 0) {
        high = length;
      } else {
        low = length;
      }
      length = between(low, high);
    }
    return low;
  }

  /** Leaps while one side is open: steps on flat ground are wrong by orders of magnitude. */
  private static double between(double low, double high) {
    if (low == 0) {
      return high / LEAP;
    }
    return high < Double.POSITIVE_INFINITY ? Math.sqrt(low) * Math.sqrt(high) : LEAP * low;
  }

  /** λ at the last point. */
  double multiplier() {
    return Math.max(0, step.slope());
  }

  /** |H| at the last point. */
  double residual() {
    return Math.abs(value);
  }

  private void add(double length, double[] way, double[] p) {
    for (int k = 0; k < dimension; k++) {
      p[k] += length * way[k];
    }
  }
}
