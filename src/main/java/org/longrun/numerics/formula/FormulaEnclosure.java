package org.longrun.numerics.formula;

import java.util.Arrays;
import java.util.Optional;
import org.longrun.numerics.IntervalBank;

/**
 * Rigorous bounds of a formula and its derivatives over boxes, by interval evaluation of the
 * differentiated graphs. Where a box holds a kink, the derivative of the jump is the whole line.
 *
 * <p>Immutable and safe for use by several threads at once.
 */
public final class FormulaEnclosure {
  private static final int MOST_NODES = 20_000;

  private final int dimension;
  private final IntervalTape value;
  private final IntervalTape gradient;
  private final IntervalTape hessian;

  private FormulaEnclosure(Formula formula) {
    dimension = formula.symbols().variables().size();
    ExpressionGraph graph = new ExpressionGraph(true, MOST_NODES);
    int root = formula.lower(graph);
    Differentiator differentiator = new Differentiator(graph);
    int[] slopes = differentiator.gradient(root, dimension);
    int[][] triangle = differentiator.hessian(slopes);
    value = new IntervalTape(graph, new int[] {root});
    gradient = new IntervalTape(graph, slopes);
    hessian =
        new IntervalTape(graph, Arrays.stream(triangle).flatMapToInt(Arrays::stream).toArray());
  }

  /** The enclosure of a formula; empty where the formula is too long for it. */
  public static Optional<FormulaEnclosure> of(Formula formula) {
    try {
      return Optional.of(new FormulaEnclosure(formula));
    } catch (GraphTooLargeException | FormulaException tooLarge) {
      return Optional.empty();
    }
  }

  /** The number of interval operations of a Hessian. */
  public int operations() {
    return hessian.length();
  }

  /**
   * Writes bounds of the value over the box: {@code out[0]} ≤ f ≤ {@code out[1]}.
   *
   * @param lower the lower corner, behind it the data fields where the formula has columns
   * @param upper the upper corner, likewise
   */
  public void value(double[] lower, double[] upper, double[] out) {
    IntervalBank bank = value.evaluate(lower, upper);
    out[0] = bank.lower(value.position(0));
    out[1] = bank.upper(value.position(0));
  }

  /** Writes bounds of the gradient over the box. */
  public void gradient(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    IntervalBank bank = gradient.evaluate(lower, upper);
    for (int k = 0; k < dimension; k++) {
      outLower[k] = bank.lower(gradient.position(k));
      outUpper[k] = bank.upper(gradient.position(k));
    }
  }

  /** Writes bounds of the Hessian over the box, row by row. */
  public void hessian(double[] lower, double[] upper, double[] outLower, double[] outUpper) {
    IntervalBank bank = hessian.evaluate(lower, upper);
    int k = 0;
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        int position = hessian.position(k++);
        outLower[i * dimension + j] = bank.lower(position);
        outUpper[i * dimension + j] = bank.upper(position);
        outLower[j * dimension + i] = bank.lower(position);
        outUpper[j * dimension + i] = bank.upper(position);
      }
    }
  }
}
