package org.longrun.dynamics;

import org.longrun.landscape.Landscape;
import org.longrun.noise.NoiseModel;
import org.longrun.noise.NoiseModels;

/**
 * Constant-step SGD on a landscape: x_{t+1} = x_t − η[∇f(x_t) + Z(x_t; ω_t)] + β(x_t − x_{t−1}).
 *
 * @param landscape f and all that the file says
 * @param noise Z
 * @param hamiltonian H of the dynamics without momentum
 */
public record Sgd(Landscape landscape, NoiseModel noise, Hamiltonian hamiltonian) {
  /**
   * SGD on a landscape with the noise that its file describes.
   *
   * @throws org.longrun.landscape.InputError if the noise cannot be computed as described
   */
  public static Sgd of(Landscape landscape) {
    return of(landscape, NoiseModels.of(landscape));
  }

  /** SGD on a landscape with another noise in place of its own. */
  public static Sgd of(Landscape landscape, NoiseModel noise) {
    return new Sgd(landscape, noise, new NoiseHamiltonian(landscape.objective(), noise));
  }

  /**
   * The diffusion approximation of these dynamics: the same loss with the Gaussian noise of equal
   * covariance. Its costs are those of the stochastic differential equation that is often put in
   * the place of SGD; they agree with SGD's own only for small momenta.
   */
  public Sgd diffusion() {
    return of(landscape, noise.diffusion());
  }

  /**
   * The factor 1 − β by which heavy-ball momentum multiplies every cost B, energy E and exponent J.
   *
   * <p>Once summed, x_{t+1} − x_t = −η Σ_k β^k g_{t−k}: over times long against 1/(1 − β)
   * iterations and short against 1/η every gradient counts 1/(1 − β) times, so that the Hamiltonian
   * of the slow motion is H(x, p/(1 − β)), whatever the noise; where H(x, p) = 0, the momentum (1 −
   * β)p is on shell, and Ŝ = ∫ p·dγ is multiplied by 1 − β. In other words, momentum is SGD with
   * the step η/(1 − β), and costs are told in units of η. The averaged form m ← βm + (1 − β)g has
   * the factor 1.
   *
   * <p>The same step from other directions: K. Yuan, B. Ying, A. Sayed, <em>On the influence of
   * momentum acceleration on online learning</em>, JMLR 17 (2016), for mean square errors; N.
   * Kovachki, A. Stuart, <em>Continuous time analysis of momentum methods</em>, JMLR 22 (2021), for
   * the gradient flow.
   */
  public double momentumFactor() {
    return 1 - landscape.momentum();
  }
}
