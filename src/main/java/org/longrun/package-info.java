/**
 * Longrun: the long-run behaviour of constant-step SGD on a non-convex loss, from large deviations.
 *
 * <p>The question: x_{t+1} = x_t − η [∇f(x_t) + Z(x_t; ω_t)] is run for ever with a small constant
 * step η. Where do the iterates end up, and how long do they take to reach the global minimum? The
 * answer, in the order in which it is computed (and in which a report is written):
 *
 * <ol>
 *   <li>{@code critical}: the connected components K_1 … K_N of the critical set of f;
 *   <li>{@code action}: the cost B_ij of every transition K_i → K_j, with its least-action path;
 *   <li>{@code graph}: the transition graph, a digraph with weights B_ij;
 *   <li>{@code energy}: the energies E_i, least spanning in-arborescences of that graph, and with
 *       them the invariant measure μ_∞(K_i) ∝ exp(−E_i/η);
 *   <li>{@code hitting}: the exponents J(i), J(x) of the hitting times of the target, E_x[τ] ≈
 *       exp(J(x)/η);
 *   <li>{@code bound}: what closed formulas would have said, and how tight they are.
 * </ol>
 *
 * <p>Data flows one way. A stage uses only stages to its left in: numerics, arborescence,
 * landscape, noise, dynamics, critical, simulate, action, graph, energy, hitting, bound, validate,
 * analysis, report, cli.
 *
 * <p>Sources: M. Freidlin and A. Wentzell, <em>Random Perturbations of Dynamical Systems</em>,
 * chapters 4 and 6; W. Azizian, F. Iutzeler, J. Malick, P. Mertikopoulos, arXiv 2406.09241 (ICML
 * 2024) and arXiv 2503.16398 (ICML 2025).
 */
@NullMarked
package org.longrun;

import org.jspecify.annotations.NullMarked;
