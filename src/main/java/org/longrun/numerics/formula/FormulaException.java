package org.longrun.numerics.formula;

/** A formula cannot be read: where, what is wrong, and what would be right. */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int position;
  private final String problem;

  /**
   * An error in a formula.
   *
   * @param position the offending character's position in the formula, counted from 0
   * @param problem what is wrong, and what would be right, without a line break
   */
  public FormulaException(int position, String problem) {
    super(problem);
    this.position = position;
    this.problem = problem;
  }

  /** What is wrong, and what would be right. */
  public String problem() {
    return problem;
  }

  /** The offending character's position in the formula, counted from 0. */
  public int position() {
    return position;
  }
}
