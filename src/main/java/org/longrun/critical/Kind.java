package org.longrun.critical;

import org.jspecify.annotations.Nullable;

/** What a critical component is, by the signs of the Hessian's eigenvalues on it. */
public enum Kind {
  /** No negative curvature, and f is locally least: a local minimum. */
  MINIMUM,
  /** Both signs. */
  SADDLE,
  /** All curvature negative. */
  MAXIMUM,
  /** The Hessian's signs do not decide, and f does not either. */
  DEGENERATE;

  /** The name in the results: minimum, saddle, maximum, degenerate. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The kind with this name in the results; null if there is none. */
  public static @Nullable Kind ofLabel(String label) {
    for (Kind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }
}
