package org.longrun.numerics.formula;

/** Compiled code for one number. */
interface ScalarKernel {
  /**
   * The number.
   *
   * @param x the variables (and behind them the direction, where there is one)
   * @param row data fields, from position {@code offset} on
   */
  double evaluate(double[] x, double[] row, int offset);
}
