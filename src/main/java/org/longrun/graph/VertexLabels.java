package org.longrun.graph;

import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;

/**
 * What is known of the vertices besides their edges: values, and kinds as one more than their
 * ordinal. Both arrays may be shorter than n.
 */
final class VertexLabels {
  private static final Kind[] KINDS = Kind.values();
  private final double[] values;
  private final byte[] kinds;

  VertexLabels(double[] values, byte[] kinds) {
    this.values = values;
    this.kinds = kinds;
  }

  /** f(K_i), NaN where it is not known. */
  double value(int vertex) {
    return vertex < values.length ? values[vertex] : Double.NaN;
  }

  @Nullable Kind kind(int vertex) {
    return vertex < kinds.length && kinds[vertex] > 0 ? KINDS[kinds[vertex] - 1] : null;
  }
}
