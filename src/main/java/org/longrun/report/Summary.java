package org.longrun.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.longrun.action.LeastPath;
import org.longrun.action.Transition;
import org.longrun.analysis.LongRunResult;
import org.longrun.analysis.Trees;
import org.longrun.arborescence.InForest;
import org.longrun.bound.Bound;
import org.longrun.critical.Completeness;
import org.longrun.critical.CriticalComponent;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.HittingExponents;
import org.longrun.hitting.StartExponent;
import org.longrun.landscape.Landscape;

/** The summary of an analysis for a terminal: tables in the order of the stages. */
public final class Summary {
  private static final int ROWS = 40;
  private static final int COORDINATES = 6;

  private final LongRunResult result;
  private final TransitionGraph graph;
  private final StringBuilder text = new StringBuilder();

  private Summary(LongRunResult result) {
    this.result = result;
    this.graph = result.graph();
  }

  /** The summary as text, ended by a line break. */
  public static String of(LongRunResult result, Trees trees) {
    Summary summary = new Summary(result);
    summary.heading();
    summary.components();
    summary.transitions();
    summary.warnings();
    summary.energies();
    summary.hitting();
    summary.starts();
    summary.certainty();
    summary.text.append(RankingSummary.of(result.energies(), trees));
    summary.bounds();
    return summary.text.toString();
  }

  private void heading() {
    Landscape landscape = result.sgd().landscape();
    text.append(landscape.name()).append(": f(").append(String.join(", ", names(landscape)));
    text.append("), ").append(landscape.noise().text());
    if (landscape.momentum() > 0) {
      text.append(", momentum ").append(landscape.momentum());
    }
    text.append('\n');
  }

  private static List<String> names(Landscape landscape) {
    List<String> all = landscape.variables();
    if (all.size() <= COORDINATES) {
      return all;
    }
    return List.of(all.get(0), all.get(1), "…", all.get(all.size() - 1));
  }

  private void components() {
    List<CriticalComponent> components = result.critical().components();
    Completeness completeness = result.critical().completeness();
    section("Critical components: " + components.size() + ", " + judgement(completeness));
    List<String> header = new ArrayList<>(List.of("id", "kind", "index", "f"));
    int shown =
        Math.min(COORDINATES, result.critical().components().get(0).representative().dimension());
    header.addAll(result.sgd().landscape().variables().subList(0, shown));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (CriticalComponent component : firstOf(components)) {
      List<String> row = new ArrayList<>();
      row.add(component.id());
      row.add(component.kind().label() + manifold(component));
      row.add(Integer.toString(component.index()));
      row.add(Numerals.fixed(component.value(), 9));
      for (int k = 0; k < shown; k++) {
        row.add(Numerals.fixed(component.representative().get(k), 6));
      }
      table.row(row.toArray(String[]::new));
    }
    append(table, components.size());
  }

  private static String manifold(CriticalComponent component) {
    return switch (component.dimension()) {
      case 0 -> "";
      case 1 -> " (curve)";
      case 2 -> " (surface)";
      default -> " (dimension " + component.dimension() + ")";
    };
  }

  private static String judgement(Completeness completeness) {
    if (!completeness.consistent()) {
      return "INCOMPLETE (index sum "
          + completeness.indexSum()
          + ", degree "
          + completeness.expected()
          + ")";
    }
    if (completeness.certified()) {
      return "proved complete";
    }
    return completeness.expected() == null || completeness.indexSum() == null
        ? "completeness not known"
        : "index sum " + completeness.indexSum() + " as it must be, not proved complete";
  }

  private void transitions() {
    List<Transition> direct = result.costs().direct();
    section("Direct transitions: " + direct.size());
    TextTable table = new TextTable("transition", "cost", "error", "closed", "");
    for (Transition transition : firstOf(direct)) {
      Double cost = transition.directCost();
      LeastPath path = transition.path();
      if (cost != null && path != null) {
        table.row(
            id(transition.from()) + " → " + id(transition.to()),
            Numerals.known(cost, path.error(), 10),
            Numerals.error(path.error()),
            transition.via().isEmpty()
                ? ""
                : Numerals.known(transition.cost(), transition.error(), 10)
                    + " via "
                    + String.join(", ", transition.via().stream().map(this::id).toList()),
            path.converged() ? "" : "UNCONVERGED");
      }
    }
    append(table, direct.size());
  }

  private void warnings() {
    if (result.warnings().isEmpty()) {
      return;
    }
    section("Warnings: " + result.warnings().size());
    firstOf(result.warnings()).forEach(warning -> text.append("  ! ").append(warning).append('\n'));
    rest(result.warnings().size());
  }

  private void energies() {
    EnergyLevels energies = result.energies();
    section(
        "Energies: μ(K) ∝ exp(−E/η)"
            + (energies.isUnique() ? "" : " inside each closed class; * is the least of a class"));
    TextTable table = new TextTable("", "E relative", "E", "least in-arborescence");
    var ground = energies.groundStates();
    for (int i : EnergyJson.indices(Math.min(ROWS, graph.size()))) {
      double error = forestError(energies.arborescence(i).orElse(null));
      table.row(
          id(i) + (ground.get(i) ? (energies.isUnique() ? " ground state" : " *") : ""),
          Numerals.known(energies.relative(i), error, 9),
          Numerals.known(energies.energy(i), error, 9),
          energies.arborescence(i).map(tree -> RankingSummary.edges(tree, graph)).orElse(""));
    }
    append(table, graph.size());
  }

  private void hitting() {
    HittingExponents hitting = result.hitting();
    section(
        "Hitting exponents of {"
            + String.join(", ", ResultsJson.ids(hitting.target(), graph))
            + "}: E τ ≈ exp(J/η)");
    boolean differ = EnergyJson.indices(graph.size()).stream().anyMatch(this::passesCheaper);
    TextTable table =
        differ
            ? new TextTable("from", "J", "avoiding the target", "forest of J(i ↛ Q)")
            : new TextTable("from", "J", "forest of J(i ↛ Q)");
    for (int i : EnergyJson.indices(Math.min(ROWS, graph.size()))) {
      if (hitting.target().get(i)) {
        continue;
      }
      double error = forestError(hitting.forest());
      List<String> row =
          new ArrayList<>(List.of(id(i), Numerals.known(hitting.exponent(i), error, 12)));
      if (differ) {
        row.add(Numerals.known(hitting.avoiding(i), error, 12));
      }
      row.add(hitting.pruned(i).map(forest -> RankingSummary.edges(forest, graph)).orElse(""));
      table.row(row.toArray(String[]::new));
    }
    append(table, graph.size());
  }

  private boolean passesCheaper(int i) {
    HittingExponents hitting = result.hitting();
    return Math.abs(hitting.exponent(i) - hitting.avoiding(i)) > 1e-9;
  }

  private void starts() {
    List<StartExponent> starts = result.hitting().starts();
    if (starts.isEmpty()) {
      return;
    }
    section("Starts");
    TextTable table = new TextTable("x", "J(x)", "decided by", "descends to");
    for (StartExponent start : firstOf(starts)) {
      table.row(
          start.x().toString(),
          Numerals.fixed(start.exponent(), 9),
          start.component() < 0 ? "" : id(start.component()),
          start.basin() < 0 ? "outside the domain" : id(start.basin()));
    }
    append(table, starts.size());
  }

  private void certainty() {
    section("Certainty");
    text.append(CertaintySummary.of(result.energies(), result.hitting(), result.certainty()));
  }

  private void bounds() {
    section("Bounds");
    TextTable table = new TextTable("", "bound", "actual", "tightness", "");
    for (Bound bound : result.bounds().all()) {
      table.row(
          bound.name(),
          optional(bound.bound(), 9),
          optional(bound.actual(), 9),
          optional(bound.tightness(), 4),
          remark(bound));
    }
    text.append(table.render());
  }

  static String remark(Bound bound) {
    if (!bound.applies()) {
      return "does not apply: " + bound.note();
    }
    if (bound.bound() == null || bound.isContradicted()) {
      return bound.bound() == null ? bound.note() : "VIOLATED";
    }
    return bound.holds() == null ? "not decided within the errors" : "";
  }

  static String optional(@Nullable Double value, int decimals) {
    return value == null ? "" : Numerals.fixed(value, decimals);
  }

  private double forestError(@Nullable InForest forest) {
    double error = 0;
    for (int v = 0; forest != null && v < graph.size(); v++) {
      error += forest.edge(v) >= 0 ? graph.error(forest.edge(v)) : 0;
    }
    return error;
  }

  private String id(int component) {
    return graph.id(component);
  }

  private void section(String title) {
    text.append('\n').append(title).append('\n');
  }

  private static <T> List<T> firstOf(List<T> all) {
    return all.subList(0, Math.min(ROWS, all.size()));
  }

  private void append(TextTable table, int rows) {
    text.append(table.render());
    rest(rows);
  }

  private void rest(int rows) {
    if (rows > ROWS) {
      text.append("  … and ").append(rows - ROWS).append(" more in the JSON file\n");
    }
  }
}
