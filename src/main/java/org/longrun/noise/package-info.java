/**
 * Z: the noise models, each with its cumulant generating function K(x, v) = log E exp⟨v, Z(x)⟩, its
 * derivatives in v and x, its support and its sampler (theory, section 1).
 */
@NullMarked
package org.longrun.noise;

import org.jspecify.annotations.NullMarked;
