package org.longrun.report;

import java.util.ArrayList;
import java.util.List;
import org.longrun.analysis.Trees;
import org.longrun.arborescence.InForest;
import org.longrun.energy.EnergyLevels;
import org.longrun.graph.TransitionGraph;

/** The least in-arborescences of the roots that were asked for, as a table. */
final class RankingSummary {
  private static final int ROWS = 20;
  private static final int EDGES = 8;

  private RankingSummary() {}

  /** A section of its own; empty if none were asked for. */
  static String of(EnergyLevels levels, Trees trees) {
    if (trees.best() == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nLeast in-arborescences\n");
    trees.ranked().stream().forEach(root -> text.append(table(root, levels, trees)));
    return text.toString();
  }

  private static String table(int root, EnergyLevels levels, Trees trees) {
    TransitionGraph graph = levels.graph();
    List<InForest> ranking = trees.ranking(root, levels);
    TextTable table = new TextTable("to " + graph.shown(root), "weight", "edges");
    for (int k = 0; k < Math.min(ROWS, ranking.size()); k++) {
      InForest tree = ranking.get(k);
      table.row(Integer.toString(k + 1), Numerals.fixed(tree.weight(), 9), edges(tree, graph));
    }
    int more = ranking.size() - ROWS;
    return table.render() + (more > 0 ? "  … and " + more + " more in the JSON file\n" : "");
  }

  /** The first edges of a forest. */
  static String edges(InForest forest, TransitionGraph graph) {
    List<String> edges = new ArrayList<>();
    for (int v = 0; v < graph.size() && edges.size() < EDGES; v++) {
      int edge = forest.edge(v);
      if (edge >= 0) {
        edges.add(
            graph.shown(graph.digraph().tail(edge))
                + "→"
                + graph.shown(graph.digraph().head(edge)));
      }
    }
    return String.join(" ", edges) + (edges.size() < EDGES ? "" : " …");
  }
}
