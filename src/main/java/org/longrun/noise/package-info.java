/**
 * Z: the noise models, each with its cumulant generating function K(x, v) = log E exp⟨v, Z(x)⟩, its
 * derivatives in v and x, its support and its sampler (theory, section 1).
 *
 * <ol>
 *   <li>{@link org.longrun.noise.NoiseModels}, the registry, makes a model from the landscape's
 *       description of its noise;
 *   <li>{@code GaussianNoise}: K = φ(vᵀΣ(x)v), Σ a {@code CovarianceField} and φ a {@code
 *       RadialCumulant} (whole or truncated);
 *   <li>{@code IndependentNoise}: K = Σ κ(s(x)⟨e_i, v⟩), κ a {@code CoordinateLaw} (uniform or
 *       Rademacher);
 *   <li>{@code FiniteSumNoise}: K of the mean gradient over a minibatch, drawn by a {@code
 *       MinibatchLaw} (with or without replacement);
 *   <li>each tells whether it can drive a path along a direction ({@link
 *       org.longrun.noise.NoiseModel.Local#reaches}), bounds the possible drifts over boxes ({@link
 *       org.longrun.noise.NoiseModel#driftBound}), and what its diffusion approximation is ({@link
 *       org.longrun.noise.NoiseModel#diffusion}).
 * </ol>
 */
@NullMarked
package org.longrun.noise;

import org.jspecify.annotations.NullMarked;
