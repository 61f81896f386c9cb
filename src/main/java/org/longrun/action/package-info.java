/**
 * Step 2: the action S[γ], least paths and the costs B_ij of every transition (theory, section 2).
 *
 * <ol>
 *   <li>{@code Descents}: moves along the gradient flow, down from every saddle and maximum and
 *       into every saddle from above, cost nothing;
 *   <li>{@code Vanishing}: components without noise are left by nothing, exactly;
 *   <li>{@code Roadmap}: rough least paths among scattered points, by Dijkstra's algorithm, to
 *       start from;
 *   <li>{@code PathSearch}: climbs (the reversals of descents), then all other pairs or the
 *       nearest, in batches, nearest first, as far as the {@code Deadline} allows. {@code
 *       Screening}: several starts on coarse meshes; {@code Polishing}: what may beat the chains of
 *       the rest until it has converged, the smooth paths first, and what may be a leg of a chain
 *       before what may be the chain; {@code NearMiss}: what passes so close to a component that it
 *       has nothing over a chain; {@code Confinement}: proofs that there is no path; {@code
 *       Relaxation}: the least path with a little Gaussian noise added, where no start is possible,
 *       and {@code NoiseLimit}: the limit of its cost as that noise falls to 0, where no path is;
 *       {@code LeastPolygon}: paths over data that no polynomial resolves, by first-order elements;
 *   <li>{@code EdgeSolver}: one least path, on the meshes of the {@code Cascade}. The discrete
 *       action ({@code ActionFunctional}) on Chebyshev panels is minimised by Newton's steps
 *       ({@code SecondVariation}), damped close to critical points, or by L-BFGS with a
 *       preconditioner; the path found takes one more step, which the look at the next mesh gives,
 *       is integrated again ({@code Reintegration}), and only that is believed. Where the two
 *       disagree the search has exploited the quadrature, and its points are doubled;
 *   <li>{@code FreeEnds}: on components that are curves or surfaces the ends of a path slide
 *       ({@code EndSlide}) to where the least action on its mesh is least, again on every mesh;
 *   <li>{@code Closure}: B_ij as the least chain of direct moves; a direct move that a chain beats
 *       is dropped, unless every such chain passes through the target;
 *   <li>{@code CostAssembly}: transitions, the moves of the starts, warnings.
 * </ol>
 *
 * <p>{@code LowerBound} tells what is proved to be least; {@code GridCheck} is the independent
 * check in two dimensions.
 */
@NullMarked
package org.longrun.action;

import org.jspecify.annotations.NullMarked;
