package org.longrun.noise;

import org.longrun.landscape.ScalarField;

/**
 * The stochastic gradient ∇f(x) + Z(x) as a steady and a random part: ∇r(x) + G(x).
 *
 * <p>Then H(x, p) = log E exp⟨−p, G(x)⟩ − ⟨p, ∇r(x)⟩. For most noises r = f and G = Z; for finite
 * sums G is the minibatch's own gradient, whose mean is not zero, so that nothing is subtracted and
 * added again.
 *
 * @param steady r
 * @param random G, as a model whose K(x, v) = log E exp⟨v, G(x)⟩; alone among noise models its mean
 *     K_v(x, 0) need not vanish
 */
public record GradientSplit(ScalarField steady, NoiseModel random) {}
