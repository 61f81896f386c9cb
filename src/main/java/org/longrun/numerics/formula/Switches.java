package org.longrun.numerics.formula;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The functions at whose changes of sign a formula may not be differentiable: u of {@code abs(u)}
 * and {@code relu(u)}, u − v of {@code min(u, v)} and {@code max(u, v)}.
 */
public final class Switches {
  private final ExpressionGraph graph;
  private final int[] nodes;

  private Switches(ExpressionGraph graph, int[] nodes) {
    this.graph = graph;
    this.nodes = nodes;
  }

  static Switches of(ExpressionGraph graph, int root) {
    boolean[] needed = PowerExpansion.needed(graph, new int[] {root});
    Set<Integer> found = new LinkedHashSet<>();
    for (int k = 0; k <= root; k++) {
      Node node = graph.node(k);
      if (needed[k]) {
        switch (node.operation()) {
          case ABS, RELU, SELECT -> found.add(node.a());
          case MIN, MAX -> found.add(graph.subtract(node.a(), node.b()));
          default -> {}
        }
      }
    }
    return new Switches(graph, found.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The number of functions; 0 for a formula that is smooth wherever it is defined. */
  public int size() {
    return nodes.length;
  }

  /** Their values at x. */
  public double[] at(double[] x) {
    double[] values = new double[graph.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = value(graph.node(k), values, x);
    }
    double[] out = new double[nodes.length];
    for (int n = 0; n < out.length; n++) {
      out[n] = values[nodes[n]];
    }
    return out;
  }

  private static double value(Node node, double[] values, double[] x) {
    double a = node.arity() > 0 ? values[node.a()] : 0;
    double b = node.arity() > 1 ? values[node.b()] : 0;
    return switch (node.operation()) {
      case CONSTANT -> node.value();
      case INPUT -> x[node.a()];
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case INTEGER_POWER -> Functions.power(a, node.b());
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case SELECT -> a <= 0 ? b : values[node.c()];
      default -> node.operation().apply(a);
    };
  }
}
