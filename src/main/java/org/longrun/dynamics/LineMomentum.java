package org.longrun.dynamics;

/**
 * The momentum on shell in one dimension: the root p* ≠ 0 of H(x, ·) on the side of v.
 *
 * <p>H is convex with H(x, 0) = 0, so that Newton's iteration falls to p* monotonically from any
 * point beyond it, and from any point before it at which H rises it leaps beyond it. Nothing but H
 * and H_p is needed: where noise of bounded support saturates and p* is ln 2/(s − |∇f|) for a sign
 * of size s, say, H_pp has long underflowed.
 */
final class LineMomentum {
  private static final int STEPS = 200;
  private static final int DOUBLINGS = 100;
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final double[] slope = new double[1];
  private final double[] bend = new double[1];
  private double value;
  private double rise;

  /**
   * Sets p to p*.
   *
   * @param fall how fast H falls at 0 along v, −H_p(x, 0)·sign v &gt; 0
   * @param v the velocity
   * @param p receives p*; on entry a first guess, or NaN for none
   * @return false if H does not come back to 0, or is not a number
   */
  boolean solve(Hamiltonian.Local hamiltonian, double fall, double v, double[] p) {
    double sign = Math.signum(v);
    double q = p[0] * sign;
    q = q > 0 && q < Double.POSITIVE_INFINITY ? q : guess(hamiltonian, fall, p);
    boolean beyond = false;
    int doublings = 0;
    for (int step = 0; step < STEPS && doublings < DOUBLINGS; step++) {
      p[0] = sign * q;
      look(hamiltonian, sign, p);
      if (!Double.isFinite(value)) {
        return false;
      }
      double next = rise > 0 ? q - value / rise : 2 * q;
      // Beyond p* every step falls, until rounding is all that is left.
      if (beyond && !(q - next > ROUNDING * q)) {
        return true;
      }
      beyond = rise > 0;
      doublings += beyond ? 0 : 1;
      q = Math.max(next, q / 2);
    }
    return doublings < DOUBLINGS;
  }

  private void look(Hamiltonian.Local hamiltonian, double sign, double[] p) {
    value = hamiltonian.value(p);
    hamiltonian.momentumGradient(p, slope);
    rise = slope[0] * sign;
  }

  /** The answer for the Gaussian noise of equal variance. */
  private double guess(Hamiltonian.Local hamiltonian, double fall, double[] p) {
    p[0] = 0;
    hamiltonian.momentumHessian(p, bend);
    double q = 2 * fall / bend[0];
    return q > 0 && q < Double.POSITIVE_INFINITY ? q : 1;
  }

  /** |H_p| at the last point. */
  double rise() {
    return Math.max(0, rise);
  }

  /** |H| at the last point. */
  double residual() {
    return Math.abs(value);
  }
}
