/**
 * Step 1: the critical components K_1 … K_N of f in the domain, how complete their list is, and the
 * gradient flow that assigns points to them (theory, section 2).
 *
 * <p>{@link org.longrun.critical.CriticalSetFinder#find}:
 *
 * <ol>
 *   <li>Zeros of ∇f from the user's points and from points spread over the domain by a
 *       low-discrepancy sequence, shifted by the seed: trust-region descents of f, and Newton's
 *       method on ∇f made global by Levenberg–Marquardt steps.
 *   <li>Zeros from zeros, until nothing new appears: down from saddles on both sides, up from
 *       minima along every eigenvector of the Hessian and toward neighbouring minima, up to maxima.
 *   <li>A degenerate zero is followed along its null directions: a curve or surface of zeros is one
 *       component, represented by points along it.
 *   <li>In up to three variables, interval branch and bound proves that no zero was missed, and
 *       adds those that were.
 *   <li>Kind and index of each component: by the Hessian's signs, or by f itself where these do not
 *       decide; the local degree of ∇f about each.
 *   <li>The sum of the local degrees against the degree of ∇f on the domain's boundary; if they
 *       differ, the search goes on for a while.
 *   <li>More components than the graph takes are cut to the lowest minima and the saddles that join
 *       them; the rest is put in order and named.
 * </ol>
 */
@NullMarked
package org.longrun.critical;

import org.jspecify.annotations.NullMarked;
