package org.longrun.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the tokens of a DOT file. */
final class DotParser {
  private static final int DEEPEST = 200;
  private final DotLexer lexer;
  private final TransitionGraphBuilder builder;
  private final DotEdges edges;
  private int depth;

  private DotParser(DotLexer lexer, TransitionGraphBuilder builder, DotEdges edges) {
    this.lexer = lexer;
    this.builder = builder;
    this.edges = edges;
  }

  /** Reads the graph of a file; returns what there is to say of it. */
  static List<String> read(DotLexer lexer, TransitionGraphBuilder builder) throws IOException {
    lexer.next();
    boolean strict = lexer.isWord("strict");
    if (strict) {
      lexer.next();
    }
    boolean directed = lexer.isWord("digraph");
    if (!directed && !lexer.isWord("graph")) {
      throw lexer.unexpected("'digraph' or 'graph'");
    }
    DotEdges edges = new DotEdges(builder, lexer.text().file(), strict, directed);
    new DotParser(lexer, builder, edges).graph();
    return edges.finish();
  }

  private void graph() throws IOException {
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
    DotAttributes own = defaults.with(new DotAttributes());
    while (!lexer.is('}')) {
      statement(own, mentioned);
      while (lexer.is(';') || lexer.is(',')) {
        lexer.next();
      }
    }
    depth--;
    lexer.next();
  }

  private void statement(DotAttributes defaults, @Nullable DotNodes mentioned) throws IOException {
    if (lexer.isId() && lexer.isAssignment()) {
      lexer.next();
      value();
      lexer.next();
    } else if (lexer.isWord("edge")) {
      lexer.next();
      attributes(defaults);
    } else if (lexer.isWord("node") || lexer.isWord("graph")) {
      lexer.next();
      attributes(new DotAttributes());
    } else {
      chain(defaults, mentioned);
    }
  }

  /** A vertex, a subgraph, or a chain of edges between any of these. */
  private void chain(DotAttributes defaults, @Nullable DotNodes mentioned) throws IOException {
    boolean vertex = lexer.isId() && !lexer.isWord("subgraph");
    int line = lexer.text().tokenLine();
    int column = lexer.text().tokenColumn();
    List<DotNodes> operands = operands(defaults);
    DotAttributes own = new DotAttributes();
    attributes(own);
    var statement = new DotEdges.Statement(defaults, own, line, column);
    for (int k = 1; k < operands.size(); k++) {
      edges.add(operands.get(k - 1).toArray(), operands.get(k).toArray(), statement);
    }
    if (operands.size() == 1 && vertex) {
      own.describe(builder, operands.get(0).first());
    }
    if (mentioned != null) {
      operands.forEach(mentioned::addAll);
    }
  }

  private List<DotNodes> operands(DotAttributes defaults) throws IOException {
    List<DotNodes> operands = new ArrayList<>(List.of(operand(defaults)));
    while (lexer.isArrow()) {
      if (lexer.isDirectedArrow() != edges.directed()) {
        throw lexer.unexpected(edges.directed() ? "'->', as in a digraph" : "'--', as in a graph");
      }
      lexer.next();
      operands.add(operand(defaults));
    }
    return operands;
  }

  /** A vertex or a subgraph. */
  private DotNodes operand(DotAttributes defaults) throws IOException {
    DotNodes nodes = new DotNodes();
    if (lexer.isWord("subgraph")) {
      lexer.next();
      if (lexer.isId()) {
        lexer.next();
      }
      block(defaults, nodes);
    } else if (lexer.is('{')) {
      block(defaults, nodes);
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
}
