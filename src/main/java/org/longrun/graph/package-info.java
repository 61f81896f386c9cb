/**
 * Step 3: the transition graph, and networks read from files in its place (theory, section 3;
 * formats, section 3).
 *
 * <ol>
 *   <li>{@link org.longrun.graph.TransitionGraph}: the components and the direct transitions
 *       between them, or what {@link org.longrun.graph.Network} has read.
 *   <li>{@link org.longrun.graph.ShortestPaths}: closed costs V.
 *   <li>{@link org.longrun.graph.PassHeights}: minimax passes of f.
 * </ol>
 */
@NullMarked
package org.longrun.graph;

import org.jspecify.annotations.NullMarked;
