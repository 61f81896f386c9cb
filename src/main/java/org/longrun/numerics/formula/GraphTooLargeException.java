package org.longrun.numerics.formula;

/** A graph has outgrown its limit. */
final class GraphTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GraphTooLargeException(int limit) {
    super("more than " + limit + " operations");
  }
}
