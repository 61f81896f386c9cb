/**
 * Formulas in a few real variables: read, differentiated exactly, compiled, enclosed.
 *
 * <ol>
 *   <li>{@code Lexer}, {@code Parser}: text → {@code Expression}, a tree with source positions;
 *   <li>{@code Lowering}: tree → {@code ExpressionGraph}, a graph without repeated subexpressions,
 *       {@code sum} and {@code prod} written out;
 *   <li>{@code Differentiator}: reverse-mode differentiation of the graph, symbolically: gradients,
 *       Hessians, Hessian–vector products;
 *   <li>{@code KernelSource}, {@code KernelCompiler}: graph → Java source → bytecode, in methods
 *       small enough for the just-in-time compiler;
 *   <li>{@code IntervalTape}: the same graphs evaluated over boxes with outward rounding.
 * </ol>
 *
 * <p>A. Griewank, A. Walther, <em>Evaluating Derivatives</em> (2008), chapters 3 and 5; V. R.
 * Pratt, "Top down operator precedence", POPL 1973.
 */
@NullMarked
package org.longrun.numerics.formula;

import org.jspecify.annotations.NullMarked;
