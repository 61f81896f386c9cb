package org.longrun.numerics.formula;

/**
 * The functions of formulas that {@link Math} has not, without overflow; compiled code calls them.
 */
final class Functions {
  private Functions() {}

  /** 1/(1 + exp(−a)). */
  static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  /** log(1 + exp(a)). */
  static double softplus(double a) {
    return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
  }

  /** max(a, 0), NaN for NaN. */
  static double relu(double a) {
    return a < 0 ? 0 : a;
  }

  /** 1 where a is positive, else 0. */
  static double step(double a) {
    return a > 0 ? 1 : 0;
  }

  /** a^n by repeated squaring for small n, as the compiled code has it. */
  static double power(double a, int n) {
    if (Math.abs((long) n) > ExpressionGraph.LARGEST_CHAIN) {
      return Math.pow(a, n);
    }
    double result = chain(a, Math.abs(n));
    return n < 0 ? 1 / result : result;
  }

  private static double chain(double a, int n) {
    if (n == 0) {
      return 1;
    }
    if (n % 2 == 1) {
      return n == 1 ? a : chain(a, n - 1) * a;
    }
    double half = chain(a, n / 2);
    return half * half;
  }
}
