package org.longrun.numerics.formula;

/** Compiled code for several numbers. */
interface VectorKernel {
  /**
   * Writes the numbers into {@code out} from position {@code at} on.
   *
   * @param x the variables (and behind them the direction, where there is one)
   * @param row data fields, from position {@code offset} on
   */
  void evaluate(double[] x, double[] row, int offset, double[] out, int at);
}
