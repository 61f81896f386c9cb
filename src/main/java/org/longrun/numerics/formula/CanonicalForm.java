package org.longrun.numerics.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula's graph with signs pulled out and the operands of sums and products in one order, after
 * its variables were exchanged and turned round: two formulas of one canonical form are equal
 * wherever they are defined. Nothing is said of those whose forms differ.
 */
final class CanonicalForm {
  /** A value ± what the key with this number stands for. */
  record Signed(int sign, int key) {
    Signed negated() {
      return new Signed(-sign, key);
    }
  }

  /** An operand of a flattened sum or product; marked if it is subtracted or divided by. */
  private record Part(int key, boolean marked) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      int order = Integer.compare(key, other.key);
      return order != 0 ? order : Boolean.compare(marked, other.marked);
    }
  }

  private final ExpressionGraph graph;
  private final Map<List<Object>, Integer> keys = new HashMap<>();
  private final Map<Integer, List<Part>> sums = new HashMap<>();
  private final Map<Integer, List<Part>> products = new HashMap<>();

  CanonicalForm(ExpressionGraph graph) {
    this.graph = graph;
  }

  /**
   * The canonical form of f(y), y_k = sign_k · x_{source_k}. Inputs beyond the arrays stay as they
   * are.
   */
  Signed of(int root, int[] source, int[] sign) {
    List<Signed> forms = new ArrayList<>();
    for (int k = 0; k <= root; k++) {
      forms.add(form(graph.node(k), forms, source, sign));
    }
    return forms.get(root);
  }

  private Signed form(Node node, List<Signed> forms, int[] source, int[] sign) {
    Signed a = node.arity() > 0 ? forms.get(node.a()) : null;
    Signed b = node.arity() > 1 ? forms.get(node.b()) : null;
    if (a == null) {
      return leaf(node, source, sign);
    }
    if (b == null) {
      return unary(node, a);
    }
    return switch (node.operation()) {
      case ADD -> sum(a, b);
      case SUBTRACT -> sum(a, b.negated());
      case MULTIPLY -> product(a, b, false);
      case DIVIDE -> product(a, b, true);
      case MIN, MAX -> unordered(node.operation(), a, b);
      case SELECT -> plain(List.of(node.operation(), a, b, forms.get(node.c())));
      default -> plain(List.of(node.operation(), a, b));
    };
  }

  private Signed leaf(Node node, int[] source, int[] sign) {
    if (node.isConstant()) {
      double value = node.value();
      return new Signed(value < 0 ? -1 : 1, key(List.of(Operation.CONSTANT, Math.abs(value))));
    }
    int input = node.a();
    boolean moved = input < source.length;
    return new Signed(
        moved ? sign[input] : 1, key(List.of(Operation.INPUT, moved ? source[input] : input)));
  }

  private Signed unary(Node node, Signed a) {
    return switch (node.operation()) {
      case NEGATE -> a.negated();
      case COS, COSH, ABS -> plain(List.of(node.operation(), a.key()));
      case SIN, TAN, ASIN, ATAN, SINH, TANH, SIGN ->
          new Signed(a.sign(), key(List.of(node.operation(), a.key())));
      case INTEGER_POWER ->
          new Signed(
              node.b() % 2 == 0 ? 1 : a.sign(), key(List.of(node.operation(), a.key(), node.b())));
      default -> plain(List.of(node.operation(), a));
    };
  }

  private Signed sum(Signed a, Signed b) {
    List<Part> parts = new ArrayList<>();
    addTerms(a, parts);
    addTerms(b, parts);
    parts.sort(null);
    boolean turned = parts.get(0).marked();
    if (turned) {
      parts.replaceAll(part -> new Part(part.key(), !part.marked()));
      parts.sort(null);
    }
    int key = key(List.of(Operation.ADD, parts));
    sums.putIfAbsent(key, List.copyOf(parts));
    return new Signed(turned ? -1 : 1, key);
  }

  private void addTerms(Signed term, List<Part> out) {
    boolean minus = term.sign() < 0;
    List<Part> inner = sums.getOrDefault(term.key(), List.of(new Part(term.key(), false)));
    inner.forEach(part -> out.add(new Part(part.key(), part.marked() != minus)));
  }

  private Signed product(Signed a, Signed b, boolean divided) {
    List<Part> parts = new ArrayList<>();
    addFactors(a, false, parts);
    addFactors(b, divided, parts);
    parts.sort(null);
    int key = key(List.of(Operation.MULTIPLY, parts));
    products.putIfAbsent(key, List.copyOf(parts));
    return new Signed(a.sign() * b.sign(), key);
  }

  private void addFactors(Signed factor, boolean divided, List<Part> out) {
    List<Part> inner = products.getOrDefault(factor.key(), List.of(new Part(factor.key(), false)));
    inner.forEach(part -> out.add(new Part(part.key(), part.marked() != divided)));
  }

  private Signed unordered(Operation operation, Signed a, Signed b) {
    boolean first = a.key() < b.key() || a.key() == b.key() && a.sign() <= b.sign();
    return plain(List.of(operation, first ? a : b, first ? b : a));
  }

  private Signed plain(List<Object> content) {
    return new Signed(1, key(content));
  }

  private int key(List<Object> content) {
    return keys.computeIfAbsent(content, fresh -> keys.size());
  }
}
