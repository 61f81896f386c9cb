/**
 * Step 6: the closed-form bounds and how tight they are (theory, section 5).
 *
 * <ol>
 *   <li>{@code NoiseScale}: φ, what a difference of f costs, where the noise has such a law;
 *   <li>{@code Barriers}: the heights of saddles, bad minima and passes;
 *   <li>{@code VarianceExtremes}: the largest and least noise of the energy-gap bound;
 *   <li>{@code Actual}: what is bounded, with the range that the errors of the costs leave;
 *   <li>{@link org.longrun.bound.Bounds}: the five bounds, each beside what it bounds.
 * </ol>
 */
@NullMarked
package org.longrun.bound;

import org.jspecify.annotations.NullMarked;
