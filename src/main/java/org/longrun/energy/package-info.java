/**
 * Step 4: energies, ground states and weights (theory, section 3).
 *
 * <ol>
 *   <li>{@link org.longrun.energy.EnergyLevels}: one contraction; E_i for every root, the closed
 *       classes, the ground states, each root's arborescence on demand.
 *   <li>{@link org.longrun.energy.GibbsWeights}: exp(−E_i/η); {@link
 *       org.longrun.energy.StationaryWeights}: the chain's own distribution at a finite η.
 *   <li>{@link org.longrun.energy.EnergyIntervals}: what the error estimates leave open, and which
 *       transition to compute better first.
 * </ol>
 */
@NullMarked
package org.longrun.energy;

import org.jspecify.annotations.NullMarked;
