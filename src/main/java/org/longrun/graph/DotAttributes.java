package org.longrun.graph;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;

/**
 * The attributes of a DOT statement that a network needs; all others are passed over. A cost that
 * is none is told when an edge asks for it: a self-loop's may be anything.
 */
final class DotAttributes {
  private double cost = Double.NaN;
  private double weight = Double.NaN;
  private double label = Double.NaN;
  private double error = Double.NaN;
  private double value = Double.NaN;
  private @Nullable InputError costFault;
  private @Nullable InputError errorFault;
  private @Nullable Kind kind;

  /** These attributes of an edge, with those that another statement gives in their place. */
  DotAttributes with(DotAttributes stated) {
    DotAttributes both = new DotAttributes();
    boolean costs = !Double.isNaN(stated.cost) || stated.costFault != null;
    both.cost = costs ? stated.cost : cost;
    both.costFault = costs ? stated.costFault : costFault;
    both.weight = Double.isNaN(stated.weight) ? weight : stated.weight;
    both.label = Double.isNaN(stated.label) ? label : stated.label;
    boolean errors = !Double.isNaN(stated.error) || stated.errorFault != null;
    both.error = errors ? stated.error : error;
    both.errorFault = errors ? stated.errorFault : errorFault;
    return both;
  }

  /** Takes an attribute whose value is the scanner's token. */
  void put(String name, TextScanner text) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "cost" -> putCost(text);
      case "weight" -> weight = text.numberOrNaN();
      case "label" -> label = text.numberOrNaN();
      case "error" -> putError(text);
      case "value" -> value = text.numberOrNaN();
      case "kind" -> kind = Kind.ofLabel(text.token());
      default -> {
        // layout and style
      }
    }
  }

  private void putCost(TextScanner text) {
    try {
      cost = text.cost();
      costFault = null;
    } catch (InputError wrong) {
      cost = Double.NaN;
      costFault = wrong;
    }
  }

  private void putError(TextScanner text) {
    try {
      error = text.costError();
      errorFault = null;
    } catch (InputError wrong) {
      error = Double.NaN;
      errorFault = wrong;
    }
  }

  /**
   * The cost of an edge, NaN if it has none.
   *
   * @throws InputError if what is given is no cost
   */
  double cost() {
    if (costFault != null) {
      throw costFault;
    }
    return Double.isNaN(cost) ? Double.isNaN(weight) ? label : weight : cost;
  }

  /**
   * The estimated absolute error of the cost.
   *
   * @throws InputError if what is given is no error
   */
  double error() {
    if (errorFault != null) {
      throw errorFault;
    }
    return Double.isNaN(error) ? 0 : error;
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
