package org.longrun.landscape;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Formula;

/** Reads what f is: an {@code objective}, a {@code loss} over {@code data}, or an {@code mlp}. */
final class LossReader {
  private final YamlNode.Mapping root;
  private final LandscapeSource file;
  private final FormulaReader formulas;
  private final NameRules rules;
  private final Faults faults;

  LossReader(YamlNode.Mapping root, LandscapeSource file, FormulaReader formulas, NameRules rules) {
    this.root = root;
    this.file = file;
    this.formulas = formulas;
    this.rules = rules;
    faults = file.faults();
  }

  /** The loss; without an objective, and with faults, where it cannot be read. */
  Loss read(Names names) {
    List<YamlNode.Entry> kinds =
        root.entries().stream().filter(entry -> isKind(entry.key().value())).toList();
    if (kinds.isEmpty()) {
      faults.add(
          root.place(),
          "the key 'objective' is missing; give objective, or loss and data, or mlp and data");
      return Loss.unknown(names);
    }
    if (kinds.size() > 1) {
      faults.add(
          kinds.get(1).key().place(),
          "'"
              + kinds.get(0).key().value()
              + "' and '"
              + kinds.get(1).key().value()
              + "' exclude each other; keep one");
      return Loss.unknown(names);
    }
    refuseStrays(kinds.get(0).key().value());
    return read(kinds.get(0), names);
  }

  private static boolean isKind(String key) {
    return Stream.of("objective", "loss", "mlp").anyMatch(key::equals);
  }

  /** Keys that go with another kind only. */
  private void refuseStrays(String kind) {
    List<String> strays =
        switch (kind) {
          case "objective" -> List.of("data", "regularizer");
          case "mlp" -> List.of("regularizer", "variables");
          default -> List.<String>of();
        };
    for (String stray : strays) {
      if (root.get(stray) != null) {
        faults.add(
            root.placeOf(stray),
            "'" + stray + "' has no meaning beside '" + kind + "'; remove one");
      }
    }
  }

  private Loss read(YamlNode.Entry kind, Names names) {
    if (!kind.key().value().equals("mlp") && root.get("variables") == null) {
      faults.add(root.place(), "the key 'variables' is missing; add variables: [x, y]");
      return Loss.unknown(names);
    }
    return kind.key().value().equals("objective")
        ? objective(kind.value(), names)
        : finiteSum(kind, names);
  }

  private Loss objective(YamlNode node, Names names) {
    if (!(node instanceof YamlNode.Scalar scalar) || PlainScalar.isNull(scalar)) {
      return Loss.unknown(names);
    }
    Formula formula = formulas.formula(scalar, names.forObjective());
    return formula == null
        ? Loss.unknown(names)
        : new Loss(names, formula.text().strip(), new FormulaField(formula), null, List.of());
  }

  private Loss finiteSum(YamlNode.Entry kind, Names names) {
    YamlNode node = root.get("data");
    if (node == null) {
      faults.add(
          kind.key().place(),
          "'"
              + kind.key().value()
              + "' needs data; add data: FILE.csv or data: {u: [..], v: [..]}");
      return Loss.unknown(names);
    }
    DataTable data = new DataReader(file, formulas, rules).read(node);
    if (data == null) {
      return Loss.unknown(names);
    }
    return loss(kind.value(), data, names.withColumns(data.columns()));
  }

  private Loss loss(YamlNode node, DataTable data, Names names) {
    Formula regularizer = regularizer(names);
    if (!(node instanceof YamlNode.Scalar scalar) || PlainScalar.isNull(scalar)) {
      return Loss.unknown(names);
    }
    Formula loss = formulas.formula(scalar, names.forLoss());
    if (loss == null || regularizer == null) {
      return Loss.unknown(names);
    }
    FormulaRisk risk = new FormulaRisk(loss.compile(), data, new FormulaField(regularizer));
    boolean plain = root.get("regularizer") == null;
    String text = "mean(" + loss.text().strip() + ")" + (plain ? "" : " + " + regularizer.text());
    return new Loss(names, text, new RiskField(risk, null), risk, List.of());
  }

  private @Nullable Formula regularizer(Names names) {
    YamlNode node = root.get("regularizer");
    if (node == null) {
      return Formula.parse("0", names.forObjective());
    }
    return node instanceof YamlNode.Scalar scalar && !PlainScalar.isNull(scalar)
        ? formulas.formula(scalar, names.forObjective())
        : null;
  }
}
