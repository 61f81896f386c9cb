package org.longrun.landscape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.longrun.numerics.formula.Formula;

/** Who bears which name: no two variables, parameters or columns the same, none a function's. */
final class NameRules {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*");
  private static final Set<String> TAKEN = Set.of("pi", "e", "f");

  private final Faults faults;
  private final Map<String, String> bearers = new LinkedHashMap<>();

  NameRules(Faults faults) {
    this.faults = faults;
  }

  /** The same rules and bearers for names in another file, whose faults are kept apart. */
  NameRules continuedIn(Faults other) {
    NameRules rules = new NameRules(other);
    rules.bearers.putAll(bearers);
    return rules;
  }

  /** True if this can be the name of a variable, parameter or column at all. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Gives a name to something.
   *
   * @param bearer what it is: a variable, a parameter, a data column
   * @return whether it may be so called; if not, a fault is added
   */
  boolean claim(String name, String bearer, Place place) {
    String problem = problem(name, bearer);
    if (!problem.isEmpty()) {
      faults.add(place, problem);
      return false;
    }
    bearers.put(name, bearer);
    return true;
  }

  private String problem(String name, String bearer) {
    if (!isName(name)) {
      return "'"
          + name
          + "' is no name for "
          + bearer
          + "; use letters, digits and _, a letter first";
    }
    if (TAKEN.contains(name) || Formula.functions().contains(name)) {
      String meaning = meaning(name);
      return bearer + " cannot be called '" + name + "', which is " + meaning + "; rename it";
    }
    return bearers.containsKey(name)
        ? "'" + name + "' is already " + bearers.get(name) + "; rename one of them"
        : "";
  }

  private static String meaning(String name) {
    return switch (name) {
      case "pi", "e" -> "a constant";
      case "f" -> "the objective";
      default -> "a function";
    };
  }
}
