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
   * The factor 1 − β by which heavy-ball momentum multiplies every cost B, energy E and exponent J
   * (theory, section 1).
   */
  public double momentumFactor() {
    return 1 - landscape.momentum();
  }
}
