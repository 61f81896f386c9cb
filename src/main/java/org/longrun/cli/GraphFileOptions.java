package org.longrun.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.longrun.critical.CriticalSet;
import org.longrun.energy.EnergyLevels;
import org.longrun.hitting.CycleHierarchy;
import org.longrun.report.CycleTreeWriter;
import org.longrun.report.ExportGraph;
import org.longrun.report.GraphWriter;
import org.longrun.report.GraphWriters;
import org.longrun.report.WholeFile;
import picocli.CommandLine.Option;

/** The options of the graph files that go with the results. */
final class GraphFileOptions {
  @Option(names = "--complete", description = "Write every finite pair into the graph file.")
  private boolean complete;

  @Option(names = "--minima", description = "Write the minima alone, with closed costs.")
  private boolean minima;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Write the graph as graphml, csv, json or matrix-market as well.")
  private @Nullable String format;

  @Option(
      names = "--cycle-tree",
      description = "Write Freidlin's cycles as a tree, NAME.cycles.dot, as well.")
  private boolean cycleTree;

  /** Fails on a format that does not exist, before anything is computed. */
  void check() {
    if (format != null) {
      GraphWriters.of(format);
    }
  }

  /** Writes the graph as DOT, and in the format that was asked for. */
  void write(Path folder, String name, EnergyLevels levels, CriticalSet critical)
      throws IOException {
    ExportGraph graph = new ExportGraph(name, levels, critical, selection());
    write(folder, graph, GraphWriters.of("dot"));
    if (format != null && !format.equals("dot")) {
      write(folder, graph, GraphWriters.of(format));
    }
  }

  /** Writes a network in the format that was asked for, if one was. */
  void write(Path folder, String name, EnergyLevels levels) throws IOException {
    if (format != null) {
      ExportGraph graph = new ExportGraph(name, levels, null, selection());
      write(folder, graph, GraphWriters.of(format));
    }
  }

  /** Writes the tree of cycles, if it was asked for. */
  void writeCycles(Path folder, String name, CycleHierarchy hierarchy) throws IOException {
    if (cycleTree) {
      Path file = folder.resolve(name + ".cycles.dot");
      write(file, text -> new CycleTreeWriter().write(name, hierarchy, text));
    }
  }

  private ExportGraph.Selection selection() {
    if (minima) {
      return ExportGraph.Selection.MINIMA;
    }
    return complete ? ExportGraph.Selection.COMPLETE : ExportGraph.Selection.DIRECT;
  }

  private static void write(Path folder, ExportGraph graph, GraphWriter writer) throws IOException {
    String suffix = writer.format().equals("json") ? ".graph." : ".";
    Path file = folder.resolve(graph.name() + suffix + writer.extension());
    write(file, text -> writer.write(graph, text));
  }

  /** Text that is written as it is made. */
  @FunctionalInterface
  private interface Text {
    void writeTo(Writer writer) throws IOException;
  }

  private static void write(Path file, Text content) throws IOException {
    WholeFile.write(
        file,
        stream -> {
          Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          content.writeTo(text);
          text.flush();
        });
  }
}
