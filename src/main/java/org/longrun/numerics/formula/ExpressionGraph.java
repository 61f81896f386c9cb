package org.longrun.numerics.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression as a graph without cycles in which no subexpression occurs twice. Nodes are
 * numbered; operands come before what uses them. Building a node simplifies it: constants are
 * folded, neutral elements dropped, products of powers merged.
 */
final class ExpressionGraph {
  /** Integer powers up to this exponent are products; beyond, calls of the power function. */
  static final int LARGEST_CHAIN = 64;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final boolean kinks;
  private final int limit;

  /**
   * An empty graph.
   *
   * @param kinks whether the derivative of a jump is kept as a node of its own (for enclosures) or
   *     taken as 0
   * @param limit the most nodes
   */
  ExpressionGraph(boolean kinks, int limit) {
    this.kinks = kinks;
    this.limit = limit;
  }

  int size() {
    return nodes.size();
  }

  Node node(int k) {
    return nodes.get(k);
  }

  boolean isZero(int k) {
    return isConstant(k, 0);
  }

  int constant(double value) {
    return intern(Node.constant(value));
  }

  int input(int k) {
    return intern(Node.of(Operation.INPUT, k));
  }

  /** The number of this very node, without simplification. */
  int intern(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    if (nodes.size() >= limit) {
      throw new GraphTooLargeException(limit);
    }
    nodes.add(node);
    numbers.put(node, nodes.size() - 1);
    return nodes.size() - 1;
  }

  int add(int a, int b) {
    if (bothConstant(a, b)) {
      return constant(value(a) + value(b));
    }
    if (isZero(a) || isZero(b)) {
      return isZero(a) ? b : a;
    }
    if (a == b) {
      return multiply(constant(2), a);
    }
    if (isNegation(b)) {
      return subtract(a, node(b).a());
    }
    return isNegation(a) ? subtract(b, node(a).a()) : commutative(Operation.ADD, a, b);
  }

  int subtract(int a, int b) {
    if (bothConstant(a, b)) {
      return constant(value(a) - value(b));
    }
    if (isZero(b)) {
      return a;
    }
    if (isZero(a)) {
      return negate(b);
    }
    if (a == b) {
      return constant(0);
    }
    return isNegation(b) ? add(a, node(b).a()) : intern(Node.of(Operation.SUBTRACT, a, b));
  }

  int negate(int a) {
    Node node = node(a);
    return switch (node.operation()) {
      case CONSTANT -> constant(-node.value());
      case NEGATE -> node.a();
      case SUBTRACT -> subtract(node.b(), node.a());
      default -> intern(Node.of(Operation.NEGATE, a));
    };
  }

  int multiply(int a, int b) {
    if (bothConstant(a, b)) {
      return constant(value(a) * value(b));
    }
    if (node(b).isConstant()) {
      return scale(value(b), a);
    }
    if (node(a).isConstant()) {
      return scale(value(a), b);
    }
    if (isNegation(a)) {
      return negate(multiply(node(a).a(), b));
    }
    if (isNegation(b)) {
      return negate(multiply(a, node(b).a()));
    }
    return base(a) == base(b) && exponent(a) > 0 && exponent(b) > 0
        ? integerPower(base(a), exponent(a) + exponent(b))
        : commutative(Operation.MULTIPLY, a, b);
  }

  private int scale(double factor, int a) {
    Node node = node(a);
    if (factor == 0) {
      return constant(0);
    }
    if (factor == 1) {
      return a;
    }
    if (factor == -1) {
      return negate(a);
    }
    if (node.operation() == Operation.NEGATE) {
      return scale(-factor, node.a());
    }
    if (node.operation() == Operation.MULTIPLY && node(node.a()).isConstant()) {
      return scale(factor * value(node.a()), node.b());
    }
    return intern(Node.of(Operation.MULTIPLY, constant(factor), a));
  }

  int divide(int a, int b) {
    if (bothConstant(a, b)) {
      return constant(value(a) / value(b));
    }
    if (isZero(a) || isConstant(b, 1)) {
      return a;
    }
    return isNegation(a) ? negate(divide(node(a).a(), b)) : intern(Node.of(Operation.DIVIDE, a, b));
  }

  int power(int a, int b) {
    if (bothConstant(a, b)) {
      return constant(Math.pow(value(a), value(b)));
    }
    if (node(b).isConstant()) {
      double exponent = value(b);
      if (exponent == Math.rint(exponent) && Math.abs(exponent) < 1 << 20) {
        return integerPower(a, (int) exponent);
      }
      if (exponent == 0.5) {
        return unary(Operation.SQRT, a);
      }
    }
    return intern(Node.of(Operation.POWER, a, b));
  }

  int integerPower(int a, int n) {
    if (n == 0) {
      return constant(1);
    }
    if (n == 1) {
      return a;
    }
    if (node(a).isConstant()) {
      return constant(Functions.power(value(a), n));
    }
    if (isNegation(a)) {
      int positive = integerPower(node(a).a(), n);
      return n % 2 == 0 ? positive : negate(positive);
    }
    long product = (long) exponent(a) * n;
    return exponent(a) != 1 && Math.abs(product) < 1 << 20
        ? integerPower(base(a), (int) product)
        : intern(Node.of(Operation.INTEGER_POWER, a, n));
  }

  int unary(Operation operation, int a) {
    if (operation == Operation.NEGATE) {
      return negate(a);
    }
    if (operation == Operation.KINK && !kinks) {
      return constant(0);
    }
    return node(a).isConstant() && operation != Operation.KINK
        ? constant(operation.apply(value(a)))
        : intern(Node.of(operation, a));
  }

  int min(int a, int b) {
    return bothConstant(a, b)
        ? constant(Math.min(value(a), value(b)))
        : intern(Node.of(Operation.MIN, a, b));
  }

  int max(int a, int b) {
    return bothConstant(a, b)
        ? constant(Math.max(value(a), value(b)))
        : intern(Node.of(Operation.MAX, a, b));
  }

  /** b where a ≤ 0, else c. */
  int select(int a, int b, int c) {
    if (b == c) {
      return b;
    }
    if (node(a).isConstant()) {
      return value(a) <= 0 ? b : c;
    }
    return intern(new Node(Operation.SELECT, a, b, c, 0));
  }

  private int commutative(Operation operation, int a, int b) {
    return intern(Node.of(operation, Math.min(a, b), Math.max(a, b)));
  }

  private int base(int a) {
    return node(a).operation() == Operation.INTEGER_POWER ? node(a).a() : a;
  }

  private int exponent(int a) {
    return node(a).operation() == Operation.INTEGER_POWER ? node(a).b() : 1;
  }

  private double value(int a) {
    return node(a).value();
  }

  private boolean isConstant(int a, double value) {
    return node(a).isConstant() && node(a).value() == value;
  }

  private boolean bothConstant(int a, int b) {
    return node(a).isConstant() && node(b).isConstant();
  }

  private boolean isNegation(int a) {
    return node(a).operation() == Operation.NEGATE;
  }
}
