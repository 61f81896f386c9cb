package org.longrun.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.longrun.numerics.formula.Formula;
import org.longrun.numerics.formula.Symbols;

/** The squared loss of a linear model as a compiled finite sum. */
final class LinearModel {
  private LinearModel() {}

  static EmpiricalRisk risk(int n, int d, double[] rows) {
    List<String> variables = IntStream.rangeClosed(1, d).mapToObj(k -> "x" + k).toList();
    List<String> columns =
        new ArrayList<>(IntStream.rangeClosed(1, d).mapToObj(k -> "u" + k).toList());
    columns.add("v");
    Symbols symbols = new Symbols(variables, columns, Map.of(), Map.of());
    Formula loss = Formula.parse("(sum(i, 1, " + d + ", x[i]*u[i]) - v)^2/2", symbols);
    return new FormulaRisk(
        loss.compile(), new DataTable(columns, n, rows), FormulaField.of("0", variables));
  }
}
