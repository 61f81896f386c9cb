package org.longrun.dynamics;

import org.longrun.numerics.Vectors;

/**
 * The maximum of ⟨p, v⟩ on H(x, p) ≤ 0 by a damped Newton iteration in p: each step maximises on
 * the quadratic model of H. Quick, and right wherever it says so; where it gives up, {@link
 * ShellSearch} is slower and sure.
 *
 * <p>Holds scratch space: one a thread.
 */
final class ShellNewton {
  private static final int STEPS = 40;
  private static final double LONGEST_STEP = 4;
  private static final int HALVINGS = 60;
  private static final double BENDING = 4;

  /** A bend that half the step leaves larger than this is rounding: it should fall to a quarter. */
  private static final double LEAST_FALL = 0.6;

  private static final double ROUNDED = 1e-13;

  private final int dimension;
  private final ShellStep step;
  private final double[] slope;
  private final double[] hessian;
  private final double[] direction;
  private double multiplier;
  private double residual;

  ShellNewton(int dimension) {
    this.dimension = dimension;
    this.step = new ShellStep(dimension);
    this.slope = new double[dimension];
    this.hessian = new double[dimension * dimension];
    this.direction = new double[dimension];
  }

  /** Newton's iteration from p; false if it does not arrive at the maximum. */
  boolean solve(Hamiltonian.Local hamiltonian, double[] gradient, double[] v, double[] p) {
    step.along(v);
    double value = hamiltonian.value(p);
    double last = Double.POSITIVE_INFINITY;
    for (int count = 0; count < STEPS; count++) {
      hamiltonian.momentumGradient(p, slope);
      hamiltonian.momentumHessian(p, hessian);
      if (!Double.isFinite(value) || !step.split(hessian, slope)) {
        return false;
      }
      double decrement = direct(value);
      double size = Math.abs(Vectors.dot(p, gradient)) + Math.abs(Vectors.dot(p, slope));
      residual = Math.abs(value);
      double gap = Math.max(residual, decrement);
      boolean done =
          residual <= 1e-14 * size && decrement <= 1e-16 * size
              || decrement <= 1e-26 * size && residual <= ROUNDED * size
              || gap > 0.5 * last && gap <= ROUNDED * (size + step.spread(p));
      last = gap;
      value = move(hamiltonian, value, decrement, p);
      if (done) {
        return true;
      }
    }
    return false;
  }

  /** Sets λ and the step; returns the squared Newton decrement. */
  private double direct(double value) {
    double rise = step.slope();
    double gain = step.gain() - 2 * value;
    double square = rise * rise + gain * step.curvature();
    multiplier = Math.sqrt(Math.max(0, square));
    // (λ − rise)/curvature, without its cancellation where H rises and hardly bends.
    double along =
        rise > 0 && square > 0
            ? gain / (multiplier + rise)
            : (multiplier - rise) / step.safeCurvature();
    double[] across = step.across();
    double[] up = step.along();
    for (int k = 0; k < dimension; k++) {
      direction[k] = along * up[k] + across[k];
    }
    return Math.max(0, along * along * step.curvature() + step.gain());
  }

  /**
   * Moves p along the step and returns H there. Far out, where noise of bounded support saturates,
   * H_pp is next to nothing and the full step leads nowhere: it is halved until H bends no more
   * than a few times as much as H_pp says.
   */
  private double move(Hamiltonian.Local hamiltonian, double value, double decrement, double[] p) {
    double whole = decrement > 0 ? Math.min(1, LONGEST_STEP / Math.sqrt(decrement)) : 1;
    double length = whole;
    double ascent = Vectors.dot(slope, direction);
    add(length, p);
    double next = hamiltonian.value(p);
    double last = Double.POSITIVE_INFINITY;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double bend = next - value - length * ascent;
      double expected = 0.5 * length * length * decrement;
      if (bend <= BENDING * expected + 1e-13 * (Math.abs(ascent) + Math.abs(next))) {
        break;
      }
      boolean rounding = bend > LEAST_FALL * last;
      double change = rounding ? whole - length : -length / 2;
      length += change;
      add(change, p);
      next = hamiltonian.value(p);
      if (rounding) {
        break;
      }
      last = bend;
    }
    return next;
  }

  /** λ at the last point. */
  double multiplier() {
    return multiplier;
  }

  /** |H| at the last point. */
  double residual() {
    return residual;
  }

  private void add(double length, double[] p) {
    for (int k = 0; k < dimension; k++) {
      p[k] += length * direction[k];
    }
  }
}
