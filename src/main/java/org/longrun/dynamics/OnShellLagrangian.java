package org.longrun.dynamics;

import java.util.Arrays;
import org.longrun.numerics.Cholesky;
import org.longrun.numerics.Vectors;

/**
 * The on-shell Lagrangian ℓ(x, v) = max{⟨p, v⟩ : H(x, p) ≤ 0}, the density of the geometric action
 * Ŝ[γ] = ∫ ℓ(γ, γ′) ds (theory, section 1; M. Heymann, E. Vanden-Eijnden, <em>The geometric minimum
 * action method</em>, Comm. Pure Appl. Math. 61, 2008, equations 2.7 to 2.9).
 *
 * <p>At the maximum H_p(x, p) = λv and H(x, p) = 0 with λ ≥ 0; then ∂ℓ/∂v = p and ∂ℓ/∂x = −H_x(x,
 * p)/λ. For a quadratic H, p = Σ⁻¹(λv + ∇f) with λ² = ∇fᵀΣ⁻¹∇f / vᵀΣ⁻¹v; for any other an iteration
 * in p. ℓ = +∞ where no λv, λ &gt; 0, lies in the closed hull of the possible drifts.
 *
 * <p>Holds scratch space: one a thread.
 */
public final class OnShellLagrangian {
  private static final double ROUNDED = 1e-11;
  private static final double ROUNDING = 1e-29;
  private static final double NEARLY_DOWNHILL = 1e-24;

  private final int dimension;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] solvedSlope;
  private final double[] solvedVelocity;
  private final Cholesky cholesky;
  private final LineMomentum line = new LineMomentum();
  private final ShellNewton newton;
  private final ShellSearch search;
  private double multiplier;
  private double residual;

  /** A solver for Hamiltonians of this dimension. */
  public OnShellLagrangian(int dimension) {
    this.dimension = dimension;
    this.gradient = new double[dimension];
    this.hessian = new double[dimension * dimension];
    this.solvedSlope = new double[dimension];
    this.solvedVelocity = new double[dimension];
    this.cholesky = new Cholesky(dimension);
    this.newton = new ShellNewton(dimension);
    this.search = new ShellSearch(dimension);
  }

  /**
   * ℓ(x, v): +∞ if no path can move along v at x, NaN if H is not finite at x.
   *
   * @param hamiltonian H(x, ·)
   * @param v the velocity
   * @param p receives the momentum; on entry the first guess, or NaN in {@code p[0]} for none
   */
  public double evaluate(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    multiplier = 0;
    residual = 0;
    hamiltonian.lossGradient(gradient);
    double speed = Vectors.dot(v, v);
    double drift = Vectors.dot(gradient, gradient);
    if (!(speed + drift < Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    if (speed == 0) {
      return 0;
    }
    double variance = hamiltonian.isotropicVariance();
    if (!Double.isNaN(variance)) {
      return isotropic(variance, v, p, speed, drift);
    }
    if (hamiltonian.isQuadratic()) {
      return quadratic(hamiltonian, v, p);
    }
    if (runsDownhill(v, speed, drift)) {
      return still(p);
    }
    return hamiltonian.reaches(v) ? newton(hamiltonian, v, p) : impossible(p);
  }

  /** Whether v is along −∇f up to rounding; then p = 0, and sets λ. */
  private boolean runsDownhill(double[] v, double speed, double drift) {
    multiplier = Math.sqrt(drift / speed);
    double excess = 0;
    for (int k = 0; k < dimension; k++) {
      double sum = multiplier * v[k] + gradient[k];
      excess += sum * sum;
    }
    return drift > 0 && excess <= ROUNDING * drift;
  }

  /** λ of the last evaluation: the time of the path is dt = ds/λ. */
  public double multiplier() {
    return multiplier;
  }

  /** |H(x, p)| of the last evaluation. */
  public double residual() {
    return residual;
  }

  private double isotropic(double variance, double[] v, double[] p, double speed, double drift) {
    multiplier = Math.sqrt(drift / speed);
    double excess = 0;
    double along = 0;
    for (int k = 0; k < dimension; k++) {
      double sum = multiplier * v[k] + gradient[k];
      p[k] = sum;
      excess += sum * sum;
      along += v[k] * gradient[k];
    }
    if (!(variance > 0)) {
      // Without noise the drift itself is the only way to move.
      boolean downhill = excess <= NEARLY_DOWNHILL * drift;
      return downhill ? still(p) : impossible(p);
    }
    if (along < 0 && excess <= ROUNDING * drift) {
      return still(p);
    }
    for (int k = 0; k < dimension; k++) {
      p[k] /= variance;
    }
    // Where the path runs nearly downhill ‖∇f‖‖v‖ + ⟨∇f, v⟩ cancels; ‖λv + ∇f‖²/2λ does not.
    double cost =
        along < 0 && multiplier > 0 ? excess / (2 * multiplier) : multiplier * speed + along;
    return cost / variance;
  }

  private double quadratic(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    hamiltonian.momentumHessian(p, hessian);
    if (!cholesky.factorise(hessian)) {
      return hamiltonian.reaches(v) ? newton(hamiltonian, v, p) : impossible(p);
    }
    System.arraycopy(v, 0, solvedVelocity, 0, dimension);
    System.arraycopy(gradient, 0, solvedSlope, 0, dimension);
    cholesky.solve(solvedVelocity);
    cholesky.solve(solvedSlope);
    multiplier = Math.sqrt(Vectors.dot(gradient, solvedSlope) / Vectors.dot(v, solvedVelocity));
    double excess = 0;
    for (int k = 0; k < dimension; k++) {
      p[k] = multiplier * solvedVelocity[k] + solvedSlope[k];
      excess += p[k] * (multiplier * v[k] + gradient[k]);
    }
    double along = Vectors.dot(v, solvedSlope);
    return along < 0 && multiplier > 0
        ? excess / (2 * multiplier)
        : multiplier * Vectors.dot(v, solvedVelocity) + along;
  }

  /** The root on the side of v; descents cost nothing. */
  private double line(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    double fall = gradient[0] * Math.signum(v[0]);
    if (!(fall > 0)) {
      return still(p);
    }
    if (!line.solve(hamiltonian, fall, v[0], p)) {
      return impossible(p);
    }
    residual = line.residual();
    multiplier = line.rise() / Math.abs(v[0]);
    return p[0] * v[0];
  }

  private double newton(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    if (dimension == 1) {
      return line(hamiltonian, v, p);
    }
    boolean cold = Double.isNaN(p[0]);
    if (cold) {
      gaussianGuess(hamiltonian, v, p);
    }
    if (newton.solve(hamiltonian, gradient, v, p)) {
      residual = newton.residual();
      multiplier = newton.multiplier();
      return Math.max(0, Vectors.dot(p, v));
    }
    return search(hamiltonian, v, p);
  }

  /** The sure way, from the guess: where Newton's iteration failed p may be anywhere. */
  private double search(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    gaussianGuess(hamiltonian, v, p);
    if (!search.solve(hamiltonian, v, p)) {
      return impossible(p);
    }
    residual = search.residual();
    multiplier = search.multiplier();
    return Math.max(0, Vectors.dot(p, v));
  }

  /** The answer for the Gaussian noise of equal covariance. */
  private void gaussianGuess(Hamiltonian.Local hamiltonian, double[] v, double[] p) {
    Arrays.fill(p, 0, dimension, 0);
    hamiltonian.momentumHessian(p, hessian);
    if (!factoriseRegularised()) {
      return;
    }
    System.arraycopy(v, 0, solvedVelocity, 0, dimension);
    System.arraycopy(gradient, 0, solvedSlope, 0, dimension);
    cholesky.solve(solvedVelocity);
    cholesky.solve(solvedSlope);
    double lambda = Math.sqrt(Vectors.dot(gradient, solvedSlope) / Vectors.dot(v, solvedVelocity));
    for (int k = 0; k < dimension; k++) {
      p[k] = lambda * solvedVelocity[k] + solvedSlope[k];
    }
  }

  /**
   * Factorises H_pp. Far out on a recession direction of K it has lost its rank to rounding, which
   * must not be taken for curvature: a little more than rounding is added.
   */
  private boolean factoriseRegularised() {
    double trace = 0;
    for (int k = 0; k < dimension; k++) {
      trace += hessian[k * dimension + k];
    }
    for (int k = 0; k < dimension; k++) {
      hessian[k * dimension + k] += ROUNDED * trace;
    }
    return trace > 0 && cholesky.factorise(hessian);
  }

  private double still(double[] p) {
    Arrays.fill(p, 0, dimension, 0);
    return 0;
  }

  private double impossible(double[] p) {
    Arrays.fill(p, 0, dimension, Double.NaN);
    return Double.POSITIVE_INFINITY;
  }
}
