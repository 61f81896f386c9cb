package org.longrun.validate;

import java.util.Locale;

/** How a hitting time was found. */
public enum Method {
  /** Independent replicas of SGD, counted. */
  DIRECT,
  /** Adaptive multilevel splitting between wells. */
  SPLITTING,
  /** The kernel of one iteration on a grid; no error but rounding and quadrature. */
  EXACT;

  /** The name in the results: direct, splitting, exact. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
