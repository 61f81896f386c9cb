package org.longrun.numerics.formula;

import java.util.Arrays;

/** Copies what some roots need into a fresh graph, small integer powers written as products. */
final class PowerExpansion {
  private final ExpressionGraph source;
  private final ExpressionGraph target = new ExpressionGraph(false, Integer.MAX_VALUE);
  private final int[] image;

  PowerExpansion(ExpressionGraph source, int[] roots) {
    this.source = source;
    image = new int[source.size()];
    Arrays.fill(image, Node.NONE);
    boolean[] needed = needed(source, roots);
    for (int k = 0; k < needed.length; k++) {
      if (needed[k]) {
        image[k] = copy(source.node(k));
      }
    }
  }

  ExpressionGraph graph() {
    return target;
  }

  /** The copies of these nodes. */
  int[] images(int[] roots) {
    return Arrays.stream(roots).map(k -> image[k]).toArray();
  }

  /** For each node whether a root depends on it. */
  static boolean[] needed(ExpressionGraph graph, int[] roots) {
    boolean[] needed = new boolean[graph.size()];
    for (int root : roots) {
      needed[root] = true;
    }
    for (int k = needed.length - 1; k >= 0; k--) {
      if (needed[k]) {
        Node node = graph.node(k);
        for (int i = 0; i < node.arity(); i++) {
          needed[node.operand(i)] = true;
        }
      }
    }
    return needed;
  }

  private int copy(Node node) {
    return switch (node.operation()) {
      case CONSTANT, INPUT -> target.intern(node);
      case INTEGER_POWER -> power(image[node.a()], node.b());
      default ->
          target.intern(
              new Node(
                  node.operation(),
                  image[node.a()],
                  node.arity() > 1 ? image[node.b()] : Node.NONE,
                  node.arity() > 2 ? image[node.c()] : Node.NONE,
                  0));
    };
  }

  private int power(int a, int n) {
    if (Math.abs(n) > ExpressionGraph.LARGEST_CHAIN) {
      return target.intern(Node.of(Operation.POWER, a, target.constant(n)));
    }
    int product = chain(a, Math.abs(n));
    return n > 0 ? product : target.intern(Node.of(Operation.DIVIDE, target.constant(1), product));
  }

  private int chain(int a, int n) {
    if (n == 1) {
      return a;
    }
    int left = n % 2 == 0 ? chain(a, n / 2) : chain(a, n - 1);
    return target.intern(Node.of(Operation.MULTIPLY, left, n % 2 == 0 ? left : a));
  }
}
