/**
 * Kernels on weighted digraphs: minimum spanning in-arborescences for all roots at once,
 * in-forests, their certificates, counting and listing; Markov chains by elimination.
 *
 * <ol>
 *   <li>{@link org.longrun.arborescence.CostDigraph}: the edges, sorted and checked.
 *   <li>{@link org.longrun.arborescence.Contraction}: every cycle of cheapest exits contracted, in
 *       the order of the exit exponents; dense rows or mergeable heaps.
 *   <li>{@link org.longrun.arborescence.RootWeights}: the least weight for every root.
 *   <li>{@link org.longrun.arborescence.InForest}: the tree of one root, expanded in O(n).
 *   <li>{@link org.longrun.arborescence.Duals} and {@link org.longrun.arborescence.Optimality}: the
 *       proof that it is least, and its independent check.
 *   <li>{@link org.longrun.arborescence.OptimalCount} and {@link
 *       org.longrun.arborescence.ArborescenceIterator}: how many are, and all others by weight.
 * </ol>
 *
 * <p>{@link org.longrun.arborescence.MinimumInArborescence} is the same for any JGraphT graph.
 * {@link org.longrun.arborescence.GthElimination} serves finite step sizes.
 */
@NullMarked
package org.longrun.arborescence;

import org.jspecify.annotations.NullMarked;
