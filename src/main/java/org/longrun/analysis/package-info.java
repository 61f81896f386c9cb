/**
 * The whole analysis: the only package that knows the order of the stages.
 *
 * <ol>
 *   <li>{@link org.longrun.analysis.LongRunAnalysis}: critical components → costs → graph →
 *       energies → hitting exponents → bounds, the list of the root package;
 *   <li>{@code Refinement}: what goes round, the costs that decide the results computed again until
 *       these are known;
 *   <li>{@link org.longrun.analysis.NetworkAnalysis}: the graph stages alone, on a network from a
 *       file;
 *   <li>{@link org.longrun.analysis.Sweep}: the analysis for every combination of values, its
 *       components followed from point to point by {@link org.longrun.analysis.Tracks}.
 * </ol>
 */
@NullMarked
package org.longrun.analysis;

import org.jspecify.annotations.NullMarked;
