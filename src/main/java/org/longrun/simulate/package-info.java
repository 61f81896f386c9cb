/**
 * Monte-Carlo of SGD itself. It sees nothing of the theory: an independent witness.
 *
 * <ol>
 *   <li>{@code Walkers}: x ← x − η(∇f + Z) + β(x − x₋), many iterates at once;
 *   <li>{@link org.longrun.simulate.HittingTimes}: τ of a target, by direct simulation;
 *   <li>{@link org.longrun.simulate.Workers}: pieces of work on threads, each with its own stream,
 *       so that the numbers do not depend on the threads; {@link org.longrun.simulate.Checkpoint}:
 *       their states on disk.
 * </ol>
 */
@NullMarked
package org.longrun.simulate;

import org.jspecify.annotations.NullMarked;
