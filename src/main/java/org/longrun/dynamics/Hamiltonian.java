package org.longrun.dynamics;

/**
 * The Hamiltonian of SGD, H(x, p) = K(x, −p) − ⟨p, ∇f(x)⟩: convex in p with H(x, 0) = 0 (theory,
 * section 1).
 *
 * <p>Implementations are immutable and safe for use by several threads at once; what {@link #at}
 * returns belongs to one thread.
 */
public interface Hamiltonian {
  /** The number of variables, d. */
  int dimension();

  /** H(x, ·), with everything prepared that does not depend on p. One gradient evaluation. */
  Local at(double[] x);

  /** H(x, ·) at a fixed x. */
  interface Local {
    /** H(x, p). */
    double value(double[] p);

    /** Writes H_p into {@code out[0 … d−1]}. */
    void momentumGradient(double[] p, double[] out);

    /** Writes H_pp, row by row, into {@code out[0 … d²−1]}. */
    void momentumHessian(double[] p, double[] out);

    /** Writes H_x at fixed p into {@code out[0 … d−1]}. */
    void spaceGradient(double[] p, double[] out);

    /** Writes ∂²H/∂x∂p, entry (i, k) = ∂²H/∂x_i∂p_k, row by row, into {@code out[0 … d²−1]}. */
    void mixedHessian(double[] p, double[] out);

    /** Writes ∇f(x), the negative drift, into {@code out[0 … d−1]}. */
    void lossGradient(double[] out);

    /** True if H(x, ·) is quadratic, H = ½pᵀΣp − ⟨p, ∇f⟩: Gaussian noise. */
    boolean isQuadratic();
  }
}
