package org.longrun.noise;

import org.longrun.numerics.IntervalBank;

/** Bounds of inner products of vectors that are known between bounds. */
final class IntervalProduct {
  private final IntervalBank bank = new IntervalBank(3);

  /** Takes ⟨a, b⟩ over all a and b between their bounds, a[0] ≤ a ≤ a[1] entry by entry. */
  IntervalProduct(double[][] a, double[][] b) {
    for (int k = 0; k < a[0].length; k++) {
      bank.set(1, a[0][k], a[1][k]);
      bank.set(2, b[0][k], b[1][k]);
      bank.multiply(1, 1, 2);
      bank.add(0, 0, 1);
    }
  }

  double lower() {
    return bank.lower(0);
  }

  double upper() {
    return bank.upper(0);
  }
}
