package org.longrun.landscape;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.FormulaException;
import org.longrun.numerics.formula.Symbols;

/** Formulas and numbers in a file; what is wrong with one is a fault at its place in the file. */
final class FormulaReader {
  private final SourceText source;
  private final Faults faults;

  FormulaReader(SourceText source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** The formula; null, with a fault, where it cannot be read. */
  @Nullable Formula formula(YamlNode.Scalar scalar, Symbols symbols) {
    if (PlainScalar.isNotFinite(scalar.value())) {
      faults.add(scalar.place(), "a formula must be finite, not " + scalar.value().strip());
      return null;
    }
    try {
      return Formula.parse(scalar.value(), symbols);
    } catch (FormulaException problem) {
      int index = source.locate(scalar.value(), problem.position(), scalar.start());
      faults.add(source.place(index), problem.problem() + comment(scalar, problem));
      return null;
    }
  }

  /** A formula that ends too early may have lost its end to a comment. */
  private String comment(YamlNode.Scalar scalar, FormulaException problem) {
    boolean ends = problem.position() >= scalar.value().length();
    boolean unclosed = problem.problem().contains("never closed");
    int next = source.skipBlanks(scalar.end());
    return scalar.plain() && (ends || unclosed) && source.at(next) == '#'
        ? "; what follows ' #' is a comment unless the formula is in quotes"
        : "";
  }

  /** A finite number, or a formula without variables; empty, with a fault, where it is neither. */
  OptionalDouble number(@Nullable YamlNode node, Map<String, Double> parameters) {
    if (!(node instanceof YamlNode.Scalar scalar)
        || PlainScalar.isNull(scalar)
        || PlainScalar.isBoolean(scalar)) {
      return OptionalDouble.empty();
    }
    if (PlainScalar.isNumber(scalar) && Double.isFinite(Double.parseDouble(scalar.value()))) {
      return OptionalDouble.of(Double.parseDouble(scalar.value()));
    }
    if (PlainScalar.isNotFinite(scalar.value())) {
      faults.add(scalar.place(), "this must be a finite number, not " + scalar.value().strip());
      return OptionalDouble.empty();
    }
    Formula formula = formula(scalar, new Symbols(List.of(), List.of(), parameters, Map.of()));
    return formula == null ? OptionalDouble.empty() : finite(formula, scalar);
  }

  private OptionalDouble finite(Formula formula, YamlNode.Scalar scalar) {
    double value = formula.constantValue();
    if (!Double.isFinite(value)) {
      faults.add(scalar.place(), "this must be a finite number, not " + value);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }
}
