package org.longrun.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.report.CycleTreeWriter;
import org.longrun.report.ExportGraph;
import org.longrun.report.GraphWriter;
import org.longrun.report.GraphWriters;
import picocli.CommandLine.Option;

/** The options of the graph files that go with the results. */
final class GraphFileOptions {
  private static final String CYCLES = ".cycles.dot";

  @Option(names = "--complete", description = "Write every finite pair into the graph file.")
  private boolean complete;

  @Option(names = "--minima", description = "Write the minima alone, with closed costs.")
  private boolean minima;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Write the graph as graphml, csv, json, matrix-market or dot as well; several with"
              + " commas.")
  private List<String> formats = List.of();

  @Option(
      names = "--cycle-tree",
      description = "Write Freidlin's cycles as a tree, NAME.cycles.dot, as well.")
  private boolean cycleTree;

  /** Fails on a format that does not exist, before anything is computed. */
  void check() {
    formats.forEach(GraphWriters::of);
  }

  /** What is added to a landscape's name: its graph as DOT, and what was asked for. */
  List<String> suffixesOfLandscape() {
    return suffixes(writers("dot"));
  }

  /** What is added to a network's name: what was asked for. */
  List<String> suffixesOfNetwork() {
    return suffixes(writers());
  }

  private List<String> suffixes(Set<GraphWriter> writers) {
    List<String> suffixes = new ArrayList<>();
    writers.forEach(writer -> suffixes.add("." + writer.extension()));
    if (cycleTree) {
      suffixes.add(CYCLES);
    }
    return suffixes;
  }

  private Set<GraphWriter> writers(String... always) {
    Set<GraphWriter> writers = new LinkedHashSet<>();
    for (String format : always) {
      writers.add(GraphWriters.of(format));
    }
    formats.forEach(format -> writers.add(GraphWriters.of(format)));
    return writers;
  }

  /** Adds a landscape's graph, as DOT and in the formats that were asked for. */
  void add(ResultFiles files, EnergyLevels levels, CriticalSet critical) {
    ExportGraph graph = new ExportGraph(files.name(), levels, critical, selection());
    writers("dot").forEach(writer -> add(files, graph, writer));
  }

  /** Adds a network in the formats that were asked for. */
  void add(ResultFiles files, EnergyLevels levels) {
    ExportGraph graph = new ExportGraph(files.name(), levels, null, selection());
    writers().forEach(writer -> add(files, graph, writer));
  }

  private static void add(ResultFiles files, ExportGraph graph, GraphWriter writer) {
    files.addText("." + writer.extension(), text -> writer.write(graph, text));
  }

  /** Adds the tree of cycles, if it was asked for. */
  void addCycles(ResultFiles files, CycleHierarchy hierarchy) {
    if (cycleTree) {
      files.addText(CYCLES, text -> new CycleTreeWriter().write(files.name(), hierarchy, text));
    }
  }

  private ExportGraph.Selection selection() {
    if (minima) {
      return ExportGraph.Selection.MINIMA;
    }
    return complete ? ExportGraph.Selection.COMPLETE : ExportGraph.Selection.DIRECT;
  }
}
