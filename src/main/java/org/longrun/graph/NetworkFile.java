package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.longrun.arborescence.CostDigraph;
import org.longrun.landscape.FileFault;
import org.longrun.landscape.InputError;

/**
 * A file or folder that holds a network, its format told by its name.
 *
 * @param path where it is
 * @param shown how messages call it
 */
record NetworkFile(Path path, String shown) {
  private static final Map<String, NetworkFormat> FORMATS =
      Map.of(
          "dot", new DotFormat(),
          "gv", new DotFormat(),
          "graphml", new GraphMlFormat(),
          "csv", new CsvFormat(),
          "tsv", new CsvFormat(),
          "mtx", new MatrixMarketFormat());
  private static final String KNOWN =
      ".dot, .gv, .graphml, .csv, .tsv, .mtx, or a folder with min.data and ts.data";

  static NetworkFile at(Path path) {
    return new NetworkFile(path, path.toString());
  }

  Network read() {
    try {
      TransitionGraphBuilder builder = new TransitionGraphBuilder();
      List<String> warnings = new ArrayList<>();
      if (Files.isDirectory(path)) {
        new PathsampleFolder(path, shown).read(builder);
      } else {
        warnings.addAll(readFile(builder));
      }
      TransitionGraph graph = builder.build();
      warn(warnings, graph.digraph());
      return new Network(name(), graph, warnings);
    } catch (IOException e) {
      throw new InputError(shown + ": cannot be read: " + FileFault.reason(e));
    }
  }

  private List<String> readFile(TransitionGraphBuilder builder) throws IOException {
    NetworkFormat format = FORMATS.get(extension());
    if (format == null) {
      throw new InputError(shown + ": the name ends in no known format; a network is " + KNOWN);
    }
    if (!Files.exists(path)) {
      throw new InputError(shown + ": there is no such file; check its name and folder");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputError(shown + ": a device or a pipe; a network is a file or a folder");
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      return format.read(bytes, shown, builder);
    }
  }

  private String extension() {
    String file = fileName();
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private String name() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return Files.isDirectory(path) || dot <= 0 ? file : file.substring(0, dot);
  }

  private String fileName() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "network" : last.toString();
  }

  private static void warn(List<String> warnings, CostDigraph digraph) {
    if (digraph.selfLoops() > 0) {
      warnings.add("self-loops dropped: " + digraph.selfLoops());
    }
    if (digraph.parallels() > 0) {
      warnings.add(
          "parallel edges dropped, the least cost of each pair kept: " + digraph.parallels());
    }
  }
}
