package org.longrun.graph;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jspecify.annotations.Nullable;
import org.longrun.action.LeastPath;
import org.longrun.action.StartCosts;
import org.longrun.action.Status;
import org.longrun.action.Transition;
import org.longrun.action.TransitionCosts;
import org.longrun.arborescence.CostDigraph;
import org.longrun.critical.CriticalComponent;
import org.longrun.critical.CriticalSet;
import org.longrun.critical.Kind;
import org.longrun.landscape.InputError;
import org.longrun.landscape.PlainText;

/**
 * The transition graph: vertices with ids, and the direct edges i → j with their costs B_ij and
 * error estimates (theory, section 3).
 *
 * <p>For a landscape the vertices are the components K_1 … K_N in their order and the edges the
 * direct transitions; closing them under shortest paths would change neither E nor J (graph
 * algorithms, section 7). For a network they are what its file says. Immutable.
 */
public final class TransitionGraph {
  private final VertexIds ids;
  private final CostDigraph digraph;
  private final double[] errors;
  private final VertexLabels labels;
  private final int dimension;
  private final List<VertexStart> starts;

  TransitionGraph(
      VertexIds ids,
      CostDigraph digraph,
      double[] errors,
      VertexLabels labels,
      int dimension,
      List<VertexStart> starts) {
    this.ids = ids;
    this.digraph = digraph;
    this.errors = errors;
    this.labels = labels;
    this.dimension = dimension;
    this.starts = List.copyOf(starts);
  }

  /**
   * The transition graph of a landscape: its direct transitions, and its starts as vertices without
   * incoming edges.
   *
   * @param critical the components, at least one
   * @param costs the transitions between them
   */
  public static TransitionGraph of(CriticalSet critical, TransitionCosts costs) {
    return builder(critical, costs).build();
  }

  /**
   * The same with every direct move that was not tried, at the least that it may cost: what the
   * results could be at the most favourable.
   */
  public static TransitionGraph possible(CriticalSet critical, TransitionCosts costs) {
    TransitionGraphBuilder builder = builder(critical, costs);
    costs.unknown().stream()
        .filter(move -> move.status() == Status.NOT_TRIED)
        .forEach(move -> builder.edge(move.from(), move.to(), move.least()));
    return builder.build();
  }

  private static TransitionGraphBuilder builder(CriticalSet critical, TransitionCosts costs) {
    TransitionGraphBuilder builder = new TransitionGraphBuilder();
    for (CriticalComponent component : critical.components()) {
      int vertex = builder.vertex(component.id());
      builder.value(vertex, component.value()).kind(vertex, component.kind());
      builder.dimension(component.representative().dimension());
    }
    for (Transition transition : costs.direct()) {
      LeastPath path = transition.path();
      Double cost = transition.directCost();
      if (path != null && cost != null) {
        builder.edge(transition.from(), transition.to(), cost, path.error());
      }
    }
    costs.starts().forEach(start -> builder.start(vertexStart(start)));
    return builder;
  }

  private static VertexStart vertexStart(StartCosts start) {
    List<VertexStart.Move> moves =
        IntStream.range(0, start.paths().size())
            .filter(k -> start.paths().get(k).cost() < Double.POSITIVE_INFINITY)
            .mapToObj(k -> move(start.targets().get(k), start.paths().get(k)))
            .toList();
    return new VertexStart(start.x(), start.basin(), moves);
  }

  private static VertexStart.Move move(int target, LeastPath path) {
    return new VertexStart.Move(target, path.cost(), path.error());
  }

  /** The number of vertices, N. */
  public int size() {
    return ids.size();
  }

  /** The id of a vertex. */
  public String id(int vertex) {
    return ids.get(vertex);
  }

  /** The id of a vertex as sentences show it: in one line, and not too long. */
  public String shown(int vertex) {
    return PlainText.brief(id(vertex));
  }

  /** The ids of all vertices, in their order; a view. */
  public List<String> ids() {
    return new Ids(ids);
  }

  /** The vertex with this id, −1 if there is none. */
  public int indexOf(String id) {
    return ids.find(id);
  }

  /**
   * The vertices with these ids.
   *
   * @throws InputError if there is no such vertex
   */
  public BitSet indicesOf(List<String> wanted) {
    BitSet set = new BitSet(size());
    for (String id : wanted) {
      int vertex = indexOf(id);
      if (vertex < 0) {
        throw new InputError("no vertex is called '" + id + "'; there are " + some());
      }
      set.set(vertex);
    }
    return set;
  }

  private String some() {
    int shown = Math.min(8, size());
    String list = String.join(", ", ids().subList(0, shown));
    return shown < size() ? list + ", … (" + size() + " in all)" : list;
  }

  /** The direct edges with their costs. */
  public CostDigraph digraph() {
    return digraph;
  }

  /** ε_ij, the estimated absolute error of an edge's cost; 0 where none is given. */
  public double error(int edge) {
    return errors.length == 0 ? 0 : errors[edge];
  }

  /** True if some cost has an error estimate above 0. */
  public boolean hasErrors() {
    return errors.length > 0;
  }

  /** f(K_i), NaN where it is not known. */
  public double value(int vertex) {
    return labels.value(vertex);
  }

  /** The kind of the component; null where it is not known. */
  public @Nullable Kind kind(int vertex) {
    return labels.kind(vertex);
  }

  /** The vertices that are known to be local minima. */
  public BitSet minima() {
    BitSet minima = new BitSet(size());
    for (int v = 0; v < size(); v++) {
      minima.set(v, kind(v) == Kind.MINIMUM);
    }
    return minima;
  }

  /** d, the number of variables of the landscape; 0 for a network. */
  public int dimension() {
    return dimension;
  }

  /**
   * True if paths get round a target at vanishing extra cost, so that hitting times feel the
   * exponent {@code passing}: d ≥ 2 (graph algorithms, section 7).
   */
  public boolean passesRound() {
    return dimension >= 2;
  }

  /** The points that were added as vertices without incoming edges, in their order. */
  public List<VertexStart> starts() {
    return starts;
  }

  /** The graph as JGraphT sees it: vertices by id, weights B_ij; built afresh, unmodifiable. */
  public Graph<String, DefaultWeightedEdge> asGraph() {
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    List<String> names = List.copyOf(ids());
    names.forEach(graph::addVertex);
    for (int e = 0; e < digraph.edgeCount(); e++) {
      DefaultWeightedEdge edge =
          graph.addEdge(names.get(digraph.tail(e)), names.get(digraph.head(e)));
      graph.setEdgeWeight(edge, digraph.cost(e));
    }
    return new AsUnmodifiableGraph<>(graph);
  }

  /** Strings are made when they are asked for. */
  private static final class Ids extends AbstractList<String> implements RandomAccess {
    private final VertexIds ids;

    Ids(VertexIds ids) {
      this.ids = ids;
    }

    @Override
    public String get(int index) {
      Objects.checkIndex(index, ids.size());
      return ids.get(index);
    }

    @Override
    public int size() {
      return ids.size();
    }
  }
}
