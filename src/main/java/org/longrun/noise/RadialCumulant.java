package org.longrun.noise;

/**
 * φ with K(x, v) = φ(q), q = vᵀΣ(x)v: what tells a truncated Gaussian from a whole one. φ(0) = 0, φ
 * is increasing, and both noises share every derivative formula in q.
 *
 * <p>K_v = 2φ′Σv, K_vv = 2φ′Σ + 4φ″Σv(Σv)ᵀ, K_x = φ′∂q/∂x.
 */
interface RadialCumulant {
  /** Writes φ(q), φ′(q), φ″(q) into {@code out[0 … 2]}; q ≥ 0. */
  void evaluate(double q, double[] out);

  /** The bound ρ on ‖Σ^(−1/2)Z‖; +∞ for none. */
  double bound();

  /** The whole Gaussian: φ = q/2. */
  RadialCumulant WHOLE =
      new RadialCumulant() {
        @Override
        public void evaluate(double q, double[] out) {
          out[0] = q / 2;
          out[1] = 0.5;
          out[2] = 0;
        }

        @Override
        public double bound() {
          return Double.POSITIVE_INFINITY;
        }
      };
}
