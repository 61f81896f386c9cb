package org.longrun.action;

/**
 * What is known of a cost B_ij (theory, section 2), from the surest to the least sure. A budget
 * that ran out is never a fact about B_ij, and neither is a search that found nothing.
 */
public enum Status {
  /** A closed form, or an upper bound that meets a proved lower bound. */
  PROVED("proved"),
  /** The least path found, its cost within the tolerance; a local optimum of many starts. */
  CONVERGED("converged"),
  /** A path was found; its cost is known up to the error that is told with it. */
  ESTIMATE("estimate"),
  /** No path was sought, or not to the end: too far, or the budget ran out. */
  NOT_TRIED("not-tried"),
  /** A path was sought and none was found, which is no proof that there is none. */
  NOT_FOUND("not-found"),
  /** It is proved that there is no path: B_ij = +∞. */
  INFINITE_PROVED("infinite-proved");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  /** The word for it in the results. */
  public String text() {
    return text;
  }

  /** True if the cost is told as known: proved, or converged to the tolerance. */
  public boolean isKnown() {
    return this == PROVED || this == CONVERGED || this == INFINITE_PROVED;
  }

  /** The status of a sum of costs, which is as sure as the least sure of them. */
  public Status and(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Converged or an estimate, as a tolerance has it. */
  static Status of(boolean converged) {
    return converged ? CONVERGED : ESTIMATE;
  }
}
