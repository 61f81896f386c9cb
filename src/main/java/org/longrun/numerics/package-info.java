/**
 * Kernels without a word of the domain: points, intervals, dense linear algebra, quadrature,
 * Chebyshev interpolation, quasi-Newton minimisation, low-discrepancy sequences; and, in {@code
 * formula}, formulas read, differentiated, compiled and enclosed.
 *
 * <p>The only package that sees Commons Math.
 */
@NullMarked
package org.longrun.numerics;

import org.jspecify.annotations.NullMarked;
