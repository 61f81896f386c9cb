/**
 * Prediction against simulation, on request (formats, section 4).
 *
 * <ol>
 *   <li>{@link org.longrun.validate.Prediction}: what the theory says, as numbers;
 *   <li>{@code HittingStudy}: hitting times, direct, by splitting and on a grid, and their {@link
 *       org.longrun.validate.ArrheniusFit}s against J; moves from well to well, and their {@link
 *       org.longrun.validate.ChainFit}s against the costs;
 *   <li>{@code LongRunStudy}: occupation against the stationary density and the energies, the
 *       induced chain against the costs;
 *   <li>{@code EvolutionStudy}: the distance to the stationary density over time;
 *   <li>{@link org.longrun.validate.Validation}: all of it.
 * </ol>
 *
 * <p>{@link org.longrun.validate.Experiment} runs them in this order.
 */
@NullMarked
package org.longrun.validate;

import org.jspecify.annotations.NullMarked;
