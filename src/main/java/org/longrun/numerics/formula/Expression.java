package org.longrun.numerics.formula;

import java.util.List;

/**
 * A formula as a tree. Chains of + and −, of * and /, are one node each, so the tree is no deeper
 * than the formula is nested.
 */
sealed interface Expression {
  /** Where it begins in the formula, counted from 0. */
  int position();

  /** A number as written. */
  record Literal(int position, double value) implements Expression {}

  /** A variable, parameter, column or constant. */
  record Name(int position, String name) implements Expression {}

  /** x[i]. */
  record Indexed(int position, String name, Expression index) implements Expression {}

  /** The sum of the terms, each negated or not. */
  record Sum(int position, List<Operand> terms) implements Expression {}

  /** The product of the factors, each a divisor or not. */
  record Product(int position, List<Operand> factors) implements Expression {}

  /** −operand. */
  record Negation(int position, Expression operand) implements Expression {}

  /** base^exponent. */
  record Power(int position, Expression base, Expression exponent) implements Expression {}

  /** name(arguments). */
  record Call(int position, String name, List<Expression> arguments) implements Expression {}

  /**
   * A term or factor.
   *
   * @param inverse whether it is subtracted or divided by
   * @param expression what
   */
  record Operand(boolean inverse, Expression expression) {}
}
