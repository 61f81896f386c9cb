package org.longrun.numerics.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula by recursive descent:
 *
 * <pre>
 * sum     = product { (+|-) product }
 * product = unary { (*|/) unary }
 * unary   = (+|-) unary | power
 * power   = primary [ ^ unary ]
 * primary = number | name | name [ sum ] | name ( sum , … ) | ( sum )
 * </pre>
 *
 * <p>{@code -x^2} is −(x²) and {@code a^b^c} is a^(b^c). Nesting beyond {@link #DEEPEST} is
 * refused, so no formula exhausts the stack.
 */
final class Parser {
  /** The deepest nesting of parentheses, calls, signs and exponents. */
  static final int DEEPEST = 500;

  private final Lexer lexer;
  private Token token;
  private int depth;

  private Parser(String text) {
    lexer = new Lexer(text);
    token = lexer.read();
  }

  /**
   * Reads a whole formula.
   *
   * @throws FormulaException if it is none
   */
  static Expression parse(String text) {
    Parser parser = new Parser(text);
    if (parser.token.kind() == Token.Kind.END) {
      throw new FormulaException(0, "the formula is empty; write a number or an expression");
    }
    Expression expression = parser.sum();
    parser.end();
    return expression;
  }

  private void end() {
    switch (token.kind()) {
      case END -> {}
      case SYMBOL ->
          throw new FormulaException(
              token.position(),
              token.is(")") || token.is("]")
                  ? token.shown() + " closes nothing; remove it or open it before"
                  : token.shown() + " is out of place here");
      default ->
          throw new FormulaException(
              token.position(),
              "an operator is missing before " + token.shown() + "; write * for a product");
    }
  }

  private Expression sum() {
    int position = token.position();
    Expression first = product();
    if (!token.is("+") && !token.is("-")) {
      return first;
    }
    List<Expression.Operand> terms = new ArrayList<>();
    terms.add(new Expression.Operand(false, first));
    while (token.is("+") || token.is("-")) {
      boolean inverse = next().is("-");
      terms.add(new Expression.Operand(inverse, product()));
    }
    return new Expression.Sum(position, terms);
  }

  private Expression product() {
    int position = token.position();
    Expression first = unary();
    if (!token.is("*") && !token.is("/")) {
      return first;
    }
    List<Expression.Operand> factors = new ArrayList<>();
    factors.add(new Expression.Operand(false, first));
    while (token.is("*") || token.is("/")) {
      boolean inverse = next().is("/");
      factors.add(new Expression.Operand(inverse, unary()));
    }
    return new Expression.Product(position, factors);
  }

  private Expression unary() {
    if (!token.is("+") && !token.is("-")) {
      return power();
    }
    Token sign = next();
    deeper(sign);
    Expression operand = unary();
    depth--;
    return sign.is("-") ? new Expression.Negation(sign.position(), operand) : operand;
  }

  private Expression power() {
    Expression base = primary();
    if (!token.is("^")) {
      return base;
    }
    deeper(next());
    Expression exponent = unary();
    depth--;
    return new Expression.Power(base.position(), base, exponent);
  }

  private Expression primary() {
    Token first = next();
    if (first.kind() == Token.Kind.NUMBER) {
      return literal(first);
    }
    if (first.kind() == Token.Kind.NAME) {
      return named(first);
    }
    if (first.is("(")) {
      return parenthesised(first);
    }
    throw new FormulaException(
        first.position(), "a number, a name or '(' is missing before " + first.shown());
  }

  private static Expression literal(Token number) {
    double value = Double.parseDouble(number.text());
    if (Double.isInfinite(value)) {
      throw new FormulaException(
          number.position(), number.text() + " is too large; numbers go up to 1.79e308");
    }
    return new Expression.Literal(number.position(), value);
  }

  private Expression named(Token name) {
    if (token.is("[")) {
      Token open = next();
      deeper(open);
      Expression index = sum();
      close(open, "]");
      return new Expression.Indexed(name.position(), name.text(), index);
    }
    return token.is("(") ? call(name) : new Expression.Name(name.position(), name.text());
  }

  private Expression call(Token name) {
    Token open = next();
    deeper(open);
    List<Expression> arguments = new ArrayList<>();
    if (!token.is(")")) {
      arguments.add(sum());
      while (token.is(",")) {
        next();
        arguments.add(sum());
      }
    }
    close(open, ")");
    return new Expression.Call(name.position(), name.text(), arguments);
  }

  private Expression parenthesised(Token open) {
    deeper(open);
    Expression inside = sum();
    close(open, ")");
    return inside;
  }

  private void close(Token open, String symbol) {
    depth--;
    if (token.kind() == Token.Kind.END) {
      throw new FormulaException(
          open.position(), "'" + open.text() + "' is never closed; add '" + symbol + "'");
    }
    if (!token.is(symbol)) {
      throw new FormulaException(
          token.position(), "an operator or '" + symbol + "' is missing before " + token.shown());
    }
    next();
  }

  private void deeper(Token at) {
    if (++depth > DEEPEST) {
      throw new FormulaException(
          at.position(),
          "the formula is nested more than " + DEEPEST + " deep; split it or write it flatter");
    }
  }

  private Token next() {
    Token current = token;
    token = current.kind() == Token.Kind.END ? current : lexer.read();
    return current;
  }
}
