package org.longrun.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads {@code variables} and {@code parameters}. */
final class NameReader {
  private static final int MOST_VARIABLES = 10_000;

  private final YamlNode.Mapping root;
  private final FormulaReader formulas;
  private final Faults faults;
  private final NameRules rules;
  private final List<String> variables = new ArrayList<>();
  private final List<String> families = new ArrayList<>();
  private final Map<String, Double> parameters = new LinkedHashMap<>();

  NameReader(YamlNode.Mapping root, FormulaReader formulas, Faults faults, NameRules rules) {
    this.root = root;
    this.formulas = formulas;
    this.faults = faults;
    this.rules = rules;
  }

  /** The variables and parameters of the file. */
  Names read() {
    variables(root.get("variables"));
    parameters(root.get("parameters"));
    return new Names(variables, families, parameters, List.of());
  }

  private void variables(@Nullable YamlNode node) {
    if (node instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Scalar name) {
          variable(name.value(), name.place());
        }
      }
    } else if (node instanceof YamlNode.Mapping counts) {
      counts.entries().forEach(this::family);
    }
  }

  private void family(YamlNode.Entry entry) {
    String base = entry.key().value();
    int count = count(entry.value());
    boolean claimed = rules.claim(base, "a family of variables", entry.key().place());
    if (!claimed || count + variables.size() > MOST_VARIABLES) {
      return;
    }
    families.add(base);
    for (int k = 1; k <= count; k++) {
      variable(base + k, entry.key().place());
    }
  }

  private static int count(YamlNode node) {
    if (!(node instanceof YamlNode.Scalar scalar) || !PlainScalar.isNumber(scalar)) {
      return 0;
    }
    double value = Double.parseDouble(scalar.value());
    return value >= 1 && value <= MOST_VARIABLES ? (int) value : 0;
  }

  private void variable(String name, Place place) {
    if (rules.claim(name, "a variable", place)) {
      variables.add(name);
    }
  }

  private void parameters(@Nullable YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      OptionalDouble value = formulas.number(entry.value(), parameters);
      if (rules.claim(entry.key().value(), "a parameter", entry.key().place())) {
        // a value with a fault stands in as NaN, so that its uses are not faults too
        parameters.put(entry.key().value(), value.orElse(Double.NaN));
      }
    }
  }
}
