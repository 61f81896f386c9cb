package org.longrun.numerics.formula;

import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/** A random formula in x, y, z, written and evaluated side by side. */
final class RandomFormula {
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  RandomFormula(Random random) {
    this.random = random;
  }

  String text() {
    return text.toString();
  }

  DerivativeStructure grow(int depth, double[] x) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf(x);
    }
    int kind = random.nextInt(22);
    return kind < 10 ? binary(kind % 5, depth, x) : unary(kind, depth, x);
  }

  private DerivativeStructure leaf(double[] x) {
    if (random.nextInt(4) == 0) {
      double value = Math.round(100 * random.nextDouble() + 10) / 100.0;
      text.append(String.format(Locale.ROOT, "%s", value));
      return new DerivativeStructure(3, 2, value);
    }
    int k = random.nextInt(3);
    text.append("xyz".charAt(k));
    return new DerivativeStructure(3, 2, k, x[k]);
  }

  private DerivativeStructure binary(int kind, int depth, double[] x) {
    text.append('(');
    DerivativeStructure a = grow(depth - 1, x);
    text.append(kind == 4 ? ")/(4 + (" : ")" + "+-*+".charAt(kind) + "(");
    DerivativeStructure b = grow(depth - 1, x);
    text.append(kind == 4 ? ")^2)" : ")");
    return switch (kind) {
      case 1 -> a.subtract(b);
      case 2 -> a.multiply(b);
      case 4 -> a.divide(b.multiply(b).add(4));
      default -> a.add(b);
    };
  }

  private DerivativeStructure unary(int kind, int depth, double[] x) {
    String[] shapes = {
      "sin(#)", "cos(#)", "exp(sin(#))", "log(2 + (#)^2)", "sqrt(1 + (#)^2)", "tanh(#)",
      "atan(#)", "(#)^3", "sigmoid(#)", "softplus(#)", "asin(sin(#)/2)", "abs(#)"
    };
    String[] shape = shapes[kind - 10].split("#", -1);
    text.append(shape[0]);
    DerivativeStructure a = grow(depth - 1, x);
    text.append(shape[1]);
    return switch (kind) {
      case 10 -> a.sin();
      case 11 -> a.cos();
      case 12 -> a.sin().exp();
      case 13 -> a.multiply(a).add(2).log();
      case 14 -> a.multiply(a).add(1).sqrt();
      case 15 -> a.tanh();
      case 16 -> a.atan();
      case 17 -> a.pow(3);
      case 18 -> a.negate().exp().add(1).reciprocal();
      case 19 -> a.exp().add(1).log();
      case 20 -> a.sin().divide(2).asin();
      default -> a.abs();
    };
  }
}
