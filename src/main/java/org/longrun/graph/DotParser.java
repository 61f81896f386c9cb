package org.longrun.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the tokens of a DOT file; edges go into the graph as they are read. */
final class DotParser {
  private static final int DEEPEST = 200;
  private final DotLexer lexer;
  private final TransitionGraphBuilder builder;
  private boolean directed;
  private int depth;

  DotParser(DotLexer lexer, TransitionGraphBuilder builder) {
    this.lexer = lexer;
    this.builder = builder;
  }

  void graph() throws IOException {
    lexer.next();
    if (lexer.isWord("strict")) {
      lexer.next();
    }
    directed = lexer.isWord("digraph");
    if (!directed && !lexer.isWord("graph")) {
      throw lexer.unexpected("'digraph' or 'graph'");
    }
    lexer.next();
    if (lexer.isId()) {
      lexer.next();
    }
    block(new DotAttributes(), null);
    if (!lexer.isEnd()) {
      throw lexer.unexpected("nothing more, one graph a file");
    }
  }

  /** A list of statements in braces. */
  private void block(DotAttributes defaults, @Nullable DotNodes mentioned) throws IOException {
    lexer.expect('{');
    if (++depth > DEEPEST) {
      throw lexer.unexpected("at most " + DEEPEST + " nested braces");
    }
    DotAttributes edges = defaults.copy();
    while (!lexer.is('}')) {
      statement(edges, mentioned);
      while (lexer.is(';') || lexer.is(',')) {
        lexer.next();
      }
    }
    depth--;
    lexer.next();
  }

  private void statement(DotAttributes edges, @Nullable DotNodes mentioned) throws IOException {
    if (lexer.isId() && lexer.isAssignment()) {
      lexer.next();
      value();
      lexer.next();
    } else if (lexer.isWord("edge")) {
      lexer.next();
      attributes(edges);
    } else if (lexer.isWord("node") || lexer.isWord("graph")) {
      lexer.next();
      attributes(new DotAttributes());
    } else {
      chain(edges, mentioned);
    }
  }

  /** A vertex, a subgraph, or a chain of edges between any of these. */
  private void chain(DotAttributes edges, @Nullable DotNodes mentioned) throws IOException {
    boolean vertex = lexer.isId() && !lexer.isWord("subgraph");
    int line = lexer.text().tokenLine();
    int column = lexer.text().tokenColumn();
    DotNodes first = operand(edges);
    List<DotNodes> operands = new ArrayList<>(List.of(first));
    while (lexer.isArrow()) {
      if (lexer.isDirectedArrow() != directed) {
        throw lexer.unexpected(directed ? "'->', as in a digraph" : "'--', as in a graph");
      }
      lexer.next();
      operands.add(operand(edges));
    }
    DotAttributes own = operands.size() > 1 ? edges.copy() : new DotAttributes();
    attributes(own);
    if (operands.size() > 1) {
      connect(operands, own.cost(lexer.text(), line, column), own.error());
    } else if (vertex) {
      own.describe(builder, first.first());
    }
    if (mentioned != null) {
      operands.forEach(mentioned::addAll);
    }
  }

  /** A vertex or a subgraph. */
  private DotNodes operand(DotAttributes edges) throws IOException {
    DotNodes nodes = new DotNodes();
    if (lexer.isWord("subgraph")) {
      lexer.next();
      if (lexer.isId()) {
        lexer.next();
      }
      block(edges, nodes);
    } else if (lexer.is('{')) {
      block(edges, nodes);
    } else if (lexer.isId()) {
      nodes.add(lexer.text().vertex(builder));
      lexer.next();
      ports();
    } else {
      throw lexer.unexpected("a vertex, or '}'");
    }
    return nodes;
  }

  private void ports() throws IOException {
    while (lexer.is(':')) {
      lexer.next();
      if (!lexer.isId()) {
        throw lexer.unexpected("a port");
      }
      lexer.next();
    }
  }

  private void attributes(DotAttributes into) throws IOException {
    while (lexer.is('[')) {
      lexer.next();
      while (!lexer.is(']')) {
        attribute(into);
      }
      lexer.next();
    }
  }

  private void attribute(DotAttributes into) throws IOException {
    if (!lexer.isId()) {
      throw lexer.unexpected("an attribute's name, or ']'");
    }
    String name = lexer.text().token();
    lexer.next();
    if (lexer.is('=')) {
      value();
      into.put(name, lexer.text());
      lexer.next();
    }
    if (lexer.is(',') || lexer.is(';')) {
      lexer.next();
    }
  }

  /** The id after an equals sign becomes the token. */
  private void value() throws IOException {
    lexer.next();
    if (!lexer.isId()) {
      throw lexer.unexpected("a value");
    }
  }

  private void connect(List<DotNodes> operands, double cost, double error) {
    for (int k = 1; k < operands.size(); k++) {
      for (int from : operands.get(k - 1).toArray()) {
        for (int to : operands.get(k).toArray()) {
          builder.edge(from, to, cost, error);
          if (!directed) {
            builder.edge(to, from, cost, error);
          }
        }
      }
    }
  }
}
