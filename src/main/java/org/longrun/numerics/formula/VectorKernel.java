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

  /**
   * Writes the numbers at several points, those of one after those of the other, into {@code out}.
   *
   * @param x the points one after the other
   * @param count how many
   * @param row data fields, the same for all
   */
  void evaluateEach(double[] x, int count, double[] row, double[] out);
}
