/**
 * Step 5: hitting exponents, Freidlin's cycles and eigenvalue exponents (theory, section 4).
 *
 * <ol>
 *   <li>{@link org.longrun.hitting.HittingTarget}: which components are the target Q.
 *   <li>{@link org.longrun.hitting.HittingExponents}: one contraction with Q absorbing and one run
 *       of Dijkstra's algorithm; J(i) avoiding and passing, J(x) of the starts, witnesses, the
 *       barriers that decide.
 *   <li>{@link org.longrun.hitting.HittingIntervals}: what the error estimates leave open, and
 *       which transition to compute better first.
 *   <li>{@link org.longrun.hitting.CycleHierarchy}: cycles and eigenvalue exponents, from the
 *       contraction behind the energies.
 *   <li>{@link org.longrun.hitting.Committor}, {@link org.longrun.hitting.ExitDistribution}: where
 *       the chain gets to first.
 *   <li>{@link org.longrun.hitting.MeanTimes}, {@link org.longrun.hitting.CommittorProbabilities}:
 *       the chain at a finite step size.
 * </ol>
 */
@NullMarked
package org.longrun.hitting;

import org.jspecify.annotations.NullMarked;
