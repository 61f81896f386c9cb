package org.longrun.graph;

import java.nio.file.Path;
import java.util.List;
import org.longrun.landscape.InputError;

/**
 * A weighted digraph from a file, in place of a landscape (formats, section 3).
 *
 * @param name the file's name without its extension, or the folder's name
 * @param graph the vertices with the file's own ids, and the edges
 * @param warnings what was dropped on the way: self-loops, parallel edges
 */
public record Network(String name, TransitionGraph graph, List<String> warnings) {
  /** Copies the list. */
  public Network {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a network: {@code .dot} or {@code .gv}, {@code .graphml}, {@code .csv} with the header
   * {@code from,to,cost}, {@code .mtx}, or a folder with PATHSAMPLE's {@code min.data} and {@code
   * ts.data}.
   *
   * @throws InputError if the file cannot be read, or what is wrong in it and where
   */
  public static Network read(Path file) {
    return NetworkFile.at(file).read();
  }
}
