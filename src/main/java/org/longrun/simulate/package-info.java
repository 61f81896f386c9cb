/**
 * Monte-Carlo of SGD itself. It sees nothing of the theory: an independent witness.
 *
 * <ol>
 *   <li>{@code Walkers}: x ← x − η(∇f + Z) + β(x − x₋), many iterates at once;
 *   <li>{@link org.longrun.simulate.HittingTimes}: τ of a target, by direct simulation;
 *   <li>{@link org.longrun.simulate.Splitting}: E τ far beyond that, by multilevel splitting;
 *   <li>{@link org.longrun.simulate.ExactChain}: E τ and the invariant measure of the kernel itself
 *       on a grid, d ≤ 2;
 *   <li>{@link org.longrun.simulate.LongRun}: occupation, histograms and the induced chain z_n;
 *   <li>{@link org.longrun.simulate.Evolution}: the law of x_t over time.
 * </ol>
 *
 * <p>{@link org.longrun.simulate.Workers} work through lists of pieces, each with its own random
 * stream, so that the numbers do not depend on the threads; {@link org.longrun.simulate.Checkpoint}
 * keeps their states on disk.
 */
@NullMarked
package org.longrun.simulate;

import org.jspecify.annotations.NullMarked;
