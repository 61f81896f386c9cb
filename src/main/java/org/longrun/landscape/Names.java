package org.longrun.landscape;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longrun.numerics.formula.Symbols;

/**
 * What the formulas of a file may speak of.
 *
 * @param variables the variables, in order
 * @param families the x of {@code variables: {x: 10}}
 * @param parameters named constants
 * @param columns data columns, in order
 */
record Names(
    List<String> variables,
    List<String> families,
    Map<String, Double> parameters,
    List<String> columns) {
  /** The objective's name inside noise formulas. */
  static final String LOSS = "f";

  /** Copies everything. */
  Names {
    variables = List.copyOf(variables);
    families = List.copyOf(families);
    parameters = ImmutableMap.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  Names withColumns(List<String> others) {
    return new Names(variables, families, parameters, others);
  }

  /** For the objective and the regularizer: variables and parameters. */
  Symbols forObjective() {
    return new Symbols(
        variables,
        List.of(),
        parameters,
        Map.of(LOSS, "f is the objective itself; only noise formulas may use it"));
  }

  /** For one sample's loss: variables, parameters and columns. */
  Symbols forLoss() {
    return new Symbols(
        variables,
        columns,
        parameters,
        Map.of(LOSS, "f is the objective itself; only noise formulas may use it"));
  }

  /** For the noise: variables, parameters, and behind the variables f. */
  Symbols forNoise() {
    List<String> inputs = new ArrayList<>(variables);
    inputs.add(LOSS);
    return new Symbols(inputs, List.of(), parameters, Map.of());
  }

  /** For the noise where it does not mention f: variables and parameters. */
  Symbols forNoiseWithoutLoss() {
    return new Symbols(variables, List.of(), parameters, Map.of());
  }

  /** The position of the variable of this name, or −1. */
  int indexOf(String variable) {
    return variables.indexOf(variable);
  }
}
