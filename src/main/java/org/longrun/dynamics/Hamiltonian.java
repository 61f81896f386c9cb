package org.longrun.dynamics;

import java.util.Optional;
import org.longrun.landscape.Enclosure;

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

  /** f(x), whose gradient is the negative drift. */
  double loss(double[] x);

  /**
   * Bounds of a field that the strength of the noise follows, on a line; empty where none are
   * known, and in more dimensions.
   */
  default Optional<Enclosure> noiseSize() {
    return Optional.empty();
  }

  /** H(x, ·), with everything prepared that does not depend on p. One gradient evaluation. */
  Local at(double[] x);

  /**
   * Whether least paths may be rough: the noise has atoms, and next to the hull of its values other
   * atoms carry a path from place to place.
   */
  default boolean isRough() {
    return false;
  }

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

    /**
     * True if H(x, ·) is quadratic, H = ½pᵀΣp − ⟨p, ∇f⟩: Gaussian noise. Then H_pp = Σ at every p,
     * and p = Σ⁻¹(λv + ∇f) on shell.
     */
    boolean isQuadratic();

    /** s if H(x, p) = s‖p‖²/2 − ⟨p, ∇f⟩, so that Σ = s·I needs no factoring; else NaN. */
    default double isotropicVariance() {
      return Double.NaN;
    }

    /**
     * Whether a path can move along v at x: some λv, λ &gt; 0, lies in the closed convex hull of
     * the possible drifts −∇f − Z. Where it is false ℓ(x, v) = +∞. Exact up to rounding and cheap:
     * no iteration in p. It is true of every v where the noise has a positive definite covariance
     * and no bound.
     *
     * @param v not zero
     */
    default boolean reaches(double[] v) {
      return true;
    }
  }
}
