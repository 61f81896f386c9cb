package org.longrun.numerics.formula;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * slope·u + offset: what an expression is in one of its inputs, found on the expression itself and
 * not by trying values of u. An expression that is affine only after a transformation which the
 * rules below do not know, such as (u² + u)/u, is not recognised.
 *
 * @param slope the factor of u
 * @param offset the value at u = 0
 */
public record AffineForm(double slope, double offset) {
  /** The affine form of a node in one input, if sums, multiples and quotients show that it is. */
  static Optional<AffineForm> of(ExpressionGraph graph, int root, int input) {
    AffineForm[] forms = new AffineForm[root + 1];
    for (int k = 0; k <= root; k++) {
      forms[k] = of(graph.node(k), input, forms);
    }
    return Optional.ofNullable(forms[root]);
  }

  private static @Nullable AffineForm of(Node node, int input, @Nullable AffineForm[] forms) {
    if (node.isConstant()) {
      return new AffineForm(0, node.value());
    }
    if (node.operation() == Operation.INPUT) {
      return node.a() == input ? new AffineForm(1, 0) : null;
    }
    AffineForm a = forms[node.a()];
    AffineForm b = node.arity() > 1 ? forms[node.b()] : new AffineForm(0, 0);
    if (a == null || b == null || node.arity() > 2) {
      return null;
    }
    return switch (node.operation()) {
      case ADD -> new AffineForm(a.slope + b.slope, a.offset + b.offset);
      case SUBTRACT -> new AffineForm(a.slope - b.slope, a.offset - b.offset);
      case NEGATE -> new AffineForm(-a.slope, -a.offset);
      case MULTIPLY -> a.slope == 0 ? b.times(a.offset) : b.slope == 0 ? a.times(b.offset) : null;
      case DIVIDE -> b.slope == 0 ? new AffineForm(a.slope / b.offset, a.offset / b.offset) : null;
      default -> null;
    };
  }

  private AffineForm times(double factor) {
    return new AffineForm(factor * slope, factor * offset);
  }
}
