package org.longrun.graph;

import java.io.IOException;

/**
 * Graphviz's DOT language: a {@code digraph}, or a {@code graph} whose edges go both ways, with the
 * cost in an edge's attribute {@code cost}, else {@code weight}, else a {@code label} that is a
 * number. Edge chains, subgraphs, defaults ({@code edge [cost=1]}), comments, ports and quoted or
 * HTML ids are understood; a node's {@code value} and {@code kind} are kept.
 *
 * <p>The grammar: graphviz.org/doc/info/lang.html.
 */
final class DotFormat implements NetworkFormat {
  @Override
  public void read(TextScanner text, TransitionGraphBuilder builder) throws IOException {
    new DotParser(new DotLexer(text), builder).graph();
  }
}
