package org.longrun.numerics.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.longrun.numerics.IntervalBank;

/** Nodes of a graph, evaluated over boxes with outward rounding. */
final class IntervalTape {
  private final Node[] steps;
  private final int[] roots;

  /** Prepares the evaluation of these nodes. */
  IntervalTape(ExpressionGraph graph, int[] roots) {
    boolean[] needed = PowerExpansion.needed(graph, roots);
    int[] image = new int[needed.length];
    Arrays.fill(image, Node.NONE);
    List<Node> kept = new ArrayList<>();
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        image[k] = kept.size();
        kept.add(renumbered(graph.node(k), image));
      }
    }
    steps = kept.toArray(Node[]::new);
    this.roots = Arrays.stream(roots).map(k -> image[k]).toArray();
  }

  private static Node renumbered(Node node, int[] image) {
    int a = node.arity() > 0 ? image[node.a()] : node.a();
    int b = node.arity() > 1 ? image[node.b()] : node.b();
    int c = node.arity() > 2 ? image[node.c()] : node.c();
    return new Node(node.operation(), a, b, c, node.value());
  }

  /** The number of operations. */
  int length() {
    return steps.length;
  }

  /** Encloses the roots over the box of the inputs; interval {@link #position} k is root k's. */
  IntervalBank evaluate(double[] lower, double[] upper) {
    IntervalBank bank = new IntervalBank(steps.length);
    for (int k = 0; k < steps.length; k++) {
      step(bank, k, lower, upper);
    }
    return bank;
  }

  /** Which interval of the bank encloses root k. */
  int position(int k) {
    return roots[k];
  }

  private void step(IntervalBank bank, int k, double[] lower, double[] upper) {
    Node node = steps[k];
    int a = node.a();
    int b = node.b();
    switch (node.operation()) {
      case CONSTANT -> bank.set(k, node.value(), node.value());
      case INPUT -> bank.set(k, lower[a], upper[a]);
      case ADD -> bank.add(k, a, b);
      case SUBTRACT -> bank.subtract(k, a, b);
      case MULTIPLY -> bank.multiply(k, a, b);
      case DIVIDE -> bank.divide(k, a, b);
      case POWER -> bank.power(k, a, b);
      case INTEGER_POWER -> bank.integerPower(k, a, b);
      case MIN -> bank.min(k, a, b);
      case MAX -> bank.max(k, a, b);
      case SELECT -> select(bank, k, node);
      default -> unary(bank, k, node.operation(), a);
    }
  }

  private static void select(IntervalBank bank, int k, Node node) {
    boolean first = bank.lower(node.a()) <= 0;
    boolean second = bank.upper(node.a()) > 0;
    bank.hull(k, first ? node.b() : node.c(), second ? node.c() : node.b());
  }

  private static void unary(IntervalBank bank, int k, Operation operation, int a) {
    switch (operation) {
      case NEGATE -> bank.negate(k, a);
      case SIN -> bank.sin(k, a);
      case COS -> bank.cos(k, a);
      case TAN -> bank.tan(k, a);
      case COSH -> bank.cosh(k, a);
      case ABS -> bank.abs(k, a);
      case KINK -> kink(bank, k, a);
      case ACOS -> bank.increasing(k, acos(bank.upper(a)), acos(bank.lower(a)));
      default -> monotone(bank, k, operation, a);
    }
  }

  private static void kink(IntervalBank bank, int k, int a) {
    if (bank.lower(a) <= 0 && bank.upper(a) >= 0) {
      bank.whole(k);
    } else {
      bank.set(k, 0, 0);
    }
  }

  private static double acos(double a) {
    return Math.acos(Math.min(1, Math.max(-1, a)));
  }

  /** Increasing functions, over the part of the argument where they are defined. */
  private static void monotone(IntervalBank bank, int k, Operation operation, int a) {
    double low = bank.lower(a);
    double high = bank.upper(a);
    double from = from(operation);
    double to = operation == Operation.ASIN ? 1 : Double.POSITIVE_INFINITY;
    if (high < from || low > to) {
      bank.whole(k);
      return;
    }
    DoubleUnaryOperator f = operation::apply;
    bank.increasing(k, f.applyAsDouble(Math.max(low, from)), f.applyAsDouble(Math.min(high, to)));
    switch (operation) {
      case SQRT, EXP, SOFTPLUS, RELU -> bank.clip(k, 0, Double.POSITIVE_INFINITY);
      case SIGMOID, STEP -> bank.clip(k, 0, 1);
      case TANH, SIGN -> bank.clip(k, -1, 1);
      default -> {}
    }
  }

  private static double from(Operation operation) {
    return switch (operation) {
      case SQRT, LOG -> 0;
      case ASIN -> -1;
      default -> Double.NEGATIVE_INFINITY;
    };
  }
}
