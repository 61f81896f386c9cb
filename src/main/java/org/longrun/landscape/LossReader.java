package org.longrun.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Formula;

/** Reads what f is: an {@code objective}, a {@code loss} over {@code data}, or an {@code mlp}. */
final class LossReader {
  private static final List<String> KINDS = List.of("objective", "loss", "mlp");

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
    List<String> kinds =
        root.entries().stream()
            .map(entry -> entry.key().value())
            .filter(KINDS::contains)
            .distinct()
            .toList();
    if (kinds.isEmpty() && KINDS.stream().anyMatch(root::hasOrMisspells)) {
      return Loss.unknown(names);
    }
    if (kinds.isEmpty()) {
      faults.add(
          root.place(),
          "the key 'objective' is missing; give objective, or loss and data, or mlp and data");
      return Loss.unknown(names);
    }
    if (kinds.size() > 1) {
      faults.add(
          root.placeOf(kinds.get(1)),
          "'" + kinds.get(0) + "' and '" + kinds.get(1) + "' exclude each other; keep one");
      return Loss.unknown(names);
    }
    refuseStrays(kinds.get(0));
    return read(kinds.get(0), names);
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

  private Loss read(String kind, Names names) {
    if (!kind.equals("mlp") && names.variables().isEmpty()) {
      if (!root.hasOrMisspells("variables")) {
        faults.add(root.place(), "the key 'variables' is missing; add variables: [x, y]");
      }
      return Loss.unknown(names);
    }
    return kind.equals("objective") ? objective(names) : finiteSum(kind, names);
  }

  private Loss objective(Names names) {
    if (!(root.get("objective") instanceof YamlNode.Scalar scalar)
        || !PlainScalar.mayBeFormula(scalar)) {
      return Loss.unknown(names);
    }
    Formula formula = formulas.formula(scalar, names.forObjective());
    return formula == null
        ? Loss.unknown(names)
        : new Loss(names, formula.text().strip(), new FormulaField(formula), null, List.of());
  }

  private Loss finiteSum(String kind, Names names) {
    YamlNode node = root.get("data");
    if (node == null) {
      faults.add(
          root.placeOf(kind),
          "'" + kind + "' needs data; add data: FILE.csv or data: {u: [..], v: [..]}");
      return Loss.unknown(names);
    }
    DataTable data = new DataReader(file, formulas, rules).read(node);
    if (data == null) {
      return Loss.unknown(names);
    }
    if (kind.equals("mlp")) {
      // a network of the wrong shape is the schema's fault, not to be read further
      return faults.isEmpty() && root.get("mlp") instanceof YamlNode.Mapping mlp
          ? new NetworkReader(mlp, data, faults).read(names)
          : Loss.unknown(names);
    }
    return loss(data, names.withColumns(data.columns()));
  }

  private Loss loss(DataTable data, Names names) {
    Formula regularizer = regularizer(names);
    if (!(root.get("loss") instanceof YamlNode.Scalar scalar)
        || !PlainScalar.mayBeFormula(scalar)) {
      return Loss.unknown(names);
    }
    Formula loss = formulas.formula(scalar, names.forLoss());
    if (loss == null || regularizer == null) {
      return Loss.unknown(names);
    }
    ScalarField noiseless = new FormulaField(regularizer);
    FormulaRisk risk = new FormulaRisk(loss.compile(), data, noiseless);
    boolean plain = root.get("regularizer") == null;
    String text = "mean(" + loss.text().strip() + ")" + (plain ? "" : " + " + regularizer.text());
    RiskField field = new RiskField(risk, () -> RiskEnclosure.of(loss, data, noiseless));
    List<SignedPermutation> symmetries =
        Symmetries.of(List.of(loss, regularizer), names.variables().size());
    return new Loss(names, text, field, risk, symmetries);
  }

  private @Nullable Formula regularizer(Names names) {
    YamlNode node = root.get("regularizer");
    if (node == null) {
      return Formula.parse("0", names.forObjective());
    }
    return node instanceof YamlNode.Scalar scalar && PlainScalar.mayBeFormula(scalar)
        ? formulas.formula(scalar, names.forObjective())
        : null;
  }
}
