/**
 * SGD = f + Z: the Hamiltonian H(x, p) = K(x, −p) − ⟨p, ∇f(x)⟩ and the on-shell Lagrangian ℓ(x, v)
 * = max{⟨p, v⟩ : H(x, p) ≤ 0} (theory, section 1).
 */
@NullMarked
package org.longrun.dynamics;

import org.jspecify.annotations.NullMarked;
