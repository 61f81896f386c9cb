package org.longrun.numerics.formula;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a formula may use besides functions, pi and e.
 *
 * @param variables what it is differentiated in, in order: the inputs 0 … d − 1
 * @param columns the other inputs, d … d + c − 1: a data row's fields
 * @param parameters named constants
 * @param refused names that have no meaning here, each with the reason
 */
public record Symbols(
    List<String> variables,
    List<String> columns,
    Map<String, Double> parameters,
    Map<String, String> refused) {
  /** Copies everything. */
  public Symbols {
    variables = List.copyOf(variables);
    columns = List.copyOf(columns);
    parameters = ImmutableMap.copyOf(parameters);
    refused = ImmutableMap.copyOf(refused);
  }

  /** These variables and nothing else. */
  public static Symbols of(List<String> variables) {
    return new Symbols(variables, List.of(), Map.of(), Map.of());
  }

  /** All names, for suggestions. */
  List<String> names() {
    List<String> names = new ArrayList<>(variables);
    names.addAll(columns);
    names.addAll(parameters.keySet());
    names.add("pi");
    names.add("e");
    return names;
  }

  /** The value of a named constant, or null. */
  @Nullable Double constant(String name) {
    return switch (name) {
      case "pi" -> Math.PI;
      case "e" -> Math.E;
      default -> parameters.get(name);
    };
  }
}
