package org.longrun.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Graphviz's DOT language: a {@code digraph}, or a {@code graph} whose edges go both ways, with the
 * cost in an edge's attribute {@code cost}, else {@code weight}, else a {@code label} that is a
 * number. Edge chains, subgraphs, defaults ({@code edge [cost=1]}), comments, ports and quoted or
 * HTML ids are understood; a node's {@code value} and {@code kind} are kept. In a {@code strict}
 * graph a further statement of an edge changes its attributes.
 *
 * <p>The grammar: graphviz.org/doc/info/lang.html.
 */
final class DotFormat implements NetworkFormat {
  @Override
  public List<String> read(InputStream bytes, String file, TransitionGraphBuilder builder)
      throws IOException {
    return DotParser.read(new DotLexer(TextScanner.of(bytes, file)), builder);
  }
}
