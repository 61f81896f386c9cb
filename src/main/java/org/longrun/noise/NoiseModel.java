package org.longrun.noise;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.longrun.landscape.Enclosure;
import org.longrun.landscape.ScalarField;

/**
 * The noise Z(x) of a stochastic gradient: zero mean, with cumulant generating function K(x, v) =
 * log E exp⟨v, Z(x)⟩ (theory, section 1).
 *
 * <p>Implementations are immutable and safe for use by several threads at once; what {@link #at}
 * returns belongs to one thread.
 */
public interface NoiseModel {
  /** The number of variables, d. */
  int dimension();

  /** The noise at x, with everything prepared that does not depend on v. */
  Local at(double[] x);

  /** A sampler for one thread. */
  Sampler sampler();

  /**
   * The stochastic gradient ∇f + Z as a steady and a random part, as the model knows them best.
   *
   * @param objective f
   */
  default GradientSplit split(ScalarField objective) {
    return new GradientSplit(objective, this);
  }

  /**
   * The Gaussian noise of equal covariance Σ(x) = K_vv(x, 0), x-derivatives exact: the noise of the
   * stochastic differential equation dX = −∇f dt + √(ηΣ) dW that is often put in the place of SGD.
   */
  NoiseModel diffusion();

  /** What the possible drifts can do at most, where the noise is bounded and can be enclosed. */
  default Optional<DriftBound> driftBound() {
    return Optional.empty();
  }

  /** Whether the values of Z(x) are finitely many: those of a finite sum's batches. */
  default boolean hasAtoms() {
    return false;
  }

  /**
   * Bounds of a field that the strength of the noise follows: a variance, half-width or scale.
   * Empty where there is none, or none that can be enclosed.
   */
  default Optional<Enclosure> size() {
    return Optional.empty();
  }

  /**
   * Whether the noise is proved to be smooth over a box: then, if its covariance vanishes at a
   * point z of the box, K(x, v) ≤ C‖x − z‖²‖v‖²/2 for all x in it, with some C. False where that is
   * not known.
   */
  default boolean isSmooth(double[] lower, double[] upper) {
    return false;
  }

  /** K(x, ·) at a fixed x. */
  interface Local {
    /** K(x, v). */
    double cumulant(double[] v);

    /** Writes ∂K/∂v into {@code out[0 … d−1]}. */
    void gradient(double[] v, double[] out);

    /** Writes ∂²K/∂v², row by row, into {@code out[0 … d²−1]}. */
    void hessian(double[] v, double[] out);

    /** Writes ∂K/∂x at fixed v into {@code out[0 … d−1]}. */
    void spaceGradient(double[] v, double[] out);

    /** Writes ∂²K/∂x∂v, entry (i, k) = ∂²K/∂x_i∂v_k, row by row, into {@code out[0 … d²−1]}. */
    void mixedHessian(double[] v, double[] out);

    /** Writes the covariance ∂²K/∂v² at v = 0, row by row. */
    void covariance(double[] out);

    /**
     * Whether mean + Z can point along a direction: some λ &gt; 0 has λ·direction − mean in the
     * closed convex hull of the values of Z. Exact up to rounding: no iteration in v.
     *
     * @param mean the mean stochastic gradient ∇f(x), or any other vector of R^d
     * @param direction not zero
     */
    default boolean reaches(double[] mean, double[] direction) {
      return true;
    }

    /** True if K(x, v) = ½vᵀΣv: Gaussian noise. */
    default boolean isQuadratic() {
      return false;
    }

    /** s if K(x, v) = s‖v‖²/2, else NaN. */
    default double isotropicVariance() {
      return Double.NaN;
    }
  }

  /** Draws the noise; holds scratch space, so one a thread. */
  interface Sampler {
    /** Writes one draw of Z(x) into {@code out[0 … d−1]}. */
    void sample(double[] x, UniformRandomProvider random, double[] out);

    /**
     * Writes one draw of the whole stochastic gradient ∇f(x) + Z(x). Finite sums do not form the
     * mean and subtract it again.
     */
    void stochasticGradient(double[] x, UniformRandomProvider random, double[] out);

    /**
     * Writes one draw of ∇f + Z at each of {@code count} points into {@code out[0 … count·d−1]}.
     *
     * <p>The draws depend on x and on the generator's state alone, never on earlier calls: a run
     * that is interrupted and taken up again with a new sampler draws the same numbers.
     *
     * @param x the points one after the other, at least count·d numbers
     * @param count the number of points
     * @param d the number of variables
     * @param random the generator
     * @param out at least count·d numbers
     */
    default void stochasticGradients(
        double[] x, int count, int d, UniformRandomProvider random, double[] out) {
      double[] point = new double[d];
      double[] gradient = new double[d];
      for (int q = 0; q < count; q++) {
        System.arraycopy(x, q * d, point, 0, d);
        stochasticGradient(point, random, gradient);
        System.arraycopy(gradient, 0, out, q * d, d);
      }
    }
  }
}
