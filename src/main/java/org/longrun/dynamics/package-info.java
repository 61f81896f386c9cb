/**
 * SGD = f + Z: the Hamiltonian H(x, p) = K(x, −p) − ⟨p, ∇f(x)⟩ and the on-shell Lagrangian ℓ(x, v)
 * = max{⟨p, v⟩ : H(x, p) ≤ 0} (theory, section 1).
 *
 * <ol>
 *   <li>{@link org.longrun.dynamics.Sgd} puts a landscape and its noise together, or another noise
 *       in its place: the diffusion approximation;
 *   <li>{@link org.longrun.dynamics.Hamiltonian}: H, H_p, H_pp, H_x and ∂²H/∂x∂p at a point, and
 *       whether any drift points along a direction;
 *   <li>{@link org.longrun.dynamics.OnShellLagrangian}: the momentum p with H(x, p) = 0 and H_p =
 *       λv, or +∞.
 * </ol>
 */
@NullMarked
package org.longrun.dynamics;

import org.jspecify.annotations.NullMarked;
