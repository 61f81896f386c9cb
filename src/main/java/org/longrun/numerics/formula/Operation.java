package org.longrun.numerics.formula;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a node of an {@link ExpressionGraph} computes from its operands a, b, c.
 *
 * <p>The unary operations carry their Java source, with # for the operand, and their value.
 */
enum Operation {
  /** A number. */
  CONSTANT,
  /** The input whose number is a. */
  INPUT,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  /** a^b for nodes a, b. */
  POWER,
  /** a^b for a node a and the integer b itself. */
  INTEGER_POWER,
  MIN,
  MAX,
  /** b where a ≤ 0, else c. */
  SELECT,
  NEGATE("(-#)", a -> -a),
  SQRT("Math.sqrt(#)", Math::sqrt),
  EXP("Math.exp(#)", Math::exp),
  LOG("Math.log(#)", Math::log),
  SIN("Math.sin(#)", Math::sin),
  COS("Math.cos(#)", Math::cos),
  TAN("Math.tan(#)", Math::tan),
  ASIN("Math.asin(#)", Math::asin),
  ACOS("Math.acos(#)", Math::acos),
  ATAN("Math.atan(#)", Math::atan),
  SINH("Math.sinh(#)", Math::sinh),
  COSH("Math.cosh(#)", Math::cosh),
  TANH("Math.tanh(#)", Math::tanh),
  ABS("Math.abs(#)", Math::abs),
  SIGMOID("Functions.sigmoid(#)", Functions::sigmoid),
  SOFTPLUS("Functions.softplus(#)", Functions::softplus),
  RELU("Functions.relu(#)", Functions::relu),
  /** −1, 0, 1: the derivative of abs, 0 at the kink. */
  SIGN("Math.signum(#)", Math::signum),
  /** 1 where a &gt; 0, else 0: the derivative of relu. */
  STEP("Functions.step(#)", Functions::step),
  /** The derivative of a jump at a = 0: 0 elsewhere, unbounded where a box holds the jump. */
  KINK("0.0", a -> 0);

  final @Nullable String source;
  private final @Nullable DoubleUnaryOperator function;

  Operation() {
    source = null;
    function = null;
  }

  Operation(String source, DoubleUnaryOperator function) {
    this.source = source;
    this.function = function;
  }

  boolean isUnary() {
    return function != null;
  }

  /** The value of a unary operation. */
  double apply(double a) {
    if (function == null) {
      throw new IllegalStateException(this + " is not unary");
    }
    return function.applyAsDouble(a);
  }
}
