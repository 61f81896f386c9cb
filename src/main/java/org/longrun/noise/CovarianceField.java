package org.longrun.noise;

import java.util.Optional;
import org.longrun.landscape.Enclosure;

/** The covariance Σ(x) of a Gaussian noise, symmetric and positive semidefinite. */
interface CovarianceField {
  /** The number of variables, d. */
  int dimension();

  /** Σ(x), with everything prepared that does not depend on a vector. */
  Local at(double[] x);

  /** A square root for samplers, for one thread. */
  Root root();

  /** Bounds of s where Σ = s·I; empty otherwise. */
  default Optional<Enclosure> size() {
    return Optional.empty();
  }

  /** Whether all entries are proved to have bounded second derivatives over a box. */
  default boolean isSmooth(double[] lower, double[] upper) {
    return false;
  }

  /** Σ at a fixed x; belongs to one thread. */
  interface Local {
    /** Writes Σv into {@code out[0 … d−1]}. */
    void multiply(double[] v, double[] out);

    /** Writes Σ, row by row. */
    void matrix(double[] out);

    /** Writes ∂(vᵀΣv)/∂x into {@code out[0 … d−1]}. */
    void formGradient(double[] v, double[] out);

    /** Writes ∂(Σv)/∂x, entry (i, k) = ∂(Σv)_k/∂x_i, row by row. */
    void productGradient(double[] v, double[] out);

    /** s if Σ = s·I, else NaN. */
    double isotropicVariance();

    /**
     * Whether some λ &gt; 0 has z = λ·direction − mean in the range of Σ with zᵀΣ⁻¹z ≤ bound².
     *
     * @param bound ρ, positive or +∞
     */
    boolean reaches(double[] mean, double[] direction, double bound);
  }

  /** A matrix Σ^(1/2)(x) with Σ^(1/2) (Σ^(1/2))ᵀ = Σ; holds scratch space. */
  interface Root {
    /** Adds Σ^(1/2)(x)·ξ to {@code out[from … from+d−1]}. */
    void addProduct(double[] x, double[] xi, double[] out, int from);
  }
}
