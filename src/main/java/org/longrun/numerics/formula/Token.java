package org.longrun.numerics.formula;

/**
 * A word of a formula.
 *
 * @param kind number, name, or the symbol itself; END after the last
 * @param text as written
 * @param position where it begins, counted from 0
 */
record Token(Kind kind, String text, int position) {
  /** The kinds of words. */
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** The word as an error message names it. */
  String shown() {
    return kind == Kind.END ? "the end of the formula" : "'" + text + "'";
  }
}
