package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Formula;

/** Reads {@code noise}. Sizes and signs over the domain are {@link NoiseCheck}'s business. */
final class NoiseReader {
  private static final double ORTHONORMAL = 1e-6;

  private final Names names;
  private final FormulaReader formulas;
  private final Faults faults;
  private final @Nullable ScalarField objective;
  private final @Nullable EmpiricalRisk risk;

  NoiseReader(
      Names names,
      FormulaReader formulas,
      Faults faults,
      @Nullable ScalarField objective,
      @Nullable EmpiricalRisk risk) {
    this.names = names;
    this.formulas = formulas;
    this.faults = faults;
    this.objective = objective;
    this.risk = risk;
  }

  /** The noise; null, with faults, where it cannot be read. */
  @Nullable NoiseDescription read(YamlNode.Mapping noise) {
    if (noise.entries().size() != 1
        || !(noise.entries().get(0).value() instanceof YamlNode.Mapping model)) {
      return null;
    }
    return switch (noise.entries().get(0).key().value()) {
      case "gaussian" -> gaussian(model);
      case "uniform" -> uniform(model);
      case "rademacher" -> rademacher(model);
      case "finite-sum" -> finiteSum(model);
      default -> null;
    };
  }

  private @Nullable NoiseDescription gaussian(YamlNode.Mapping model) {
    YamlNode variance = model.get("variance");
    YamlNode covariance = model.get("covariance");
    if (variance != null && covariance != null) {
      faults.add(model.placeOf("covariance"), "give variance or covariance, not both");
      return null;
    }
    if (variance == null && covariance == null) {
      faults.add(model.place(), "gaussian noise needs variance: s or covariance: [[…], …]");
      return null;
    }
    OptionalDouble truncation = number(model.get("truncate"));
    return variance != null ? isotropic(variance, truncation) : anisotropic(covariance, truncation);
  }

  private OptionalDouble number(@Nullable YamlNode node) {
    return node == null ? OptionalDouble.empty() : formulas.number(node, names.parameters());
  }

  private static String truncated(OptionalDouble truncation) {
    return truncation.isPresent()
        ? ", truncated at " + Numbers.shown(truncation.getAsDouble()) + " standard deviations"
        : "";
  }

  private @Nullable NoiseDescription isotropic(YamlNode node, OptionalDouble truncation) {
    Formula formula = formula(node);
    ScalarField field = formula == null ? null : field(formula);
    if (formula == null || field == null) {
      return null;
    }
    String text = "gaussian, variance " + formula.text().strip() + truncated(truncation);
    return isotropic(text, formula, field, truncation);
  }

  private NoiseDescription isotropic(
      String text, Formula formula, ScalarField variance, OptionalDouble truncation) {
    VarianceOfLoss ofLoss = isOfLoss(formula) ? new FormulaOfLoss(formula) : null;
    return new NoiseDescription.Isotropic(text, variance, truncation, ofLoss);
  }

  /** True if the formula depends on f and on no variable. */
  private boolean isOfLoss(Formula formula) {
    int d = names.variables().size();
    return formula.uses(d) && IntStream.range(0, d).noneMatch(formula::uses);
  }

  private @Nullable Formula formula(@Nullable YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && PlainScalar.mayBeFormula(scalar)
        ? formulas.formula(scalar, names.forNoise())
        : null;
  }

  private @Nullable ScalarField field(Formula formula) {
    if (!formula.uses(names.variables().size())) {
      return new FormulaField(Formula.parse(formula.text(), names.forNoiseWithoutLoss()));
    }
    return objective == null ? null : new FieldOfLoss(formula, objective);
  }

  private @Nullable NoiseDescription anisotropic(
      @Nullable YamlNode node, OptionalDouble truncation) {
    if (!(node instanceof YamlNode.Sequence rows) || !isSquare(rows, "covariance")) {
      return null;
    }
    List<Formula> matrix = new ArrayList<>();
    List<ScalarField> entries = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (YamlNode row : rows.items()) {
      List<String> line = new ArrayList<>();
      for (YamlNode entry : ((YamlNode.Sequence) row).items()) {
        Formula formula = formula(entry);
        ScalarField field = formula == null ? null : field(formula);
        if (formula != null && field != null) {
          matrix.add(formula);
          entries.add(field);
          line.add(formula.text().strip());
        }
      }
      texts.add(line);
    }
    if (entries.size() != names.variables().size() * names.variables().size()) {
      return null;
    }
    String text = "gaussian, covariance " + texts + truncated(truncation);
    return isMultipleOfIdentity(matrix)
        ? isotropic(text, matrix.get(0), entries.get(0), truncation)
        : new NoiseDescription.Anisotropic(text, entries, truncation);
  }

  /** True if a matrix of formulas is s·I as it is written: one s along the diagonal, else zeros. */
  private static boolean isMultipleOfIdentity(List<Formula> matrix) {
    int next = (int) Math.round(Math.sqrt(matrix.size())) + 1;
    return IntStream.range(0, matrix.size())
        .allMatch(
            k ->
                k % next == 0
                    ? matrix.get(k).isSameAs(matrix.get(0))
                    : matrix.get(k).constantValue() == 0);
  }

  /** True for d rows of d entries; a fault otherwise. */
  private boolean isSquare(YamlNode.Sequence rows, String what) {
    int d = names.variables().size();
    String size = d + " × " + d;
    if (rows.items().size() != d) {
      faults.add(
          rows.place(),
          what + " has " + rows.items().size() + " rows; with " + d + " variables it is " + size);
      return false;
    }
    for (YamlNode row : rows.items()) {
      if (!(row instanceof YamlNode.Sequence list)) {
        return false;
      }
      if (list.items().size() != d) {
        faults.add(
            row.place(),
            "this row of "
                + what
                + " has "
                + list.items().size()
                + " entries; with "
                + d
                + " variables "
                + what
                + " is "
                + size);
        return false;
      }
    }
    return true;
  }

  private @Nullable NoiseDescription uniform(YamlNode.Mapping model) {
    Formula formula = formula(model.get("half-width"));
    ScalarField field = formula == null ? null : field(formula);
    return formula == null || field == null
        ? null
        : new NoiseDescription.Uniform("uniform, half-width " + formula.text().strip(), field);
  }

  private @Nullable NoiseDescription rademacher(YamlNode.Mapping model) {
    Formula formula = formula(model.get("scale"));
    ScalarField field = formula == null ? null : field(formula);
    List<Double> directions = directions(model.get("directions"));
    if (formula == null || field == null || directions == null) {
      return null;
    }
    String text =
        "rademacher, scale "
            + formula.text().strip()
            + (model.get("directions") == null ? "" : ", directions given");
    return new NoiseDescription.Rademacher(text, field, directions);
  }

  private @Nullable List<Double> directions(@Nullable YamlNode node) {
    int d = names.variables().size();
    double[] basis = new double[d * d];
    if (node == null) {
      for (int k = 0; k < d; k++) {
        basis[k * d + k] = 1;
      }
      return boxed(basis);
    }
    if (!(node instanceof YamlNode.Sequence rows) || !isSquare(rows, "directions")) {
      return null;
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        YamlNode entry = ((YamlNode.Sequence) rows.items().get(i)).items().get(j);
        OptionalDouble number = formulas.number(entry, names.parameters());
        if (number.isEmpty()) {
          return null;
        }
        basis[i * d + j] = number.getAsDouble();
      }
    }
    return isOrthonormal(basis, d, rows) ? boxed(basis) : null;
  }

  private boolean isOrthonormal(double[] basis, int d, YamlNode.Sequence rows) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k < d; k++) {
          product += basis[i * d + k] * basis[j * d + k];
        }
        if (!(Math.abs(product - (i == j ? 1 : 0)) <= ORTHONORMAL)) {
          faults.add(rows.items().get(i).place(), notOrthonormal(i, j, product));
          return false;
        }
      }
    }
    return true;
  }

  private static String notOrthonormal(int i, int j, double product) {
    return i == j
        ? "direction " + (i + 1) + " must have length 1, not " + Numbers.brief(Math.sqrt(product))
        : "direction "
            + (i + 1)
            + " must be orthogonal to direction "
            + (j + 1)
            + "; their product is "
            + Numbers.brief(product);
  }

  private static List<Double> boxed(double[] numbers) {
    List<Double> list = new ArrayList<>();
    for (double number : numbers) {
      list.add(number);
    }
    return list;
  }

  /** Batches of 1 with replacement; null where a fault hides the samples. */
  @Nullable NoiseDescription finiteSumByDefault() {
    return finiteSum(new YamlNode.Mapping(Place.START, List.of()));
  }

  private @Nullable NoiseDescription finiteSum(YamlNode.Mapping model) {
    OptionalDouble size = number(model.get("batch"));
    int batch = (int) size.orElse(1);
    boolean replacement =
        !(model.get("replacement") instanceof YamlNode.Scalar scalar)
            || !scalar.value().equals("false");
    if (risk == null) {
      return null;
    }
    if (!replacement && batch > risk.samples()) {
      faults.add(
          model.placeOf("batch"),
          "a batch without replacement has at most " + risk.samples() + " samples, all there are");
      return null;
    }
    if (!replacement && (long) batch * risk.samples() > NoiseDescription.FiniteSum.LARGEST_TABLE) {
      faults.add(model.placeOf("replacement"), tooManySets(batch, risk.samples()));
      return null;
    }
    String text =
        "finite sum, batch " + batch + (replacement ? " with" : " without") + " replacement";
    return new NoiseDescription.FiniteSum(text, batch, replacement, risk);
  }

  private static String tooManySets(int batch, int samples) {
    return "without replacement the noise is computed exactly, for samples·batch up to "
        + NoiseDescription.FiniteSum.LARGEST_TABLE
        + "; here it is "
        + (long) batch * samples
        + ": use replacement: true, a smaller batch or fewer samples";
  }
}
