package org.longrun.landscape;

import java.util.Arrays;
import java.util.Optional;

/**
 * The finite sum behind a loss: f = (1/n) Σ f_i + r with samples f_i and a regularizer r that
 * enters every step without noise (theory, section 1).
 *
 * <p>Implementations are immutable and safe for use by several threads at once.
 */
public interface EmpiricalRisk {
  /** The number of variables, d. */
  int dimension();

  /** The number of samples, n. */
  int samples();

  /** Writes f_1(x) … f_n(x) into {@code out[0 … n−1]}. */
  void losses(double[] x, double[] out);

  /** Writes ∇f_i(x) into {@code out[i·d … i·d+d−1]}, for every sample i. */
  void gradients(double[] x, double[] out);

  /** Writes ∇f_i(x) of one sample into {@code out[0 … d−1]}. */
  void gradient(int sample, double[] x, double[] out);

  /** Writes Σ_i w_i ∇f_i(x) into {@code out[0 … d−1]}. */
  default void weightedGradient(double[] x, double[] weights, double[] out) {
    double[] gradient = new double[dimension()];
    Arrays.fill(out, 0, gradient.length, 0);
    for (int i = 0; i < samples(); i++) {
      gradient(i, x, gradient);
      for (int k = 0; k < gradient.length; k++) {
        out[k] += weights[i] * gradient[k];
      }
    }
  }

  /** Writes Σ_i w_i ∇²f_i(x)·v into {@code out[0 … d−1]}. */
  void weightedHessianVector(double[] x, double[] weights, double[] v, double[] out);

  /** Writes Σ_i w_i ∇²f_i(x), row by row, into {@code out[0 … d²−1]}. */
  void weightedHessian(double[] x, double[] weights, double[] out);

  /** Bounds of each ∇f_i over boxes, if the risk has them and they are quick. */
  default Optional<SampleEnclosure> sampleEnclosure() {
    return Optional.empty();
  }

  /**
   * Whether every ∇f_i is proved to be Lipschitz over a box. False where that is not known.
   *
   * @param lower the box's lower corner
   */
  default boolean isSmooth(double[] lower, double[] upper) {
    return false;
  }

  /** r, the part without noise; a constant zero where there is none. */
  ScalarField regularizer();

  /** Rigorous enclosures of the gradients of single samples, as {@link Enclosure} for f. */
  interface SampleEnclosure {
    /** Writes bounds of each ∂f_i/∂x_k over the box into outLower[k], outUpper[k]. */
    void gradient(int sample, double[] lower, double[] upper, double[] outLower, double[] outUpper);
  }
}
