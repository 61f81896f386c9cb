package org.longrun.numerics.formula;

/**
 * A node of an {@link ExpressionGraph}; equal nodes are one node.
 *
 * @param operation what it computes
 * @param a the first operand, or the input's number
 * @param b the second operand, or the exponent of an integer power
 * @param c the third operand
 * @param value the number of a constant
 */
record Node(Operation operation, int a, int b, int c, double value) {
  static final int NONE = -1;

  static Node constant(double value) {
    return new Node(Operation.CONSTANT, NONE, NONE, NONE, value == 0 ? 0 : value);
  }

  static Node of(Operation operation, int a) {
    return new Node(operation, a, NONE, NONE, 0);
  }

  static Node of(Operation operation, int a, int b) {
    return new Node(operation, a, b, NONE, 0);
  }

  boolean isConstant() {
    return operation == Operation.CONSTANT;
  }

  /** The number of operands that are nodes. */
  int arity() {
    return switch (operation) {
      case CONSTANT, INPUT -> 0;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN, MAX -> 2;
      case SELECT -> 3;
      default -> 1;
    };
  }

  /** The k-th operand that is a node. */
  int operand(int k) {
    return k == 0 ? a : k == 1 ? b : c;
  }
}
