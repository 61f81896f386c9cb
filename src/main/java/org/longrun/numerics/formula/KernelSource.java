package org.longrun.numerics.formula;

import java.util.Arrays;

/**
 * Java source of a kernel: straight-line code, a local variable a node, cut into methods that stay
 * below the 8000 bytecodes beyond which HotSpot compiles nothing. What one method computes and
 * another needs travels in an array.
 */
final class KernelSource {
  /** Nodes or outputs in one method; one takes at most about 24 bytes of code. */
  static final int NODES_PER_METHOD = 300;

  private static final String ARGUMENTS = "double[] x, double[] r, int o";

  private final ExpressionGraph graph;
  private final int[] roots;
  private final int dimension;
  private final int columns;
  private final int[] method;
  private final int[] slot;
  private int methods;
  private int slots;

  /**
   * Prepares the code for the roots.
   *
   * @param dimension d, the number of variables
   * @param columns c, the number of data fields; inputs beyond d + c are the direction's entries
   */
  KernelSource(ExpressionGraph graph, int[] roots, int dimension, int columns) {
    PowerExpansion expansion = new PowerExpansion(graph, roots);
    this.graph = expansion.graph();
    this.roots = expansion.images(roots);
    this.dimension = dimension;
    this.columns = columns;
    method = new int[this.graph.size()];
    slot = new int[this.graph.size()];
    assignMethods();
    assignSlots();
  }

  private void assignMethods() {
    int count = 0;
    for (int k = 0; k < method.length; k++) {
      method[k] = count / NODES_PER_METHOD;
      count += isComputed(k) ? 1 : 0;
    }
    int least = roots.length > NODES_PER_METHOD ? 2 : 1;
    methods = Math.max(least, (count + NODES_PER_METHOD - 1) / NODES_PER_METHOD);
  }

  private void assignSlots() {
    Arrays.fill(slot, Node.NONE);
    for (int k = 0; k < method.length; k++) {
      Node node = graph.node(k);
      for (int i = 0; i < node.arity(); i++) {
        int operand = node.operand(i);
        if (method[operand] != method[k]) {
          keep(operand);
        }
      }
    }
    for (int root : methods > 1 ? roots : new int[0]) {
      keep(root);
    }
  }

  private void keep(int k) {
    if (isComputed(k) && slot[k] == Node.NONE) {
      slot[k] = slots++;
    }
  }

  private boolean isComputed(int k) {
    Operation operation = graph.node(k).operation();
    return operation != Operation.CONSTANT && operation != Operation.INPUT;
  }

  /** A class of this name that implements {@link ScalarKernel}; there is one root. */
  String scalar(String name) {
    return opening(name, "ScalarKernel")
        + "  public double evaluate("
        + ARGUMENTS
        + ") {\n"
        + calls()
        + "    return "
        + output(roots[0])
        + ";\n  }\n"
        + others()
        + "}\n";
  }

  /**
   * A class of this name that implements {@link VectorKernel}: root k goes to each of the positions
   * {@code targets[k]} of an output of {@code length} numbers, and 0 to the others.
   */
  String vector(String name, int[][] targets, int length) {
    long written = Arrays.stream(targets).mapToLong(t -> t.length).sum();
    StringBuilder code = new StringBuilder(opening(name, "VectorKernel"));
    code.append(loop(length));
    code.append("  public void evaluate(" + ARGUMENTS + ", double[] out, int q) {\n");
    code.append(calls());
    if (written < length) {
      code.append("    java.util.Arrays.fill(out, q, q + " + length + ", 0.0);\n");
    }
    return code.append(outputs(targets)).append(others()).append("}\n").toString();
  }

  /** The loop over points: in the same class, so that the compiler sees what it calls. */
  private String loop(int length) {
    return "  public void evaluateEach(double[] x, int n, double[] r, double[] out) {\n"
        + ("    double[] p = new double[" + dimension + "];\n")
        + "    for (int i = 0; i < n; i++) {\n"
        + ("      for (int k = 0; k < " + dimension + "; k++) {\n")
        + ("        p[k] = x[i * " + dimension + " + k];\n")
        + "      }\n"
        + ("      evaluate(p, r, 0, out, i * " + length + ");\n")
        + "    }\n  }\n";
  }

  private static String opening(String name, String type) {
    return "package "
        + KernelSource.class.getPackageName()
        + ";\n"
        + "final class "
        + name
        + " implements "
        + type
        + " {\n";
  }

  /** The first method's statements, or the calls of all methods where there are several. */
  private String calls() {
    if (methods <= 1) {
      return statements(0);
    }
    StringBuilder code = new StringBuilder("    double[] w = new double[" + slots + "];\n");
    for (int m = 0; m < methods; m++) {
      code.append("    m" + m + "(x, r, o, w);\n");
    }
    return code.toString();
  }

  /** The assignments of the outputs, in methods of their own beyond the first few. */
  private String outputs(int[][] targets) {
    StringBuilder inside = new StringBuilder();
    StringBuilder outside = new StringBuilder();
    StringBuilder part = new StringBuilder();
    int count = 0;
    int parts = 0;
    for (int k = 0; k < roots.length; k++) {
      for (int target : targets[k]) {
        part.append("    out[q + " + target + "] = " + output(roots[k]) + ";\n");
        if (++count % NODES_PER_METHOD == 0 && methods > 1) {
          outside.append(outputMethod(parts, part));
          inside.append("    q" + parts++ + "(x, r, o, w, out, q);\n");
          part.setLength(0);
        }
      }
    }
    return inside.append(part).append("  }\n").append(outside).toString();
  }

  private static String outputMethod(int k, StringBuilder body) {
    return "  private static void q"
        + k
        + "("
        + ARGUMENTS
        + ", double[] w, double[] out, int q) {\n"
        + body
        + "  }\n";
  }

  private String others() {
    StringBuilder code = new StringBuilder();
    for (int m = 0; m < methods && methods > 1; m++) {
      code.append("  private static void m" + m + "(" + ARGUMENTS + ", double[] w) {\n");
      code.append(statements(m)).append("  }\n");
    }
    return code.toString();
  }

  private String statements(int m) {
    StringBuilder code = new StringBuilder();
    for (int k = 0; k < method.length; k++) {
      if (method[k] == m && isComputed(k)) {
        code.append("    double t" + k + " = " + expression(k) + ";\n");
        if (slot[k] != Node.NONE) {
          code.append("    w[" + slot[k] + "] = t" + k + ";\n");
        }
      }
    }
    return code.toString();
  }

  private String expression(int k) {
    Node node = graph.node(k);
    String a = reference(node.a(), k);
    if (node.operation().source != null) {
      return node.operation().source.replace("#", a);
    }
    String b = reference(node.b(), k);
    return switch (node.operation()) {
      case ADD -> a + " + " + b;
      case SUBTRACT -> a + " - " + b;
      case MULTIPLY -> a + " * " + b;
      case DIVIDE -> a + " / " + b;
      case POWER -> "Math.pow(" + a + ", " + b + ")";
      case MIN -> "Math.min(" + a + ", " + b + ")";
      case MAX -> "Math.max(" + a + ", " + b + ")";
      case SELECT -> a + " <= 0 ? " + b + " : " + reference(node.c(), k);
      default -> throw new IllegalStateException("no source for " + node.operation());
    };
  }

  /** How the code outside the methods names node k. */
  private String output(int k) {
    return methods > 1 && isComputed(k) ? "w[" + slot[k] + "]" : reference(k, k);
  }

  /** How the code of node {@code user} names node k. */
  private String reference(int k, int user) {
    Node node = graph.node(k);
    if (node.isConstant()) {
      return literal(node.value());
    }
    if (node.operation() == Operation.INPUT) {
      return input(node.a());
    }
    return method[k] == method[user] ? "t" + k : "w[" + slot[k] + "]";
  }

  private String input(int k) {
    if (k < dimension) {
      return "x[" + k + "]";
    }
    return k < dimension + columns ? "r[o + " + (k - dimension) + "]" : "x[" + (k - columns) + "]";
  }

  private static String literal(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return value < 0 ? "(" + value + ")" : Double.toString(value);
  }
}
