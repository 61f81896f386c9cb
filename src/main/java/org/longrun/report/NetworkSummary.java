package org.longrun.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.longrun.analysis.NetworkAnalysis;
import org.longrun.analysis.Trees;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;
import org.longrun.hitting.EigenvalueExponent;
import org.longrun.hitting.HittingExponents;
import org.longrun.landscape.PlainText;

/** The summary of a network's analysis for a terminal. */
public final class NetworkSummary {
  private static final int ROWS = 20;

  private NetworkSummary() {}

  /** The summary as text, ended by a line break. */
  public static String of(NetworkAnalysis analysis, Trees trees) {
    TransitionGraph graph = analysis.network().graph();
    StringBuilder text = new StringBuilder();
    text.append(PlainText.line(analysis.network().name()))
        .append(": ")
        .append(graph.size())
        .append(" vertices, ");
    text.append(graph.digraph().edgeCount()).append(" edges\n");
    analysis
        .warnings()
        .forEach(warning -> text.append("  ! ").append(PlainText.line(warning)).append('\n'));
    text.append("\nVertices of least energy, with the exponents of hitting {");
    text.append(targets(analysis.hitting())).append("}\n").append(vertices(analysis));
    text.append("\nCertainty\n");
    text.append(CertaintySummary.of(analysis.energies(), analysis.hitting(), analysis.certainty()));
    text.append(RankingSummary.of(analysis.energies(), trees));
    text.append("\nEigenvalue exponents, largest first\n").append(eigenvalues(analysis));
    return text.toString();
  }

  private static String targets(HittingExponents hitting) {
    BitSet target = hitting.target();
    List<String> ids = target.stream().limit(8).mapToObj(v -> hitting.graph().shown(v)).toList();
    return String.join(", ", ids) + (target.cardinality() > 8 ? ", …" : "");
  }

  private static String vertices(NetworkAnalysis analysis) {
    EnergyLevels energies = analysis.energies();
    TransitionGraph graph = energies.graph();
    BitSet ground = energies.groundStates();
    TextTable table = new TextTable("vertex", "E relative", "E", "J", "");
    List<Integer> order = new ArrayList<>(IntStream.range(0, graph.size()).boxed().toList());
    order.sort(Comparator.comparingDouble(energies::relative));
    for (int v : order.subList(0, Math.min(ROWS, order.size()))) {
      table.row(
          graph.shown(v),
          Numerals.fixed(energies.relative(v), 9),
          Numerals.fixed(energies.energy(v), 9),
          Numerals.fixed(analysis.hitting().exponent(v), 9),
          ground.get(v) ? "ground state" : "");
    }
    return table.render() + rest(order.size());
  }

  private static String eigenvalues(NetworkAnalysis analysis) {
    TransitionGraph graph = analysis.network().graph();
    List<EigenvalueExponent> all = analysis.hierarchy().eigenvalueExponents();
    TextTable table = new TextTable("exponent", "dying", "absorbed by");
    for (EigenvalueExponent each : all.subList(0, Math.min(ROWS, all.size()))) {
      table.row(
          Numerals.fixed(each.exponent(), 9),
          graph.shown(each.dying()),
          graph.shown(each.absorbedBy()));
    }
    return table.render() + rest(all.size());
  }

  private static String rest(int rows) {
    return rows > ROWS ? "  … and " + (rows - ROWS) + " more in the JSON file\n" : "";
  }
}
