package org.longrun.numerics.formula;

import java.util.Arrays;

/**
 * Exact derivatives of a graph's nodes, by reverse-mode differentiation of the graph into itself
 * (Griewank and Walther 2008, section 3.2). At kinks the derivatives are one-sided: abs′(0) = 0,
 * relu′(0) = 0, min and max take the first argument's.
 */
final class Differentiator {
  private final ExpressionGraph graph;
  private int[] adjoint = new int[0];

  Differentiator(ExpressionGraph graph) {
    this.graph = graph;
  }

  /** The nodes of ∂root/∂input_k for the inputs k = 0 … count − 1. */
  int[] gradient(int root, int count) {
    adjoint = new int[root + 1];
    Arrays.fill(adjoint, Node.NONE);
    adjoint[root] = graph.constant(1);
    int[] gradient = new int[count];
    Arrays.fill(gradient, graph.constant(0));
    for (int k = root; k >= 0; k--) {
      if (adjoint[k] != Node.NONE) {
        visit(k, gradient);
      }
    }
    return gradient;
  }

  /** The nodes of the lower triangle of the Hessian, row by row, from the gradient's nodes. */
  int[][] hessian(int[] gradient) {
    int[][] rows = new int[gradient.length][];
    for (int i = 0; i < gradient.length; i++) {
      rows[i] = gradient(gradient[i], i + 1);
    }
    return rows;
  }

  /** The nodes of ∇²f·v, where input {@code first + k} stands for v_k. */
  int[] hessianVector(int[] gradient, int first) {
    int slope = graph.constant(0);
    for (int k = 0; k < gradient.length; k++) {
      slope = graph.add(slope, graph.multiply(gradient[k], graph.input(first + k)));
    }
    return gradient(slope, gradient.length);
  }

  private void visit(int k, int[] gradient) {
    Node node = graph.node(k);
    if (node.operation() == Operation.INPUT) {
      if (node.a() < gradient.length) {
        gradient[node.a()] = adjoint[k];
      }
    } else if (!node.isConstant()) {
      propagate(k, node, adjoint[k]);
    }
  }

  private void propagate(int k, Node node, int seed) {
    int a = node.a();
    int b = node.b();
    switch (node.operation()) {
      case ADD -> {
        accumulate(a, seed);
        accumulate(b, seed);
      }
      case SUBTRACT -> {
        accumulate(a, seed);
        accumulate(b, graph.negate(seed));
      }
      case MULTIPLY -> {
        accumulate(a, graph.multiply(seed, b));
        accumulate(b, graph.multiply(seed, a));
      }
      case DIVIDE -> {
        accumulate(a, graph.divide(seed, b));
        if (!graph.node(b).isConstant()) {
          accumulate(b, graph.negate(graph.divide(graph.multiply(seed, k), b)));
        }
      }
      case POWER -> power(k, node, seed);
      case MIN -> choice(graph.subtract(a, b), node, seed);
      case MAX -> choice(graph.subtract(b, a), node, seed);
      case SELECT -> select(node, seed);
      default -> accumulate(a, graph.multiply(seed, slope(k, node)));
    }
  }

  private void power(int k, Node node, int seed) {
    int lessOne = graph.subtract(node.b(), graph.constant(1));
    int inBase = graph.multiply(node.b(), graph.power(node.a(), lessOne));
    accumulate(node.a(), graph.multiply(seed, inBase));
    if (!graph.node(node.b()).isConstant()) {
      int inExponent = graph.multiply(k, graph.unary(Operation.LOG, node.a()));
      accumulate(node.b(), graph.multiply(seed, inExponent));
    }
  }

  /** The minimum or maximum: the first operand where the difference is not positive. */
  private void choice(int difference, Node node, int seed) {
    int zero = graph.constant(0);
    accumulate(node.a(), graph.select(difference, seed, zero));
    accumulate(node.b(), graph.select(difference, zero, seed));
  }

  private void select(Node node, int seed) {
    int zero = graph.constant(0);
    accumulate(node.b(), graph.select(node.a(), seed, zero));
    accumulate(node.c(), graph.select(node.a(), zero, seed));
    int jump = graph.subtract(node.c(), node.b());
    int kink = graph.unary(Operation.KINK, node.a());
    accumulate(node.a(), graph.multiply(graph.multiply(seed, jump), kink));
  }

  /** The derivative of the unary operation k in its operand. */
  private int slope(int k, Node node) {
    int a = node.a();
    return switch (node.operation()) {
      case NEGATE -> graph.constant(-1);
      case INTEGER_POWER ->
          graph.multiply(graph.constant(node.b()), graph.integerPower(a, node.b() - 1));
      case SQRT -> graph.divide(graph.constant(0.5), k);
      case EXP -> k;
      case LOG -> graph.divide(graph.constant(1), a);
      case SIN -> graph.unary(Operation.COS, a);
      case COS -> graph.negate(graph.unary(Operation.SIN, a));
      case TAN -> graph.add(graph.constant(1), graph.integerPower(k, 2));
      case ASIN -> graph.divide(graph.constant(1), arc(a));
      case ACOS -> graph.divide(graph.constant(-1), arc(a));
      case ATAN ->
          graph.divide(graph.constant(1), graph.add(graph.constant(1), graph.integerPower(a, 2)));
      case SINH -> graph.unary(Operation.COSH, a);
      case COSH -> graph.unary(Operation.SINH, a);
      case TANH -> graph.subtract(graph.constant(1), graph.integerPower(k, 2));
      case ABS -> graph.unary(Operation.SIGN, a);
      case SIGMOID -> graph.multiply(k, graph.unary(Operation.SIGMOID, graph.negate(a)));
      case SOFTPLUS -> graph.unary(Operation.SIGMOID, a);
      case RELU -> graph.unary(Operation.STEP, a);
      case SIGN -> graph.multiply(graph.constant(2), graph.unary(Operation.KINK, a));
      case STEP -> graph.unary(Operation.KINK, a);
      case KINK -> graph.unary(Operation.KINK, a);
      default -> throw new IllegalStateException("no derivative of " + node.operation());
    };
  }

  private int arc(int a) {
    return graph.unary(Operation.SQRT, graph.subtract(graph.constant(1), graph.integerPower(a, 2)));
  }

  private void accumulate(int k, int contribution) {
    if (graph.isZero(contribution) || graph.node(k).isConstant()) {
      return;
    }
    adjoint[k] = adjoint[k] == Node.NONE ? contribution : graph.add(adjoint[k], contribution);
  }
}
