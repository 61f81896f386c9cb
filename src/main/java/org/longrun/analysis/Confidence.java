package org.longrun.analysis;

/**
 * How sure a result is, from the surest to the least sure: it is no surer than the costs that
 * decide it, nor than what was not tried and could undercut them.
 */
public enum Confidence {
  /** Every cost is proved, and so is the list of components. */
  PROVED("proved"),
  /** Known to the accuracy asked for, whatever the errors of the costs are. */
  CERTAIN("certain"),
  /** Known up to the errors of the costs, which leave less than a tenth of it open. */
  WITHIN_ERRORS("within-errors"),
  /** More is open, or what was not tried may change it. */
  UNDECIDED("undecided");

  private final String text;

  Confidence(String text) {
    this.text = text;
  }

  /** The word for it in the results. */
  public String text() {
    return text;
  }

  /** The less sure of two. */
  Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
