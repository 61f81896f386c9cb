package org.longrun.graph;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

/** The attributes of a DOT statement that a network needs; all others are passed over. */
final class DotAttributes {
  private double cost = Double.NaN;
  private double weight = Double.NaN;
  private double label = Double.NaN;
  private double error;
  private double value = Double.NaN;
  private @Nullable Kind kind;

  DotAttributes copy() {
    DotAttributes copy = new DotAttributes();
    copy.cost = cost;
    copy.weight = weight;
    copy.label = label;
    copy.error = error;
    return copy;
  }

  /** Takes an attribute whose value is the scanner's token. */
  void put(String name, TextScanner text) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "cost" -> cost = text.cost();
      case "weight" -> weight = text.numberOrNaN();
      case "label" -> label = text.numberOrNaN();
      case "error" -> error = text.costError();
      case "value" -> value = text.numberOrNaN();
      case "kind" -> kind = Kind.ofLabel(text.token());
      default -> {
        // layout and style
      }
    }
  }

  /**
   * The cost of an edge.
   *
   * @throws InputError if it has none, or a negative one
   */
  double cost(TextScanner text, int line, int column) {
    double given = Double.isNaN(cost) ? Double.isNaN(weight) ? label : weight : cost;
    if (Double.isNaN(given)) {
      throw new InputError(
          text.file(), line, column, "this edge has no cost; write it as [cost=1.5]");
    }
    if (!(given >= 0)) {
      throw new InputError(
          text.file(), line, column, "the cost of this edge is " + given + "; a cost is >= 0");
    }
    return given;
  }

  /** The estimated absolute error of the cost. */
  double error() {
    return error;
  }

  /** Gives a vertex what is said of it. */
  void describe(TransitionGraphBuilder builder, int vertex) {
    Kind known = kind;
    if (!Double.isNaN(value)) {
      builder.value(vertex, value);
    }
    if (known != null) {
      builder.kind(vertex, known);
    }
  }
}
